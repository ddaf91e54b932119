/**
 * Applications and what hangs directly below them.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { places, remarks } from "@crosswalk/sandbox/Vocabulary"
import type { Account, ListName } from "../Account.ts"
import { day, id } from "../Account.ts"
import * as CustomFields from "../CustomFields.ts"
import * as Facts from "../Facts.ts"
import type { Kind } from "../Kind.ts"
import { above, slots } from "../Kind.ts"
import * as Wire from "../Wire.ts"
import * as Eeoc from "./Eeoc.ts"
import * as Questions from "./Questions.ts"
import * as Staff from "./Staff.ts"
import * as Tables from "./Tables.ts"

const statuses = {
  open: "in_process",
  prospect: "in_process",
  hired: "hired",
  rejected: "rejected",
  converted: "converted"
} as const

const application = (account: Account, row: number): JsonObject => {
  const source = account.source("applications")
  const outcome = Facts.outcome(account, row)
  const hasJob = Facts.hasJob(account, row)
  const job = Facts.job(account, row)
  const stage = Facts.stage(account, row)
  const stageId = hasJob ? id(account, "job_interview_stages", Facts.stageRow(job, stage)) : null
  return {
    agency_note_id: null,
    candidate_id: id(account, "candidates", Facts.candidateOf(account, row)),
    coordinator_id: row % 4 === 1 ? null : Staff.some(account, Seeded.bits(source, row, 10)),
    job_id: hasJob ? id(account, "jobs", job) : null,
    job_post_id: hasJob && row % 3 !== 1 ? id(account, "job_posts", job * 2) : null,
    recruiter_id: row % 5 === 4 ? null : Staff.some(account, Seeded.bits(source, row, 11)),
    referrer_id: row % 6 === 2 ? id(account, "referrers", row % Tables.referrerCount) : null,
    source_id: row % 7 === 6 ? null : id(account, "sources", row % Tables.sourceCount),
    stage_id: stageId,
    stage_name: hasJob ? (Facts.stages[stage] ?? null) : null,
    status: statuses[outcome],
    needs_decision: outcome === "open" ? row % 3 === 0 : null,
    prospect: !hasJob,
    rejected_at: outcome === "rejected" ? Wire.instant(Facts.activeAt(account, row)) : null,
    last_activity_at: row === 8 ? null : Wire.instant(Facts.activeAt(account, row)),
    location_address: row % 3 === 2 ? null : Seeded.pick(source, row, 12, places),
    answers: Questions.answers(row),
    prospective_job_ids: hasJob ? [] : [id(account, "jobs", job)],
    custom_fields: CustomFields.application(row),
    job_interview_stage_id: stageId
  }
}

const attachmentTypes = ["resume", "cover_letter", "signed_offer_letter"] as const

const attachment = (account: Account, row: number): JsonObject => {
  const application = above(attachmentTypes.length, row)
  const type = attachmentTypes[row % attachmentTypes.length] ?? "other"
  const filename = type === "resume" && application % 4 === 3 ? "Lebenslauf Ä (final).pdf" : `${type}.pdf`
  return {
    application_id: id(account, "applications", application),
    candidate_id: id(account, "candidates", Facts.candidateOf(account, application)),
    type: application % 10 === 6 && type === "cover_letter" ? "other" : type,
    filename,
    url: `https://files.example.com/sandbox/${id(account, "attachments", row)}/${encodeURIComponent(filename)}?X-Amz-Expires=604800&X-Amz-Signature=${Seeded.bits(account.source("attachments"), row, 1).toString(16)}`
  }
}

const noteTypes = ["NOTE", "EMAIL", "ACTIVITY"] as const

const note = (account: Account, row: number): JsonObject => {
  const application = above(noteTypes.length, row)
  const type = noteTypes[row % noteTypes.length] ?? "NOTE"
  const body = Seeded.pick(account.source("notes"), row, 1, remarks)
  const user = Seeded.bits(account.source("notes"), row, 2) % account.users
  return {
    candidate_id: id(account, "candidates", Facts.candidateOf(account, application)),
    application_id: application % 6 === 5 ? null : id(account, "applications", application),
    body,
    subject: type === "EMAIL" ? "Your application" : null,
    type,
    user_id: type === "ACTIVITY" ? null : Staff.userId(account, user),
    email_from: type === "EMAIL" ? Staff.email(account, user) : null,
    email_to: type === "EMAIL" ? "candidate@example.com" : null,
    email_cc: type === "EMAIL" ? [] : null,
    import_hash: null,
    body_with_tags: null,
    visibility: (["publicly_visible", "privately_visible", "admin_only_visible"] as const)[application % 3] ?? null,
    email_attachment_file_names: null
  }
}

const rejection = (account: Account, row: number): JsonObject => {
  const hasReason = row !== 6 && row % 17 !== 3
  return {
    application_id: id(account, "applications", row),
    rejected_by_id: row % 9 === 7 ? null : Staff.some(account, row),
    rejection_note_id: null,
    rejection_reason_id: hasReason ? id(account, "rejection_reasons", row % Tables.rejectionReasons) : null,
    rejected_at: Wire.instant(Facts.activeAt(account, row)),
    question_custom_fields: CustomFields.rejection(row)
  }
}

const prospect = (account: Account, row: number): JsonObject => ({
  application_id: id(account, "applications", row),
  pool_id: row % 5 === 0 ? null : id(account, "prospect_pools", row % 2),
  pool_stage_id: row % 5 === 0 ? null : id(account, "prospect_pool_stages", (row % 2) * Tables.poolStages),
  prospect_owner_id: row % 3 === 0 ? null : Staff.some(account, row),
  department_id: id(account, "departments", row % Staff.departmentCount),
  office_id: id(account, "offices", row % Staff.officeCount)
})

/** The stage an application stands in, and for every other one the first stage, which it has left. */
const stageVisit = (account: Account, row: number): JsonObject => {
  const application = above(2, row)
  const isCurrent = row % 2 === 0
  const applied = Facts.appliedAt(account, application)
  const moved = applied + Math.floor((Facts.activeAt(account, application) - applied) / 2)
  const stage = isCurrent ? Facts.stage(account, application) : Facts.stageAt.review
  return {
    application_id: id(account, "applications", application),
    job_interview_stage_id: id(account, "job_interview_stages", Facts.stageRow(Facts.job(account, application), stage)),
    entered_at: Wire.instant(isCurrent ? moved : applied),
    exited_at: isCurrent ? null : Wire.instant(moved),
    days_in_stage: Math.floor((isCurrent ? account.epoch - moved : moved - applied) / day),
    current: isCurrent
  }
}

const demographic = (account: Account, row: number): JsonObject => {
  const option = row % (2 * Tables.answerCount)
  return {
    application_id: id(account, "applications", row),
    demographic_question_id: id(account, "demographic_questions", Math.floor(option / Tables.answerCount)),
    demographic_answer_option_id: id(account, "demographic_answer_options", option),
    free_form_text: option === 2 ? "In my own words" : null
  }
}

export const make = (account: Account): ReadonlyArray<Kind> => {
  const under = (
    list: ListName,
    singular: string,
    width: number,
    fields: (account: Account, row: number) => JsonObject,
    exists: (application: number, slot: number) => boolean
  ): Kind => ({
    list,
    singular,
    size: account.applications * width,
    exists: (row) => exists(above(width, row), row % width),
    createdAt: (row) => Facts.appliedAt(account, above(width, row)) + 1000,
    updatedAt: (row) => Facts.activeAt(account, above(width, row)) + 10 + (row % width),
    fields: (row) => fields(account, row),
    parent: { list: "applications", field: "application_id", rows: slots(width) }
  })
  const hasJob = (row: number) => Facts.hasJob(account, row)
  const outcome = (row: number) => Facts.outcome(account, row)
  return [
    {
      list: "applications",
      singular: "application",
      size: account.applications,
      createdAt: (row) => Facts.appliedAt(account, row),
      updatedAt: (row) => Facts.changedAt(account, row),
      fields: (row) => application(account, row),
      parent: {
        list: "candidates",
        field: "candidate_id",
        rows: (candidate) => Facts.applicationsOf(account, candidate)
      },
      parameters: ["custom_field_option_id"]
    },
    under("application_stages", "application_stage", 2, stageVisit, (row, slot) =>
      slot === 0 ? hasJob(row) : hasJob(row) && row % 2 === 1 && Facts.stage(account, row) !== Facts.stageAt.review
    ),
    under("attachments", "attachment", attachmentTypes.length, attachment, (row, slot) =>
      slot === 0 ? row % 10 !== 7 : slot === 1 ? row % 3 === 0 : outcome(row) === "hired"
    ),
    {
      ...under("notes", "note", noteTypes.length, note, (row, slot) =>
        slot === 0 ? row % 2 === 0 : slot === 1 ? row % 4 === 1 : row % 5 === 0
      ),
      // Not every note is about an application: they belong to the person.
      parent: {
        list: "candidates",
        field: "candidate_id",
        rows: (candidate) => Facts.applicationsOf(account, candidate).flatMap(slots(noteTypes.length))
      }
    },
    under("rejection_details", "rejection_detail", 1, rejection, (row) => outcome(row) === "rejected"),
    under("prospect_details", "prospect_detail", 1, prospect, (row) => !hasJob(row)),
    under("eeoc", "eeoc", 1, Eeoc.fields, (row) => row === 1 || row % 3 === 0),
    under("demographic_answers", "demographic_answer", 1, demographic, (row) => row % 4 === 0)
  ]
}
