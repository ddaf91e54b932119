/**
 * Interviews that took place or will, who is in them, and the scorecards that came of them.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { remarks } from "@crosswalk/sandbox/Vocabulary"
import type { Account, ListName } from "../Account.ts"
import { day, id } from "../Account.ts"
import * as Facts from "../Facts.ts"
import type { Kind } from "../Kind.ts"
import { above, slots } from "../Kind.ts"
import * as Wire from "../Wire.ts"
import * as Jobs from "./Jobs.ts"
import * as Staff from "./Staff.ts"

/** Slots per application: one interview that is over, one that is to come. */
const width = 2

const exists = (account: Account, row: number): boolean => {
  const application = above(width, row)
  const stage = Facts.stage(account, application)
  if (!Facts.hasJob(account, application) || stage === Facts.stageAt.review) return false
  const isOpen = Facts.outcome(account, application) === "open"
  return row % width === 0 || (isOpen && stage < Facts.stageAt.offer)
}

/** The planned interview of the job, as a row of `job_interviews`. */
const planned = (account: Account, row: number): number => {
  const application = above(width, row)
  const stage =
    row % width === 0 ? Facts.stageAt.screen : Math.max(Facts.stageAt.screen, Facts.stage(account, application))
  return Facts.stageRow(Facts.job(account, application), stage)
}

const startsAt = (account: Account, row: number): number => {
  const application = above(width, row)
  return row % width === 0 ? Facts.activeAt(account, application) : account.epoch + (1 + (row % 14)) * day
}

const isScored = (account: Account, row: number): boolean => row % width === 0 && exists(account, row) && row % 10 !== 8

const interview = (account: Account, row: number): JsonObject => {
  const application = above(width, row)
  const start = startsAt(account, row)
  const allDay = row % 9 === 7
  const isOver = row % width === 0
  const scored = isScored(account, row)
  return {
    job_id: id(account, "jobs", Facts.job(account, application)),
    application_id: id(account, "applications", application),
    job_interview_id: id(account, "job_interviews", planned(account, row)),
    starts_at: allDay ? null : Wire.instant(start),
    ends_at: allDay ? null : Wire.instant(start + 2_700_000),
    location: row % 3 === 1 ? null : "Room Cedar",
    status: isOver ? (scored ? "complete" : "awaiting_feedback") : row % 4 === 3 ? "to_be_scheduled" : "scheduled",
    organizer_id: row % 7 === 6 ? null : Staff.some(account, row),
    scheduled_at: Wire.instant(Facts.appliedAt(account, application) + 1000),
    all_day_start_on: allDay ? Wire.date(start) : null,
    all_day_end_on: allDay ? Wire.date(start + day) : null,
    external_event_id: row % 5 === 0 ? `event-${row}` : null,
    video_conferencing_url: row % 3 === 1 ? "https://meet.example.com/sandbox?room=1&pin=2" : null,
    availability_received_at: null
  }
}

const interviewer = (account: Account, row: number): JsonObject => {
  const interview = above(2, row)
  const isGuest = row % 2 === 1 && interview % 4 === 2
  return {
    interview_id: id(account, "interviews", interview),
    user_id: isGuest ? null : Staff.some(account, interview + (row % 2)),
    scorecard_id: row % 2 === 0 && isScored(account, interview) ? id(account, "scorecards", interview) : null,
    email: isGuest ? "guest@example.org" : Staff.email(account, (interview + (row % 2)) % account.users),
    response_status: (["accepted", "needs_action", "tentative", "declined", null] as const)[row % 5] ?? null
  }
}

const ratings = ["strong_yes", "yes", "no_decision", "no", "definitely_not"] as const

const scorecard = (account: Account, row: number): JsonObject => {
  const isDraft = row % 12 === 6
  const at = startsAt(account, row)
  const notes = row % 5 === 1 ? null : Seeded.pick(account.source("scorecards"), row, 1, remarks)
  return {
    interview_kit_id: id(account, "interview_kits", planned(account, row)),
    interviewer_id: Staff.some(account, row),
    interviewed_at: Wire.instant(at),
    notes,
    notes_with_tags: notes,
    submitter_id: Staff.some(account, row),
    candidate_rating: isDraft ? "no_decision" : (ratings[above(2, row) % ratings.length] ?? "yes"),
    private_notes: row % 6 === 4 ? "Asked for a higher salary" : null,
    private_notes_with_tags: null,
    status: isDraft ? "draft" : "complete",
    public_notes: null,
    public_notes_with_tags: null,
    application_id: id(account, "applications", above(width, row)),
    submitted_at: isDraft ? null : Wire.instant(at + 3_600_000)
  }
}

export const make = (account: Account): ReadonlyArray<Kind> => {
  const size = account.applications * width
  const created = (per: number) => (row: number) => Facts.appliedAt(account, above(width * per, row)) + 1000
  const changed = (per: number) => (row: number) => Facts.activeAt(account, above(width * per, row)) + (row % 30)
  const under = (
    list: ListName,
    singular: string,
    parent: "applications" | "interviews" | "scorecards",
    per: number,
    fields: (row: number) => JsonObject,
    exists: (row: number) => boolean
  ): Kind => ({
    list,
    singular,
    size: size * per,
    exists,
    createdAt: created(per),
    updatedAt: changed(per),
    fields,
    parent: {
      list: parent,
      field: `${parent.slice(0, -1)}_id`,
      rows: slots(parent === "applications" ? width : per)
    }
  })
  return [
    under(
      "interviews",
      "interview",
      "applications",
      1,
      (row) => interview(account, row),
      (row) => exists(account, row)
    ),
    under(
      "interviewers",
      "interviewer",
      "interviews",
      2,
      (row) => interviewer(account, row),
      (row) => exists(account, above(2, row)) && (row % 2 === 0 || above(2, row) % 2 === 0)
    ),
    under(
      "scorecards",
      "scorecard",
      "applications",
      1,
      (row) => scorecard(account, row),
      (row) => isScored(account, row)
    ),
    under(
      "scorecard_question_answers",
      "scorecard_question_answer",
      "scorecards",
      1,
      (row) => {
        const answer = row % 8 === 4 ? null : Seeded.pick(account.source("scorecard_question_answers"), row, 1, remarks)
        return {
          scorecard_id: id(account, "scorecards", row),
          scorecard_question_id: id(account, "scorecard_questions", planned(account, row)),
          answer,
          boolean_value: null,
          answer_with_tags: answer ?? ""
        }
      },
      (row) => isScored(account, row)
    ),
    under(
      "scorecard_candidate_attributes",
      "scorecard_candidate_attribute",
      "scorecards",
      2,
      (row) => ({
        scorecard_id: id(account, "scorecards", above(2, row)),
        candidate_attribute_rating: ratings[row % ratings.length] ?? "yes",
        job_candidate_attribute_id: id(
          account,
          "job_candidate_attributes",
          Facts.job(account, above(2 * width, row)) * Jobs.attributeCount + (row % 2)
        ),
        note: row % 3 === 0 ? "Clear and quick" : null
      }),
      (row) => isScored(account, above(2, row))
    )
  ]
}
