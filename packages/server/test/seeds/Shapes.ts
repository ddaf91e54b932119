/** What the vendors' pages call required, with its types, read off the pages and not off our own shapes. */
import { Record, Schema } from "effect"

const text = Schema.NullOr(Schema.String)
const flag = Schema.NullOr(Schema.Boolean)
const texts = Schema.NullOr(Schema.Array(Schema.String))
const uuid = Schema.String.check(Schema.isPattern(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/))
const isTime = Schema.isPattern(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/)
const time = Schema.String.check(isTime)
const maybeTime = Schema.NullOr(time)
const anything = Schema.Record(Schema.String, Schema.Unknown)

/** Page 000: a list of connectors. */
export const Connectors = Schema.Struct({
  cursor: text,
  page_size: Schema.Int,
  items: Schema.NullOr(
    Schema.Array(
      Schema.Struct({
        id: uuid,
        is_active: Schema.Boolean,
        status: Schema.Literals(["COMPLETE", "INCOMPLETE", "RELINK_NEEDED"]),
        integration_slug: Schema.String,
        end_user: Schema.String,
        sync_status: Schema.NullOr(Schema.Literals(["Syncing", "Done", "Failed"])),
        last_sync_start_time: maybeTime,
        next_sync_start_time: maybeTime,
        connector_token: Schema.NonEmptyString,
        category: Schema.Literals(["HRIS", "ATS", "LMS"]),
        is_test_connector: Schema.Boolean,
        completed_at: maybeTime,
        created_at: time
      })
    )
  )
})

const role = Schema.NullOr(
  Schema.Literals(["HIRING_MANAGER", "RECRUITER", "COORDINATOR", "SOURCER", "INTERVIEWER", "ADMIN"])
)

/** Page 001: a list of users; `status` and `system_roles`, which the page does not show, are the newer client's. */
export const Users = Schema.Struct({
  status: Schema.Literal("success"),
  data: Schema.Struct({
    next: text,
    results: Schema.Array(
      Schema.Struct({
        id: Schema.String.check(Schema.isPattern(/^[A-Za-z0-9]{24}$/)),
        remote_id: text,
        first_name: text,
        last_name: text,
        email: text,
        remote_data: Schema.NullOr(anything),
        changed_at: time,
        remote_deleted_at: maybeTime,
        status: Schema.NullOr(Schema.Literals(["ACTIVE", "INACTIVE"])),
        system_roles: Schema.Array(
          Schema.Struct({
            remote_id: text,
            remote_label: text,
            scope: Schema.NullOr(Schema.Literals(["SYSTEM", "JOB"])),
            unified_type: role
          })
        )
      })
    )
  })
})

/** Page 003: a candidate. */
export const Candidate = Schema.Struct({
  id: uuid,
  remote_id: text,
  modified_at: time,
  raw_data: Schema.NullOr(anything),
  first_name: text,
  last_name: text,
  company: text,
  title: text,
  last_interaction_at: maybeTime,
  is_private: flag,
  can_email: flag,
  locations: texts,
  phone_numbers: texts,
  email_addresses: texts,
  urls: Schema.NullOr(Schema.Array(anything)),
  tags: texts,
  applications: texts,
  attachments: texts,
  remote_created_at: maybeTime,
  remote_updated_at: maybeTime,
  avatar: text
})

/** A list of them. */
export const Candidates = Schema.Struct({ cursor: text, page_size: Schema.Int, items: Schema.Array(Candidate) })

const optional = Schema.optionalKey(Schema.String)
const optionalTime = Schema.optionalKey(time)

/** Page 004: an employee as far as onboarding needs one. Nothing but the id has to be there, and null is nowhere. */
export const Employee = Schema.Struct({
  id: Schema.NonEmptyString,
  name: optional,
  first_name: optional,
  last_name: optional,
  title: optional,
  manager_id: optional,
  employment_status: optional,
  hired_at: optionalTime,
  created_at: optionalTime,
  updated_at: optionalTime,
  emails: Schema.optionalKey(Schema.Array(Schema.Struct({ email: Schema.String, type: optional })))
})

/** A list of them, which is an array. */
export const Employees = Schema.Array(Employee)

/** A list of records with fields that link to employees. */
export const linking = (fields: Readonly<Record<string, "one" | "many">>) =>
  Schema.Array(
    Schema.Struct(
      Record.map(fields, (held) => (held === "one" ? optional : Schema.optionalKey(Schema.Array(Schema.String))))
    )
  )
