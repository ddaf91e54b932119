/** Absences from work. */
import { Company } from "@crosswalk/core/hris/Company"
import { TimeOff } from "@crosswalk/core/hris/TimeOff"
import * as Relation from "@crosswalk/core/Relation"
import type { absenceTypes } from "@crosswalk/core/Words"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Time from "../../Time.ts"
import type { Ours } from "../../Word.ts"
import * as Word from "../../Word.ts"
import * as Optional from "../Optional.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

/** Their words for kinds of absence. */
export const types = {
  VACATION: "VACATION",
  ANNUAL_LEAVE: "VACATION",
  PAID_TIME_OFF: "VACATION",
  HOLIDAY: "HOLIDAY",
  SICK: "SICK",
  MATERNITY: "PARENTAL",
  PATERNITY: "PARENTAL",
  PARENTAL: "PARENTAL",
  BEREAVEMENT: "BEREAVEMENT",
  UNPAID: "UNPAID",
  COMPENSATORY: "IN_LIEU",
  OTHER: "OTHER",
  TIME_OFF: null,
  PERSONAL: null,
  SHORT_TERM_DISABILITY: null,
  LONG_TERM_DISABILITY: null,
  FAMILY_MEDICAL_LEAVE: null,
  COMPASSIONATE: null,
  EMERGENCY_LEAVE: null,
  LEAVE_OF_ABSENCE: null,
  JURY_DUTY: null,
  VOLUNTEER: null,
  WORK_FROM_HOME: null
} as const satisfies Word.Table<(typeof absenceTypes)[number], string>

/** Their words for the state of a request. */
export const statuses = {
  REQUESTED: "PENDING",
  APPROVED: "APPROVED",
  DECLINED: "DENIED",
  CANCELLED: "CANCELLED",
  DELETED: "CANCELLED"
} as const satisfies Word.Table<Ours<NonNullable<RecordOf<"time_off">["status"]>>, string>

const units = { HOURS: "HOUR", DAYS: "DAY" } as const

const kinds = ["VACATION", "SICK", "HOLIDAY", "BEREAVEMENT", "PARENTAL", "UNPAID", "IN_LIEU", "OTHER"] as const

/** An absence. */
export const timeOff = Row.projection(
  TimeOff,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    // A client refuses an absence of nobody; whose it is must be known by some id.
    user_id: Schema.String.annotate({ description: "The employee who is absent." }),
    approver_user_id: Optional.text("The employee who granted the request."),
    company_id: Optional.text("The legal entity that employs the person."),
    type: Optional.word(kinds, "Kind of absence."),
    original_type: Optional.text("The vendor's word for the kind of absence."),
    status: Optional.word(["APPROVED", "PENDING", "DENIED", "CANCELLED"], "Whether the absence is granted."),
    start_at: Optional.instant("First day of the absence, with its time where that is known."),
    end_at: Optional.instant("Last day of the absence, with its time where that is known."),
    duration: Optional.number("Working time that the absence costs."),
    duration_type: Optional.word(["HOUR", "DAY"], "Unit of the duration."),
    is_paid: Optional.boolean("Whether the time is paid."),
    reason: Optional.text("Why the person is absent."),
    comments: Optional.text("What the person wrote with the request."),
    approved_at: Optional.instant("When the request was granted.")
  }),
  {
    names: [
      Relation.to(TimeOff, "company_id", Company),
      ...Reference.people(TimeOff, "user_id"),
      ...Reference.people(TimeOff, "approver_user_id")
    ],
    fields: {
      ...Row.rules,
      // Where the employee was never read, our own id of them stands: it is the same for all their records.
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id) ?? user_id ?? "",
      approver_user_id: ({ approver_user_id }, context) => Reference.one(context, "employee", approver_user_id),
      company_id: ({ company_id }, context) => Reference.one(context, "company", company_id),
      type: ({ type }) => Word.open(types, type),
      original_type: ({ type }) => type?.remote,
      status: ({ status }) => Word.open(statuses, status),
      start_at: ({ start_time, starts_on }) => Time.at(starts_on, start_time),
      end_at: ({ end_time, ends_on }) => Time.at(ends_on, end_time),
      duration: ({ duration }) => duration?.value,
      duration_type: ({ duration }) => Word.open(units, duration?.unit),
      is_paid: ({ is_paid }) => is_paid,
      reason: ({ reason }) => reason,
      comments: ({ comment }) => comment,
      approved_at: ({ approved_at }) => Time.instant(approved_at)
    }
  }
)
