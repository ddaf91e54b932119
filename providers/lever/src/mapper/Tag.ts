/** Tag ← tag, whose text is its only id. */
import { Tag } from "@crosswalk/core/ats/Tag"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import { tags } from "../LeverResources.ts"
import { chapter } from "../wire/Docs.ts"

export const tag = Mapper.make(Tag, tags, {
  docs: chapter("tags"),
  fields: {
    remote_id: ({ text }) => text,
    remote_created_at: absent("tags have no times"),
    remote_updated_at: absent("tags have no times"),
    custom_fields: absent("tags have none"),
    name: ({ text }) => text
  }
})
