/** Candidates, with their applications and tags. */
import { Application } from "@crosswalk/core/ats/Application"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Job } from "@crosswalk/core/ats/Job"
import { JobInterviewStage } from "@crosswalk/core/ats/JobInterviewStage"
import { Tag } from "@crosswalk/core/ats/Tag"
import type { Identify } from "@crosswalk/core/Id"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import type { RecordOf, Related } from "../../Related.ts"
import * as Form from "../Form.ts"
import * as Linked from "../../Linked.ts"
import * as Row from "../Row.ts"
import * as Shape from "../../Shape.ts"
import * as Contact from "./Contact.ts"
import * as Entry from "./Entry.ts"
import * as Outcome from "./Outcome.ts"

const ApplicationOf = Schema.Struct({
  id: Shape.id("Our id of the application."),
  remote_id: Shape.text("The vendor's id of the application."),
  ...Outcome.fields,
  rejected_at: Shape.instant("When the application was ended without a hire."),
  remote_url: Shape.text("Page of the application in the vendor's application."),
  changed_at: Row.shape({}).fields.changed_at,
  ...Row.remoteTimes,
  current_stage: Shape.maybe(Entry.StageOf, "The stage that the application is in, or was in when it ended."),
  job: Shape.maybe(Entry.JobOf, "The job applied for.")
})

const loads = [
  Relation.of(Candidate, Application, "candidate_id"),
  Relation.to(Candidate, "application_ids", Application),
  Relation.to(Application, "stage_id", JobInterviewStage),
  Relation.to(Application, "job_id", Job),
  Outcome.loads,
  Relation.to(Candidate, "tag_ids", Tag)
] as const

const applicationOf = (
  application: RecordOf<"application">,
  related: Related<(typeof loads)[number]["to"]>
): typeof ApplicationOf.Type => {
  const stage = related.one("job_interview_stage", application.stage_id)
  const job = related.one("job", application.job_id)
  return {
    id: Form.id(application.id),
    remote_id: application.remote_id,
    outcome: Outcome.rules.outcome(application),
    rejection_reason_name: Outcome.rules.rejection_reason_name(application, related),
    rejected_at: Form.instant(application.rejected_at),
    remote_url: application.web_url,
    changed_at: application.modified_at,
    remote_created_at: Form.instant(application.remote_created_at),
    remote_updated_at: Form.instant(application.remote_updated_at),
    current_stage: stage === null ? null : Entry.stageOf(stage),
    job: job === null ? null : Entry.jobOf(job)
  }
}

const source = Shape.text("Where the person came from, in the vendor's words; the first, where there are several.")
const remote_url = Shape.text("Page of the candidate in the vendor's application.")
const Tags = Shape.list(Entry.TagOf, "Labels that recruiters gave.")

const sourceOf = ({ sources }: RecordOf<"candidate">) => sources?.[0] ?? null

// Labels whose records were not read are known by their texts, which some vendors have as ids.
const tagsOf = (
  { tag_ids, tags }: RecordOf<"candidate">,
  related: Pick<Related<"tag">, "all"> & { readonly identify: Identify }
): typeof Tags.Type => {
  const read = related.all("tag", tag_ids)
  return read.length > 0
    ? read.map(Entry.tagOf)
    : (tags ?? []).map((name) => ({ id: Form.id(related.identify("tag", name)), remote_id: null, name }))
}

/** A candidate inside an application. */
export const Applicant = Schema.Struct({
  ...Contact.Brief.fields,
  ...Contact.reach,
  source,
  remote_url,
  tags: Tags
})

/** The candidate of an application. */
export const applicant = (
  candidate: RecordOf<"candidate">,
  related: Parameters<typeof tagsOf>[1]
): typeof Applicant.Type => ({
  ...Contact.brief(candidate),
  phone_numbers: Contact.rules.phone_numbers(candidate),
  social_media: Contact.rules.social_media(candidate),
  source: sourceOf(candidate),
  remote_url: candidate.web_url,
  tags: tagsOf(candidate, related)
})

const shape = Row.shape({
  ...Contact.names,
  company: Shape.text("Where the person works or last worked."),
  title: Shape.text("Position that the person holds."),
  confidential: Shape.boolean("Whether only some users may see the person."),
  source,
  ...Contact.reach,
  ...Contact.email,
  location: Shape.maybe(Form.PostalAddress, "Where the person lives or wants to work; the first of several."),
  ...Row.custom,
  remote_url,
  ...Row.remoteTimes,
  applications: Shape.list(ApplicationOf, "The person's applications."),
  tags: Tags
})

/** A candidate. */
export const candidate = Row.projection(Candidate, shape, {
  loads,
  fields: {
    ...Row.rules,
    ...Row.remoteTimeRules,
    ...Row.customRules("ats_candidates"),
    ...Contact.rules,
    company: ({ company }) => company,
    title: ({ title }) => title,
    confidential: ({ is_private }) => is_private,
    source: sourceOf,
    location: ({ locations }) => Form.address(locations?.[0]),
    remote_url: ({ web_url }) => web_url,
    applications: ({ application_ids, id }, related) =>
      Linked.both(related, "application", application_ids, "candidate_id", id).map((one) =>
        applicationOf(one, related)
      ),
    tags: tagsOf
  }
})
