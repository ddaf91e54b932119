/**
 * The scheduling module's lists. They are counted from an index, by record, and wrapped; requests for time off come in
 * one answer, for a span of days that must be given.
 */
import type { Answer, JsonObject } from "@crosswalk/sandbox/Answer"
import { json } from "@crosswalk/sandbox/Answer"
import type { Request } from "@crosswalk/sandbox/Request"
import { Result } from "effect"
import * as AccountIds from "./Account.ts"
import * as Filters from "./Filters.ts"
import type { Habits } from "./Habits.ts"
import * as Lists from "./Lists.ts"
import * as Problems from "./Problems.ts"
import * as Scheduling from "./record/Scheduling.ts"
import type { State } from "./State.ts"
import * as Wire from "./Wire.ts"

export const paths = {
  timeOff: "/simpleschedule/timeoff_requests",
  employees: "/simpleschedule/employees",
  teams: "/simpleschedule/teams"
} as const

const ordinary = 100
const largest = 1000

const wrapped = (
  entities: ReadonlyArray<JsonObject>,
  index: number,
  habits: Required<Habits>,
  max?: number
): Answer => {
  if (entities.length === 0 && habits.empty === "not-found") return Problems.notFound
  const answer = json({ entities, index, requestedCount: entities.length })
  return entities.length === max ? { ...answer, continues: true } : answer
}

/** A part of a list, as long as `max` says. */
const counted = (
  { query }: Request,
  habits: Required<Habits>,
  read: (index: number, max: number) => ReadonlyArray<JsonObject>
): Answer =>
  Result.gen(function* () {
    yield* Filters.checkNames(query, new Set(["index", "max"]))
    const index = yield* Lists.whole(query, "index", { otherwise: 0, least: 0, most: Number.MAX_SAFE_INTEGER })
    const max = yield* Lists.whole(query, "max", { otherwise: ordinary, least: 1, most: largest })
    return wrapped(read(index, max), index, habits, max)
  }).pipe(Result.merge)

export const employees = (state: State, habits: Required<Habits>, request: Request): Answer =>
  counted(request, habits, (index, max) => {
    const people = state.held("employee")?.table.read({ skip: index, limit: max }) ?? []
    return people.map((person) => {
      const id = Wire.text(person.employeeId)
      const row = AccountIds.rowOf(state.account, id) ?? 0
      const home =
        row < state.account.people
          ? Scheduling.homeOf(state.account, row)
          : Wire.text(state.ofPerson("employment", id)[0]?.companyID)
      return Scheduling.employee(state.account, row, person, home)
    })
  })

export const teams = ({ account }: State, habits: Required<Habits>, request: Request): Answer =>
  counted(request, habits, (index, max) => {
    const last = Math.min(index + max, Scheduling.teams(account))
    return Array.from({ length: Math.max(0, last - index) }, (_, at) => Scheduling.team(index + at))
  })

/** The tenant's day of a bound. */
const bound = (query: URLSearchParams, name: string): Result.Result<string, Answer> => {
  const text = query.get(name)
  if (text === null || text === "") return Result.fail(Problems.invalid(name, `${name} must be given`))
  const found = Filters.moment(text)
  return found === undefined
    ? Result.fail(Problems.invalid(name, `${name} is no date`))
    : Result.succeed(Wire.day(found))
}

const days = (record: JsonObject): ReadonlyArray<JsonObject> => Wire.list(record.days).map(Wire.object)

/** Whole requests of which a day lies in the span, both ends of which belong to it. */
export const timeOff = (state: State, habits: Required<Habits>, { query }: Request): Answer =>
  Result.gen(function* () {
    yield* Filters.checkNames(query, new Set(["emp_id", "emp_name", "from", "to"]))
    const from = yield* bound(query, "from")
    const to = yield* bound(query, "to")
    const [id, name] = [query.get("emp_id"), query.get("emp_name")]
    const isOf = (record: JsonObject): boolean => {
      const number = Number(days(record)[0]?.empId)
      if (id !== null && id !== String(number)) return false
      const person = AccountIds.employeeId(state.account, Scheduling.personOf(number))
      return name === null || Scheduling.name(state.person(person)) === name
    }
    const found = state.held("timeOffRequest")?.table.read({
      skip: 0,
      limit: undefined,
      accepts: (record) =>
        isOf(record) && days(record).some(({ date }) => Wire.text(date) >= from && Wire.text(date) <= to)
    })
    return wrapped(found ?? [], 0, habits)
  }).pipe(Result.merge)
