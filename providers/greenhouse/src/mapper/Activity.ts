/** Activity ← every entry of a candidate's history. */
import { Activity } from "@crosswalk/core/ats/Activity"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { notes } from "../GreenhouseResources.ts"
import { page } from "../wire/Docs.ts"
import { entry } from "./Entry.ts"
import { visibility } from "./Note.ts"

const type = vocabulary({
  NOTE: "NOTE",
  LINKEDIN_NOTE: "NOTE",
  FEEDBACK: "NOTE",
  EMAIL: "EMAIL",
  FOLLOW_UP: "TASK",
  ACTIVITY: "OTHER",
  INTERVIEW: "OTHER",
  TAKE_HOME_TEST: "OTHER",
  LINKEDIN_INMAIL: "OTHER",
  AVAILABILITY_REQUEST: "OTHER",
  MIGRATION_ERROR: "OTHER",
  TOUCHPOINT: "OTHER",
  FORM: "OTHER"
})

const correspondent = (value: string) => ({ value, name: null, type: null })

const only = (address: Wire.Maybe<string>) => {
  const value = Wire.text(address)
  return value === null ? null : correspondent(value)
}

export const activity = Mapper.make(Activity, notes, {
  docs: page("notes"),
  fields: {
    ...entry,
    custom_fields: absent("notes have none"),
    type: (remote) => type(remote.type),
    sub_type: (remote) => Wire.text(remote.type),
    title: ({ subject }) => Wire.text(subject),
    body: ({ body }) => Wire.text(body),
    visibility: (remote) => visibility(remote.visibility),
    from: ({ email_from }) => only(email_from),
    // One text; it is not told how several addresses stand in it.
    to: ({ email_to }) => (email_to === null || email_to === undefined ? null : Wire.list([email_to], only)),
    cc: ({ email_cc }) => Wire.list(email_cc, only),
    bcc: absent("Greenhouse does not tell"),
    candidate_id: ({ candidate_id }) => Wire.id(candidate_id),
    application_id: ({ application_id }) => Wire.id(application_id),
    job_id: absent("notes name their application"),
    interview_id: absent("notes name no interview"),
    document_ids: absent("notes name files without their ids"),
    user_ids: ({ user_id }) => (user_id === undefined ? null : Wire.list([user_id], Wire.id))
  }
})
