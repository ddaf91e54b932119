/** Office ← locations of postings, which are plain texts. */
import { Office } from "@crosswalk/core/ats/Office"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import * as Part from "@crosswalk/core/Part"
import * as Source from "@crosswalk/core/Source"
import * as Wire from "@crosswalk/core/Wire"
import { postings } from "../LeverResources.ts"
import { chapter } from "../wire/Docs.ts"
import type { Posting } from "../wire/Posting.ts"

/** The locations of a posting, the main one first, each once. */
export const offices = ({ categories }: Posting): ReadonlyArray<string> =>
  Wire.distinct(Wire.list([categories?.location, ...(categories?.allLocations ?? [])], Wire.text) ?? [])

export const office = Mapper.make(Office, Source.distinct(postings, offices), {
  docs: chapter("postings"),
  fields: {
    remote_id: ({ key }) => key,
    remote_created_at: absent("locations have no records in Lever"),
    remote_updated_at: absent("locations have no records in Lever"),
    custom_fields: absent("locations have no records in Lever"),
    name: ({ key }) => key,
    location: ({ key }) => Part.addressText(key),
    parent_id: absent("locations have no order in Lever")
  }
})
