/** RejectReason ← archive reason, unless it is one for hired people. */
import { RejectReason } from "@crosswalk/core/ats/RejectReason"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import * as Wire from "@crosswalk/core/Wire"
import { archiveReasons } from "../LeverResources.ts"
import { chapter } from "../wire/Docs.ts"

export const rejectReason = Mapper.make(
  RejectReason,
  Source.each(
    archiveReasons,
    { of: (reason) => (reason.type === "non-hired" ? [reason] : []), id: ({ id }) => id },
    {}
  ),
  {
    docs: chapter("archive-reasons"),
    fields: {
      remote_id: ({ item }) => item.id,
      remote_created_at: absent("archive reasons have no times"),
      remote_updated_at: absent("archive reasons have no times"),
      custom_fields: absent("archive reasons have none"),
      name: ({ item }) => Wire.text(item.text)
    }
  }
)
