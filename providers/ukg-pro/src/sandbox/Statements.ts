/**
 * Pay statements, which are asked for with a POST.
 */
import type { Answer, JsonObject } from "@crosswalk/sandbox/Answer"
import type { Request } from "@crosswalk/sandbox/Request"
import { Option, Schema } from "effect"
import type { Habits } from "./Habits.ts"
import * as Lists from "./Lists.ts"
import * as Problems from "./Problems.ts"
import * as Payroll from "./record/Payroll.ts"
import type { State } from "./State.ts"
import * as Wire from "./Wire.ts"

const OfCompany = Schema.Struct({
  companyId: Schema.String,
  startDate: Schema.optionalKey(Schema.String),
  endDate: Schema.optionalKey(Schema.String),
  payGroup: Schema.optionalKey(Schema.String),
  page: Schema.optionalKey(Schema.Int),
  per_Page: Schema.optionalKey(Schema.Int)
})

const OfEmployee = Schema.Struct({
  employeeIdentifier: Schema.Struct({
    companyCode: Schema.optionalKey(Schema.String),
    employeeNumber: Schema.optionalKey(Schema.String),
    eeid: Schema.optionalKey(Schema.String),
    coid: Schema.optionalKey(Schema.String)
  })
})

const decodeCompany = Schema.decodeUnknownOption(Schema.fromJsonString(OfCompany))
const decodeEmployee = Schema.decodeUnknownOption(Schema.fromJsonString(OfEmployee))

const statement = (state: State, payment: JsonObject): JsonObject =>
  Payroll.statement(payment, state.person(Wire.text(payment.employeeId)))

const day = (text: string | undefined, otherwise: string): string => (text ?? otherwise).slice(0, 10)

/** The statements of a company between two days, both included. */
export const ofCompany = (state: State, habits: Required<Habits>, request: Request): Answer => {
  const asked = decodeCompany(request.body)
  if (Option.isNone(asked)) return Problems.invalid("companyId", "companyId must be given")
  const { companyId, endDate, page = 1, payGroup, per_Page = 100, startDate } = asked.value
  const [from, to] = [day(startDate, "0000-01-01"), day(endDate, "9999-12-31")]
  const limit = Math.min(10_000, Math.max(1, per_Page))
  const payments =
    state.held("payment")?.table.read({
      skip: (Math.max(1, page) - 1) * limit,
      limit,
      accepts: (record) => {
        const paid = Wire.text(record.payDate).slice(0, 10)
        return (
          record.companyId === companyId &&
          paid >= from &&
          paid <= to &&
          (payGroup === undefined || record.payGroup === payGroup)
        )
      }
    }) ?? []
  return Lists.answer(
    payments.map((payment) => statement(state, payment)),
    limit,
    habits
  )
}

/** The last statement of one person, by the person's id or by company and number. */
export const last = (state: State, habits: Required<Habits>, request: Request): Answer => {
  const asked = decodeEmployee(request.body)
  if (Option.isNone(asked)) return Problems.invalid("employeeIdentifier", "employeeIdentifier must be given")
  const { coid, companyCode, eeid, employeeNumber } = asked.value.employeeIdentifier
  const payments =
    eeid === undefined
      ? (state.held("payment")?.table.read({
          skip: 0,
          limit: undefined,
          accepts: (record) => record.companyCode === companyCode && record.employeeNumber === employeeNumber
        }) ?? [])
      : state.ofPerson("payment", eeid).filter((record) => coid === undefined || record.companyId === coid)
  const newest = payments.toSorted((a, b) => Wire.text(b.payDate).localeCompare(Wire.text(a.payDate)))[0]
  return Lists.one(newest === undefined ? undefined : statement(state, newest), habits)
}
