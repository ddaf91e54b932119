/**
 * Recorded answers of Harvest v1 as v3 would have given them: nested objects become flat records that name each other.
 * Version 1 is gone; its answers are the richest that were ever recorded.
 */
import * as Page from "@crosswalk/core/Page"
import type { Resource } from "@crosswalk/core/Resource"
import * as Lists from "../src/GreenhouseResources.ts"

/** A record of a list of v3. */
export interface Projected {
  readonly resource: Resource
  readonly record: Readonly<Record<string, unknown>>
}

type Project = (v1: unknown) => ReadonlyArray<Projected>

const all = (value: unknown): ReadonlyArray<unknown> =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

/** Values at paths of the old record under their new names; what the old one lacks is left out. */
const take = (v1: unknown, paths: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(paths).flatMap(([name, path]) => {
      const value = Page.at(v1, path)
      return value === undefined ? [] : [[name, value]]
    })
  )

const same = (...names: ReadonlyArray<string>) => Object.fromEntries(names.map((name) => [name, name]))

const entry = same("id", "created_at", "updated_at")

const record = (
  resource: Resource,
  v1: unknown,
  paths: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>> = {}
): Projected => ({ resource, record: { ...take(v1, { ...entry, ...paths }), ...more } })

const plain =
  (resource: Resource, paths: Readonly<Record<string, string>>): Project =>
  (v1) => [record(resource, v1, paths)]

const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "")

const words =
  (table: Readonly<Record<string, string>>) =>
  (word: unknown): unknown =>
    table[text(word)] ?? word

const applicationStatus = words({ active: "in_process" })
const offerStatus = words({
  unresolved: "Created",
  accepted: "Accepted",
  rejected: "Rejected",
  deprecated: "Deprecated"
})
const visibility = words({ public: "publicly_visible", private: "privately_visible", admin_only: "admin_only_visible" })

const attachments = (v1: unknown, owner: Readonly<Record<string, unknown>>) =>
  all(Page.at(v1, "attachments")).map((file) =>
    record(Lists.attachments, file, same("filename", "url", "type"), {
      // Without an id of its own, its type, name and time tell it apart.
      id: ["type", "filename", "created_at"].map((key) => text(Page.at(file, key))).join("/"),
      ...owner
    })
  )

const application: Project = (v1) => {
  const id = Page.at(v1, "id")
  const candidate_id = Page.at(v1, "candidate_id")
  const reason = Page.at(v1, "rejection_reason")
  return [
    record(
      Lists.applications,
      v1,
      {
        created_at: "applied_at",
        candidate_id: "candidate_id",
        stage_id: "current_stage.id",
        recruiter_id: "recruiter.id",
        source_id: "source.id",
        referrer_id: "credited_to.id",
        rejected_at: "rejected_at",
        answers: "answers",
        custom_fields: "keyed_custom_fields"
      },
      { job_id: Page.at(all(Page.at(v1, "jobs"))[0], "id") ?? null, status: applicationStatus(Page.at(v1, "status")) }
    ),
    ...(reason === undefined || reason === null
      ? []
      : [
          record(
            Lists.rejectionDetails,
            v1,
            { application_id: "id", rejected_at: "rejected_at" },
            {
              rejection_reason_id: Page.at(reason, "id")
            }
          ),
          record(Lists.rejectionReasons, reason, same("name"))
        ]),
    ...all(Page.at(v1, "source")).map((source) => record(Lists.sources, source, { name: "public_name" })),
    ...all(Page.at(v1, "credited_to")).map((user) => record(Lists.referrers, user, { user_id: "id" })),
    ...attachments(v1, { application_id: id, candidate_id })
  ]
}

const option = (name: unknown): ReadonlyArray<Projected> =>
  text(name) === "" ? [] : [{ resource: Lists.customFieldOptions, record: { id: text(name), name } }]

const candidate: Project = (v1) => {
  const candidate_id = Page.at(v1, "id")
  const educations = all(Page.at(v1, "educations"))
  return [
    record(Lists.candidates, v1, {
      ...same("first_name", "last_name", "company", "title", "can_email", "tags"),
      ...same("phone_numbers", "addresses", "email_addresses", "website_addresses", "social_media_addresses"),
      last_activity_at: "last_activity",
      private: "is_private",
      custom_fields: "keyed_custom_fields"
    }),
    ...educations.map((one) =>
      record(
        Lists.candidateEducations,
        one,
        {
          school_name_custom_field_option_id: "school_name",
          degree_custom_field_option_id: "degree",
          discipline_custom_field_option_id: "discipline",
          start_at: "start_date",
          end_at: "end_date"
        },
        { candidate_id }
      )
    ),
    ...educations.flatMap((one) =>
      ["school_name", "degree", "discipline"].flatMap((part) => option(Page.at(one, part)))
    ),
    ...all(Page.at(v1, "employments")).map((one) =>
      record(Lists.candidateEmployments, one, same("company_name", "title", "start_date", "end_date"), { candidate_id })
    ),
    ...all(Page.at(v1, "applications")).flatMap(application),
    ...attachments(v1, { candidate_id })
  ]
}

const opening = (v1: unknown, job_id: unknown): ReadonlyArray<Projected> => [
  record(
    Lists.openings,
    v1,
    { ...same("opened_at", "closed_at", "application_id"), close_reason_id: "close_reason.id" },
    { job_id, open: Page.at(v1, "status") === "open" }
  ),
  ...all(Page.at(v1, "close_reason")).map((reason) => record(Lists.closeReasons, reason, same("name")))
]

const team = (v1: unknown, job_id: unknown): ReadonlyArray<Projected> => [
  ...["recruiter", "coordinator", "sourcer"].flatMap((type) =>
    all(Page.at(v1, `${type}s`)).map((user) =>
      record(
        Lists.jobOwners,
        user,
        { user_id: "id", responsible: "responsible" },
        {
          id: `${text(job_id)}/${type}/${text(Page.at(user, "id"))}`,
          job_id,
          type
        }
      )
    )
  ),
  ...all(Page.at(v1, "hiring_managers")).map((user) =>
    record(
      Lists.jobHiringManagers,
      user,
      { user_id: "id" },
      {
        id: `${text(job_id)}/${text(Page.at(user, "id"))}`,
        job_id
      }
    )
  )
]

const department = plain(Lists.departments, same("name", "parent_id"))
const office = plain(Lists.offices, { ...same("name", "parent_id"), location: "location.name" })

/** A unit with the units below it, however deep. */
const tree =
  (unit: Project): Project =>
  (v1) => [...unit(v1), ...all(Page.at(v1, "children")).flatMap(tree(unit))]

const job: Project = (v1) => {
  const id = Page.at(v1, "id")
  const [unit, ...others] = all(Page.at(v1, "departments"))
  return [
    record(
      Lists.jobs,
      v1,
      {
        ...same("name", "requisition_id", "confidential", "status", "opened_at", "closed_at"),
        custom_fields: "keyed_custom_fields"
      },
      {
        department_id: Page.at(unit, "id") ?? null,
        office_ids: all(Page.at(v1, "offices")).map((place) => Page.at(place, "id"))
      }
    ),
    ...[unit, ...others].flatMap((one) => (Page.at(one, "id") === undefined ? [] : department(one))),
    ...all(Page.at(v1, "offices")).flatMap(office),
    ...team(Page.at(v1, "hiring_team"), id),
    ...all(Page.at(v1, "openings")).flatMap((one) => opening(one, id))
  ]
}

const post: Project = (v1) => [
  record(
    Lists.jobPosts,
    v1,
    same("job_id", "title", "internal", "active", "live", "content", "internal_content", "location"),
    {
      questions: all(Page.at(v1, "questions")).map((question) => ({
        ...take(question, { ...same("name", "label", "description", "required"), answer_type: "type" }),
        options: all(Page.at(question, "values")).map((value) => take(value, { id: "value", label: "label" }))
      }))
    }
  )
]

const offer: Project = (v1) => [
  record(
    Lists.offers,
    v1,
    {
      ...same("application_id", "candidate_id", "job_id", "resolved_at"),
      starts_on: "starts_at",
      sent_on: "sent_at",
      custom_fields: "keyed_custom_fields"
    },
    { status: offerStatus(Page.at(v1, "status")) }
  )
]

const interview: Project = (v1) => [
  record(Lists.interviews, v1, {
    ...same("application_id", "status", "location", "video_conferencing_url", "external_event_id"),
    job_interview_id: "interview.id",
    organizer_id: "organizer.id",
    starts_at: "start.date_time",
    ends_at: "end.date_time"
  }),
  ...all(Page.at(v1, "interview")).map((plan) => record(Lists.jobInterviews, plan, same("name"))),
  ...all(Page.at(v1, "interviewers")).map((user) =>
    record(
      Lists.interviewers,
      user,
      { user_id: "id", scorecard_id: "scorecard_id" },
      {
        id: `${text(Page.at(v1, "id"))}/${text(Page.at(user, "id"))}`,
        interview_id: Page.at(v1, "id")
      }
    )
  )
]

const scorecard: Project = (v1) => {
  const scorecard_id = Page.at(v1, "id")
  const questions = all(Page.at(v1, "questions")).map((question, index) => ({
    question,
    id: Page.at(question, "id") ?? `${text(scorecard_id)}/${index}`,
    sort_order: index
  }))
  return [
    record(Lists.scorecards, v1, {
      ...same("application_id", "submitted_at"),
      interviewer_id: "interviewer.id",
      candidate_rating: "overall_recommendation"
    }),
    ...questions.flatMap(({ id, question, sort_order }) => [
      record(Lists.scorecardQuestions, question, same("question"), { id, sort_order }),
      record(Lists.scorecardQuestionAnswers, question, same("answer"), {
        id: `${text(scorecard_id)}/${text(id)}`,
        scorecard_id,
        scorecard_question_id: id
      })
    ])
  ]
}

const eeoc: Project = (v1) => {
  const veteran = Page.at(v1, "veteran_status")
  return [
    record(
      Lists.eeoc,
      v1,
      same("application_id", "candidate_id", "gender", "race", "disability_status", "submitted_at"),
      {
        id: Page.at(v1, "application_id"),
        veteran_status: veteran && { description: Page.at(veteran, "message") ?? Page.at(veteran, "description") }
      }
    )
  ]
}

const feed: Project = (v1) =>
  [
    ["notes", "NOTE"],
    ["emails", "EMAIL"],
    ["activities", "ACTIVITY"]
  ].flatMap(([kind = "", type]) =>
    all(Page.at(v1, kind)).map((one) =>
      record(
        Lists.notes,
        one,
        { ...same("subject", "body"), user_id: "user.id", email_from: "from", email_to: "to" },
        {
          type,
          visibility: visibility(Page.at(one, "visibility") ?? null),
          email_cc: typeof Page.at(one, "cc") === "string" ? [Page.at(one, "cc")] : null
        }
      )
    )
  )

const user: Project = (v1) => [
  record(
    Lists.users,
    v1,
    {
      ...same("name", "first_name", "last_name", "emails", "employee_id", "site_admin", "linked_candidate_ids"),
      primary_email: "primary_email_address",
      deactivated: "disabled"
    },
    {
      office_ids: all(Page.at(v1, "offices")).map((place) => Page.at(place, "id")),
      department_ids: all(Page.at(v1, "departments")).map((unit) => Page.at(unit, "id"))
    }
  )
]

/** What each kind of file holds; the kind stands in the file's name, after `v1.` or `v1.object.`. */
export const projections: ReadonlyArray<readonly [file: RegExp, project: Project]> = [
  [/^activity-feed\./, feed],
  [/^applications\./, application],
  [/^candidates\./, candidate],
  [/^close-reasons\./, plain(Lists.closeReasons, same("name"))],
  [/^departments\./, tree(department)],
  [/^education\./, (v1) => option(Page.at(v1, "name"))],
  [/^eeoc\./, eeoc],
  [/^job-openings\./, (v1) => opening(v1, null)],
  [/^job-posts\.(?!retrieve-custom-locations)/, post],
  [/^job-stages\./, plain(Lists.jobInterviewStages, { ...same("name", "job_id"), sort_order: "priority" })],
  [/^jobs\.hiring-team/, (v1) => team(v1, null)],
  [/^jobs\./, job],
  [/^offers\./, offer],
  [/^offices\./, tree(office)],
  [/^rejection-reasons\./, plain(Lists.rejectionReasons, same("name"))],
  [/^scheduled-interviews\./, interview],
  [/^scorecards\./, scorecard],
  [/^sources\./, plain(Lists.sources, same("name"))],
  [/^tags\./, plain(Lists.candidateTags, same("name"))],
  [/^user-roles\./, plain(Lists.userRoles, { ...same("name"), role_type: "type" })],
  [/^users\./, user]
]

/** The records of v3 in an answer of v1; null when the file is of none of these kinds. */
export const project = (file: string, body: unknown): ReadonlyArray<Projected> | null => {
  const kind = file.replace(/^v1\.(object\.)?/, "")
  const found = projections.find(([pattern]) => pattern.test(kind))
  return found === undefined ? null : all(body).flatMap(found[1])
}
