/** Job ← job, with its posts, its hiring team and its openings. */
import { Job } from "@crosswalk/core/ats/Job"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { known, vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { Predicate } from "effect"
import { closeReasons, jobHiringManagers, jobOwners, jobPosts, jobs, openings } from "../GreenhouseResources.ts"
import { page } from "../wire/Docs.ts"
import type { CloseReason, Job as Remote, JobOwner, Opening } from "../wire/Job.ts"
import { customField, customFields, ids, joinedEntry, named } from "./Entry.ts"
import * as Posts from "./Posts.ts"

const status = vocabulary({ open: "OPEN", closed: "CLOSED", draft: "DRAFT" })

// Customers edit the options of this field; these are the words that mean one thing only.
const employmentType = vocabulary({
  "Full-time": "FULL_TIME",
  "Full-Time": "FULL_TIME",
  "Full time": "FULL_TIME",
  "Part-time": "PART_TIME",
  "Part-Time": "PART_TIME",
  "Part time": "PART_TIME",
  Intern: "INTERN",
  Internship: "INTERN",
  Contract: "CONTRACTOR",
  Contractor: "CONTRACTOR"
})

const employment = ({ custom_fields }: Remote) => {
  const value = customField(custom_fields, "employment_type")
  return Predicate.isString(value) ? employmentType(value) : null
}

type Owners = ReadonlyArray<JobOwner> | null

const owners = (owners: Owners, type: string) =>
  named(owners?.filter((owner) => owner.type === type) ?? null, ({ user_id }) => user_id)

const responsible = (owners: Owners): string | null =>
  Wire.id(owners?.find(({ responsible, type }) => responsible === true && type === "recruiter")?.user_id)

const opening = (remote: Opening, reasons: ReadonlyArray<typeof CloseReason.Type> | null) => ({
  remote_id: Wire.id(remote.id),
  status: remote.open === null || remote.open === undefined ? null : known(remote.open ? "OPEN" : "CLOSED"),
  opened_at: Wire.instant(remote.opened_at),
  closed_at: Wire.instant(remote.closed_at),
  close_reason: Wire.text(reasons?.find(({ id }) => Wire.id(id) === Wire.id(remote.close_reason_id))?.name),
  application_remote_id: Wire.id(remote.application_id)
})

export const job = Mapper.make(
  Job,
  Source.one(jobs, {
    posts: Source.referring(jobPosts, ({ job_id }) => job_id),
    owners: Source.referring(jobOwners, ({ job_id }) => job_id),
    managers: Source.referring(jobHiringManagers, ({ job_id }) => job_id),
    openings: Source.referring(openings, ({ job_id }) => job_id),
    reasons: Source.through("openings", closeReasons, ({ close_reason_id }: Opening) => [close_reason_id])
  }),
  {
    docs: page("jobs"),
    fields: {
      ...joinedEntry,
      custom_fields: ({ remote }) => customFields(remote.custom_fields),
      name: ({ remote }) => Wire.text(remote.name),
      code: ({ remote }) => Wire.text(remote.requisition_id),
      description: derived(`the text ${Posts.howMain}`, ({ posts }) => Posts.content(Posts.main(posts))),
      summary: absent("Greenhouse has none"),
      status: ({ remote }) => status(remote.status),
      visibility: absent("a job's posts are public or internal each by itself"),
      is_confidential: ({ remote }) => remote.confidential ?? null,
      employment_type: derived("the custom field employment_type", ({ remote }) => employment(remote)),
      workplace: absent("Greenhouse has none"),
      weekly_hours: absent("Greenhouse has none"),
      category: absent("Greenhouse has none"),
      industry: absent("Greenhouse has none"),
      experience_level: absent("Greenhouse has none"),
      minimum_experience: absent("Greenhouse has none"),
      minimum_degree: absent("Greenhouse has none"),
      skills: absent("Greenhouse has none"),
      language: derived(`the language ${Posts.howMain}`, ({ posts }) => Wire.text(Posts.main(posts)?.language)),
      pay_ranges: absent("stand in custom fields, whose names are the customer's"),
      locations: derived("the places that the posts name", ({ posts }) => Posts.places(posts)),
      urls: ({ posts }) => Posts.urls(posts),
      web_url: absent("Harvest v3 gives none"),
      postings: ({ posts }) => Wire.list(posts, Posts.posting),
      opening_count: derived(
        "the number of openings, filled ones among them",
        ({ openings }) => named(openings, ({ id }) => id)?.length || null
      ),
      openings: ({ openings, reasons }) => Wire.list(openings, (one) => opening(one, reasons)),
      opened_at: ({ remote }) => Wire.instant(remote.opened_at),
      closed_at: ({ remote }) => Wire.instant(remote.closed_at),
      department_ids: ({ remote }) =>
        remote.department_id === undefined ? null : Wire.list([remote.department_id], Wire.id),
      office_ids: ({ remote }) => ids(remote.office_ids),
      stage_ids: absent("stages name their job"),
      screening_question_ids: absent("questions name their job"),
      user_id: derived("the recruiter who is marked as responsible", ({ owners }) => responsible(owners)),
      hiring_manager_ids: ({ managers }) => named(managers, ({ user_id }) => user_id),
      recruiter_ids: ({ owners: all }) => owners(all, "recruiter"),
      coordinator_ids: ({ owners: all }) => owners(all, "coordinator"),
      sourcer_ids: ({ owners: all }) => owners(all, "sourcer"),
      interviewer_ids: absent("Greenhouse names interviewers on interviews"),
      user_ids: absent("Greenhouse has no other members of a hiring team")
    }
  }
)
