/**
 * Jobs and what hangs below them: posts, openings, stages, interviews as planned, owners, attributes to rate.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { departments } from "@crosswalk/sandbox/Vocabulary"
import type { Account, ListName } from "../Account.ts"
import { day, id } from "../Account.ts"
import * as CustomFields from "../CustomFields.ts"
import * as Facts from "../Facts.ts"
import type { Kind } from "../Kind.ts"
import { above, slots } from "../Kind.ts"
import * as Wire from "../Wire.ts"
import * as Questions from "./Questions.ts"
import * as Staff from "./Staff.ts"

export const createdAt = (account: Account, row: number): number =>
  Math.floor(account.epoch - 5.5 * 365 * day + (row / account.jobs) * 5 * 365 * day)

const status = (row: number): "open" | "closed" | "draft" =>
  row % 7 === 3 ? "closed" : row % 7 === 4 ? "draft" : "open"

export const title = (account: Account, row: number): string => {
  const { titles } = departments[row % departments.length] ?? departments[0]
  return titles[Seeded.bits(account.source("jobs"), row, 1) % titles.length] ?? titles[0]
}

const closedAt = (account: Account, row: number): number => createdAt(account, row) + 100 * day

const job = (account: Account, row: number): JsonObject => ({
  name: title(account, row),
  requisition_id: row % 4 === 3 ? null : `R-00${row}`,
  notes: row % 3 === 0 ? "<p>Backfill &amp; growth</p>" : null,
  confidential: row % 10 === 8,
  status: status(row),
  opened_at: status(row) === "draft" ? null : Wire.instant(createdAt(account, row) + day),
  closed_at: status(row) === "closed" ? Wire.instant(closedAt(account, row)) : null,
  is_template: row === 1,
  copied_from_id: row > 1 && row % 5 === 2 ? id(account, "jobs", 1) : null,
  department_id: row % 6 === 5 ? null : id(account, "departments", row % Staff.departmentCount),
  office_ids:
    row % 4 === 2 ? [id(account, "offices", 1), id(account, "offices", 3)] : [id(account, "offices", 1 + (row % 4))],
  custom_fields: CustomFields.job(account, row)
})

const post = (account: Account, row: number): JsonObject => {
  const job = above(2, row)
  const isActive = row % 8 !== 6
  const isLive = isActive && status(job) === "open"
  const published = createdAt(account, job) + 2 * day
  return {
    title: title(account, job),
    internal: row % 2 === 1,
    active: isActive,
    live: isLive,
    featured: false,
    first_published_at: isLive ? Wire.instant(published) : null,
    content: `<p>We are looking for a ${title(account, job)}.</p><ul><li>Remote &amp; on site</li></ul>`,
    internal_content: row % 2 === 1 ? "<p>Referral bonus applies.</p>" : null,
    language: job % 5 === 4 ? "de" : "en",
    public_url:
      isLive && row % 2 === 0 ? `https://job-boards.example.com/sandbox/jobs/${id(account, "job_posts", row)}` : null,
    demographic_question_set_id: job % 2 === 0 ? id(account, "demographic_question_sets", 0) : null,
    job_id: id(account, "jobs", job),
    job_board_id: 1,
    location: { type: "free_text", name: "Berlin or remote", id: null },
    questions: Questions.ofPost(account, row)
  }
}

const opening = (account: Account, row: number): JsonObject => {
  const job = above(2, row)
  const isFilled = row === 2 && account.applications > 1
  const isOpen = !isFilled && status(job) !== "closed"
  return {
    job_id: id(account, "jobs", job),
    opened_at: Wire.instant(createdAt(account, job) + day),
    closed_at: isOpen ? null : Wire.instant(isFilled ? Facts.activeAt(account, 1) : closedAt(account, job)),
    sort_order: row % 2,
    opening_id: row % 4 === 3 ? null : `R-00${job}-${1 + (row % 2)}`,
    application_id: isFilled ? id(account, "applications", 1) : null,
    close_reason_id: isOpen ? null : id(account, "close_reasons", isFilled ? 0 : 2),
    target_start_on: row % 3 === 0 ? Wire.date(createdAt(account, job) + 60 * day) : null,
    open: isOpen,
    custom_fields: CustomFields.opening(row)
  }
}

/** The stages that have an interview planned. */
export const hasInterview = (stage: number): boolean => {
  const at = stage % Facts.stages.length
  return at >= Facts.stageAt.screen && at < Facts.stageAt.offer
}

const attributes = ["Problem solving", "Communication", "Système & architecture"] as const

export const attributeCount = attributes.length

const ownerTypes = ["recruiter", "coordinator", "sourcer"] as const

export const make = (account: Account): ReadonlyArray<Kind> => {
  const stages = Facts.stages.length
  const under = (
    list: ListName,
    singular: string,
    width: number,
    fields: (row: number, job: number) => JsonObject,
    exists: (row: number, job: number) => boolean = () => true
  ): Kind => {
    const at = (row: number) => createdAt(account, above(width, row)) + 1000 * (row % width)
    return {
      list,
      singular,
      size: account.jobs * width,
      exists: (row) => exists(row, above(width, row)),
      createdAt: at,
      updatedAt: at,
      fields: (row) => ({ job_id: id(account, "jobs", above(width, row)), ...fields(row, above(width, row)) }),
      parent: { list: "jobs", field: "job_id", rows: slots(width) }
    }
  }
  const interviewId = (row: number) => id(account, "job_interviews", row)
  return [
    {
      list: "jobs",
      singular: "job",
      size: account.jobs,
      createdAt: (row) => createdAt(account, row),
      updatedAt: (row) => (status(row) === "closed" ? closedAt(account, row) : createdAt(account, row) + 3 * day),
      fields: (row) => job(account, row)
    },
    {
      ...under(
        "job_posts",
        "job_post",
        2,
        (row) => post(account, row),
        (row, job) => row % 2 === 0 || job % 3 === 1
      ),
      // Only active posts are sent unless the others are asked for.
      hides: (query) => (query.has("active") ? undefined : (record) => record.active !== true)
    },
    under(
      "openings",
      "opening",
      2,
      (row) => opening(account, row),
      (row, job) => row % 2 === 0 || job % 2 === 0
    ),
    under("job_interview_stages", "job_interview_stage", stages, (row) => ({
      sort_order: row % stages,
      name: Facts.stages[row % stages] ?? "",
      active: row % stages !== stages - 1
    })),
    under(
      "job_interviews",
      "job_interview",
      stages,
      (row) => ({
        job_interview_stage_id: id(account, "job_interview_stages", row),
        sort_order: 0,
        scheduling_type: "needs_scheduling",
        duration: 30 * (row % 3),
        summary: null,
        instructions: null,
        name: row % stages === 1 ? "Recruiter phone screen" : `${Facts.stages[row % stages]} interview`,
        active: true,
        require_scorecard: row % 2 === 0
      }),
      hasInterview
    ),
    under(
      "interview_kits",
      "interview_kit",
      stages,
      (row) => ({
        job_interview_id: interviewId(row),
        exercises: null,
        anonymize_candidate: false,
        anonymize_resumes: false
      }),
      hasInterview
    ),
    withoutJob(
      under(
        "scorecard_questions",
        "scorecard_question",
        stages,
        (row) => ({
          interview_kit_id: id(account, "interview_kits", row),
          question: "What would this person teach us?",
          sort_order: 0,
          active: true,
          answer_type: "text",
          required: false
        }),
        hasInterview
      )
    ),
    under("job_candidate_attributes", "job_candidate_attribute", attributeCount, (row) => ({
      candidate_attribute_type_id: id(account, "candidate_attribute_types", row),
      active: true,
      sort_order: row % attributeCount,
      name: attributes[row % attributeCount] ?? ""
    })),
    under("candidate_attribute_types", "candidate_attribute_type", attributeCount, (row) => ({
      name: attributes[row % attributeCount] ?? "",
      sort_order: row % attributeCount,
      active: true,
      is_draft: null
    })),
    under(
      "job_owners",
      "job_owner",
      ownerTypes.length,
      (row, job) => ({
        user_id: Staff.some(account, job + row),
        type: ownerTypes[row % ownerTypes.length] ?? "recruiter",
        responsible: row % ownerTypes.length === 0
      }),
      (row, job) => row % ownerTypes.length !== 2 || job % 2 === 1
    ),
    under(
      "job_hiring_managers",
      "job_hiring_manager",
      1,
      (row) => ({ user_id: Staff.some(account, row + 2) }),
      (row) => row % 5 !== 4
    ),
    withoutJob(
      under("job_post_locations", "job_post_location", 1, (row) => ({
        plain_text_location: "Berlin or remote",
        office_id: null,
        type: "free_text",
        job_post_id: id(account, "job_posts", row * 2),
        custom_location_id: null
      }))
    ),
    under(
      "job_notes",
      "job_note",
      1,
      (row) => ({ user_id: Staff.some(account, row), body: "Budget approved.", visibility: "admin_only_visible" }),
      (row) => row % 3 === 0
    )
  ]
}

/** Lists that lead to their job through another list only. */
const withoutJob = (kind: Kind): Kind => ({
  ...kind,
  fields: (row) => {
    const { job_id: _, ...fields } = kind.fields(row)
    return fields
  }
})
