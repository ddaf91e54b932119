/** Absences. */
import { TimeOff } from "@crosswalk/core/hris/TimeOff"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Form from "../Form.ts"
import * as Row from "../Row.ts"
import * as Shape from "../../Shape.ts"
import * as Word from "../../Word.ts"
import * as Words from "../Words.ts"
import { AbsenceType, absenceType } from "./AbsenceType.ts"

const statuses = ["REQUESTED", "APPROVED", "DECLINED", "CANCELLED", "DELETED"] as const

const status = {
  REQUESTED: "REQUESTED",
  APPROVED: "APPROVED",
  DECLINED: "DECLINED",
  CANCELLED: "CANCELLED",
  DELETED: "DELETED"
} as const satisfies Word.Table<NonNullable<NonNullable<RecordOf<"time_off">["status"]>["value"]>, string>

const day = (description: string) =>
  Schema.NullOr(Schema.String).annotate({ description: `${description}, as YYYY-MM-DD.` })

/** The employee of a record that cannot be without one; empty when the vendor does not tell whose it is. */
export const employeeOf = ({ user_id }: { readonly user_id: string | null }): string => Form.reference(user_id) ?? ""

/** The field of {@link employeeOf}. */
export const employee_id = Shape.required("The employee; empty when the vendor does not tell whose it is.")

const shape = Row.shape({
  employee_id,
  start_date: day("First day of the absence"),
  end_date: day("Last day of the absence"),
  start_half_day: Shape.boolean("Whether the first day counts half."),
  end_half_day: Shape.boolean("Whether the last day counts half."),
  start_time: Shape.text("When the absence begins on the first day, as HH:mm:ss."),
  end_time: Shape.text("When the absence ends on the last day, as HH:mm:ss."),
  amount: Shape.number("Working time that the absence costs."),
  unit: Shape.closed(["HOURS", "DAYS"], "Unit of the amount."),
  status: Shape.open(statuses, "Whether the absence is granted."),
  employee_note: Shape.text("What the employee wrote with the request."),
  type_id: Shape.reference("The kind of absence."),
  ...Row.remoteTimes,
  type: Shape.maybe(AbsenceType, "The kind of absence; null when the vendor does not tell.")
})

/** An absence. */
export const absence = Row.projection(TimeOff, shape, {
  fields: {
    ...Row.rules,
    ...Row.remoteTimeRules,
    employee_id: employeeOf,
    start_date: ({ starts_on }) => starts_on,
    end_date: ({ ends_on }) => ends_on,
    start_half_day: ({ start_half_day }) => start_half_day,
    end_half_day: ({ end_half_day }) => end_half_day,
    start_time: ({ start_time }) => start_time,
    end_time: ({ end_time }) => end_time,
    amount: ({ duration }) => duration?.value ?? null,
    unit: ({ duration }) => Word.closed(Words.leaveUnit, duration?.unit),
    status: (absence) => Word.open(status, absence.status),
    employee_note: ({ comment }) => comment,
    type_id: (absence, { identify }) => absenceType(absence, identify)?.id ?? null,
    type: (absence, { identify }) => absenceType(absence, identify)
  }
})
