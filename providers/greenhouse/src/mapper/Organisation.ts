/** Department, Office, Tag and RejectReason ← the lists of the organisation. */
import { Department } from "@crosswalk/core/ats/Department"
import { Office } from "@crosswalk/core/ats/Office"
import { RejectReason } from "@crosswalk/core/ats/RejectReason"
import { Tag } from "@crosswalk/core/ats/Tag"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import * as Part from "@crosswalk/core/Part"
import * as Wire from "@crosswalk/core/Wire"
import { candidateTags, departments, offices, rejectionReasons } from "../GreenhouseResources.ts"
import { page } from "../wire/Docs.ts"
import { entry } from "./Entry.ts"

export const department = Mapper.make(Department, departments, {
  docs: page("departments"),
  fields: {
    ...entry,
    custom_fields: absent("departments have none"),
    name: ({ name }) => Wire.text(name),
    type: absent("Greenhouse does not tell kinds apart"),
    parent_id: ({ parent_id }) => Wire.id(parent_id)
  }
})

export const office = Mapper.make(Office, offices, {
  docs: page("offices"),
  fields: {
    ...entry,
    custom_fields: absent("offices have none"),
    name: ({ name }) => Wire.text(name),
    location: ({ location }) => {
      const text = Wire.text(location)
      return text === null ? null : Part.addressText(text)
    },
    parent_id: ({ parent_id }) => Wire.id(parent_id)
  }
})

export const tag = Mapper.make(Tag, candidateTags, {
  docs: page("candidate_tags"),
  fields: { ...entry, custom_fields: absent("tags have none"), name: ({ name }) => Wire.text(name) }
})

export const rejectReason = Mapper.make(RejectReason, rejectionReasons, {
  docs: page("rejection_reasons"),
  fields: { ...entry, custom_fields: absent("reasons have none"), name: ({ name }) => Wire.text(name) }
})
