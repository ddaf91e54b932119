/** What belongs to the organisation as a whole: users, departments, offices, and words to choose from. */
import { Id, maybe } from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { page } from "./Docs.ts"
import { CustomFields, entry, Reference } from "./Entry.ts"

/** Somebody who works with Greenhouse. */
export const User = Schema.Struct({
  ...entry,
  name: maybe(Schema.String),
  first_name: maybe(Schema.String),
  last_name: maybe(Schema.String),
  primary_email: maybe(Schema.String),
  emails: maybe(Schema.Array(Schema.String)),
  job_title: maybe(Schema.String),
  employee_id: maybe(Schema.String),
  deactivated: maybe(Schema.Boolean),
  site_admin: maybe(Schema.Boolean),
  linked_candidate_ids: maybe(Schema.Array(Id)),
  office_ids: maybe(Schema.Array(Id)),
  department_ids: maybe(Schema.Array(Id)),
  custom_fields: CustomFields
}).annotate({ source: page("users") })

/** Somebody who works with Greenhouse. */
export type User = typeof User.Type

/** A right that a user has on one job. */
export const UserJobPermission = Schema.Struct({ ...entry, user_id: Reference, role_id: Reference }).annotate({
  source: page("user_job_permissions")
})

/** A right that a user has on one job. */
export type UserJobPermission = typeof UserJobPermission.Type

/** A role that users have on jobs, named by the customer. */
export const UserRole = Schema.Struct({
  ...entry,
  role_type: maybe(Schema.String),
  name: maybe(Schema.String)
}).annotate({ source: page("user_roles") })

/** A unit of the organisation. */
export const Department = Schema.Struct({ ...entry, name: maybe(Schema.String), parent_id: Reference }).annotate({
  source: page("departments")
})

/** A place of the organisation. */
export const Office = Schema.Struct({
  ...entry,
  name: maybe(Schema.String),
  parent_id: Reference,
  location: maybe(Schema.String)
}).annotate({ source: page("offices") })

/** A tag. */
export const CandidateTag = Schema.Struct({ ...entry, name: maybe(Schema.String) }).annotate({
  source: page("candidate_tags")
})

/** A reason to reject an application. */
export const RejectionReason = Schema.Struct({ ...entry, name: maybe(Schema.String) }).annotate({
  source: page("rejection_reasons")
})

/** A value to choose for a custom field. */
export const CustomFieldOption = Schema.Struct({ id: Id, name: maybe(Schema.String) }).annotate({
  source: page("custom_field_options")
})
