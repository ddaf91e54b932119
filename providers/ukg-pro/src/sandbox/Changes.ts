/**
 * `employee-changes`: whole rows of whoever was touched in a window of time, made ready every three hours. Without
 * dates it is everybody, up to date.
 */
import type { Answer, Json } from "@crosswalk/sandbox/Answer"
import type { Request } from "@crosswalk/sandbox/Request"
import { parameter } from "@crosswalk/sandbox/Request"
import { Result } from "effect"
import { day } from "./Account.ts"
import * as AccountIds from "./Account.ts"
import { changes } from "./Endpoints.ts"
import * as Facts from "./Facts.ts"
import * as Filters from "./Filters.ts"
import type { Habits } from "./Habits.ts"
import * as Lists from "./Lists.ts"
import * as Problems from "./Problems.ts"
import type { State } from "./State.ts"
import * as Wire from "./Wire.ts"

const step = 3 * 3_600_000

const bound = (request: Request, name: string, otherwise: number): Result.Result<number, Answer> => {
  const text = request.query.get(name)
  if (text === null || text === "") return Result.succeed(otherwise)
  const found = Filters.moment(text)
  // The day that ends a window belongs to it.
  const rest = name === "endDate" && text.length === 10 ? day : 0
  return found === undefined ? Result.fail(Problems.invalid(name, `${name} is no date`)) : Result.succeed(found + rest)
}

const later = (one: Json | undefined, other: Json | undefined): number =>
  Math.max(Wire.millis(one) ?? 0, Wire.millis(other) ?? 0)

export const page = (state: State, habits: Required<Habits>, request: Request): Answer =>
  Result.gen(function* () {
    const { query } = request
    yield* Filters.checkNames(query, new Set(["startDate", "endDate", "page", "per_page", "per_Page"]))
    const { limit, skip } = yield* Lists.window(query, changes.size)
    const from = yield* bound(request, "startDate", Number.NEGATIVE_INFINITY)
    const to = yield* bound(request, "endDate", Number.POSITIVE_INFINITY)
    const held = state.held(changes.kind)
    if (held === undefined) return Problems.notFound
    const isWhole = !query.has("startDate") && !query.has("endDate")
    const ready: Filters.Span = { from, to: Math.min(to, Math.floor(request.now / step) * step) }
    const persons = state.held("employee")?.table
    const records = held.table.read({
      skip,
      limit,
      acceptsRow: isWhole
        ? undefined
        : (row) => {
            const { account } = state
            const person = AccountIds.personOf(account, row)
            return (
              persons?.isEdited(AccountIds.employeeId(account, person)) === true ||
              Filters.within(ready, Math.max(Facts.changedAt(account, row), Facts.personChangedAt(account, person)))
            )
          },
      accepts: isWhole
        ? undefined
        : (record) => {
            const person = state.person(Wire.text(record.employeeID))
            return Filters.within(ready, later(record.dateTimeChanged, person.datetimeChanged))
          }
    })
    return Lists.answer(
      records.map((record) => changes.show(record, state)),
      limit,
      habits
    )
  }).pipe(Result.merge)

/** The rows of one person, one for each company. */
export const ofPerson = (state: State, habits: Required<Habits>, request: Request): Answer =>
  Lists.answer(
    state.ofPerson(changes.kind, parameter(request, "employeeId")).map((record) => changes.show(record, state)),
    undefined,
    habits,
    true
  )
