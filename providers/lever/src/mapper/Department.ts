/** Department ← departments and teams of postings, which are plain texts. */
import { Department } from "@crosswalk/core/ats/Department"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import * as Wire from "@crosswalk/core/Wire"
import { postings } from "../LeverResources.ts"
import { chapter } from "../wire/Docs.ts"
import type { Posting } from "../wire/Posting.ts"

/** The department and the team of a posting, each once. */
export const departments = ({ categories }: Posting): ReadonlyArray<string> =>
  Wire.distinct(Wire.list([categories?.department, categories?.team], Wire.text) ?? [])

export const department = Mapper.make(Department, Source.distinct(postings, departments), {
  docs: chapter("postings"),
  fields: {
    remote_id: ({ key }) => key,
    remote_created_at: absent("departments have no records in Lever"),
    remote_updated_at: absent("departments have no records in Lever"),
    custom_fields: absent("departments have no records in Lever"),
    name: ({ key }) => key,
    type: absent("the same text may name a department and a team"),
    parent_id: absent("Lever does not say which department a team belongs to")
  }
})
