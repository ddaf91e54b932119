/** Absences, and the leave that people have. */
import { TimeOff } from "@crosswalk/core/hris/TimeOff"
import { TimeOffBalance } from "@crosswalk/core/hris/TimeOffBalance"
import type { Leave } from "@crosswalk/core/Part"
import type { RecordOf } from "../../Related.ts"
import * as Shape from "../../Shape.ts"
import * as Time from "../../Time.ts"
import * as Word from "../../Word.ts"
import * as Row from "../Row.ts"
import * as Words from "../Words.ts"

const statuses = ["REQUESTED", "APPROVED", "DECLINED", "CANCELLED", "DELETED"] as const

/** Whether an absence is granted. */
export const status = {
  REQUESTED: "REQUESTED",
  APPROVED: "APPROVED",
  DECLINED: "DECLINED",
  CANCELLED: "CANCELLED",
  DELETED: "DELETED"
} as const satisfies Word.Table<Word.Ours<RecordOf<"time_off">["status"]>, (typeof statuses)[number]>

const unit = { HOURS: "HOURS", DAYS: "DAYS" } as const

/** An absence. */
export const timeOff = Row.projection(
  TimeOff,
  Row.shape("TimeOff", {
    employee: Row.one("Who is absent."),
    approver: Row.one("Who granted the request."),
    status: Shape.open(statuses, "Whether the absence is granted."),
    employee_note: Shape.text("What the employee wrote with the request."),
    units: Shape.open(["HOURS", "DAYS"], "Unit of the amount."),
    amount: Shape.number("Working time that the absence costs."),
    request_type: Shape.open(Words.absenceTypes, "Kind of absence."),
    start_time: Shape.instant("When the absence begins, by the clock of the place, written as if in UTC."),
    end_time: Shape.instant("When the absence ends, by the clock of the place, written as if in UTC.")
  }),
  {
    fields: {
      ...Row.rules,
      employee: ({ user_id }) => user_id,
      approver: ({ approver_user_id }) => approver_user_id,
      status: (absence) => Word.open(status, absence.status),
      employee_note: ({ comment }) => comment,
      units: ({ duration }) => Word.open(unit, duration?.unit),
      amount: ({ duration }) => duration?.value ?? null,
      request_type: ({ type }) => Word.open(Words.absenceType, type),
      start_time: ({ start_time, starts_on }) => Time.at(starts_on, start_time),
      end_time: ({ end_time, ends_on }) => Time.at(ends_on, end_time)
    }
  }
)

/** Leave in hours; null when it is counted otherwise, since how many hours a day has is not told. */
const hours = (leave: typeof Leave.Type | null): number | null => (leave?.unit?.value === "HOURS" ? leave.value : null)

/** Leave of one kind that somebody has. */
export const timeOffBalance = Row.projection(
  TimeOffBalance,
  Row.shape("TimeOffBalance", {
    employee: Row.one("Who may be absent."),
    balance: Shape.number("Leave that is left, in hours; null when the vendor counts it otherwise."),
    used: Shape.number("Leave that was taken, in hours; null when the vendor counts it otherwise."),
    policy_type: Shape.open(Words.absenceTypes, "Kind of absence.")
  }),
  {
    fields: {
      ...Row.rules,
      employee: ({ user_id }) => user_id,
      balance: ({ balance }) => hours(balance),
      used: ({ used }) => hours(used),
      policy_type: ({ type }) => Word.open(Words.absenceType, type)
    }
  }
)
