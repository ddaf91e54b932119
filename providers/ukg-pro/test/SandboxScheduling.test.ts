import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { all, call, UkgPro } from "./caller.ts"

const Named = Schema.Struct({
  id: Schema.Int,
  locName: Schema.String,
  locDesc: Schema.String,
  name: Schema.String
})

const Day = Schema.Struct({
  id: Schema.Int,
  requestId: Schema.Int,
  date: Schema.String,
  from: Schema.Int,
  to: Schema.Int,
  fullDay: Schema.Boolean,
  status: Schema.String,
  type: Schema.NullOr(Named),
  reason: Schema.NullOr(Named),
  empComment: Schema.NullOr(Schema.String),
  conclusionDate: Schema.NullOr(Schema.String),
  conclusionComment: Schema.NullOr(Schema.String),
  payInAdv: Schema.Boolean,
  submittedDate: Schema.String,
  empId: Schema.Int
})

const Requested = Schema.Struct({
  id: Schema.Int,
  type: Schema.String,
  comment: Schema.NullOr(Schema.String),
  days: Schema.NonEmptyArray(Day)
})

const Employee = Schema.Struct({
  empId: Schema.Int,
  empName: Schema.String,
  teamName: Schema.String,
  eeId: Schema.String,
  coId: Schema.String
})

const Team = Schema.Struct({ id: Schema.Int, wbtName: Schema.String, wbtDesc: Schema.NullOr(Schema.String) })

/** Fields beyond the documented ones are refused. */
const wrapped = <S extends Schema.Decoder<unknown>>(entity: S) => {
  const answer = Schema.Struct({ entities: Schema.Array(entity), index: Schema.Int, requestedCount: Schema.Int })
  const decode = Schema.decodeUnknownEffect(Schema.fromJsonString(answer), { onExcessProperty: "error" })
  return (path: string) =>
    Effect.gen(function* () {
      const { text } = yield* call(`/simpleschedule/${path}`)
      const { entities, requestedCount } = yield* decode(text)
      assert.strictEqual(requestedCount, entities.length)
      return entities
    })
}

const requested = wrapped(Requested)
const employees = wrapped(Employee)
const teams = wrapped(Team)

const requests = (more = "") => requested(`timeoff_requests?from=01-01-2000&to=12-31-2099${more}`)
const status = (path: string) => Effect.map(call(`/simpleschedule/${path}`), ({ status }) => status)

describe("UKG Pro's scheduling module", () => {
  it.effect("has requests of every status and form in a tenant of ten", () =>
    Effect.gen(function* () {
      const found = yield* requests()
      const days = found.flatMap((one) => one.days)
      assert.deepStrictEqual([...new Set(days.map((day) => day.status))].toSorted(), [
        "APPROVED",
        "CANCELLED",
        "PENDING",
        "REJECTED"
      ])
      const parts = (days: ReadonlyArray<typeof Day.Type>) => days.filter((day) => !day.fullDay).length
      assert.isTrue(found.some((one) => one.days.length > 2 && parts(one.days) === 0))
      assert.isTrue(found.some((one) => one.days.length === 1 && parts(one.days) === 0))
      assert.isTrue(found.some((one) => one.days.length === 1 && parts(one.days) === 1))
      assert.isTrue(found.some((one) => one.days.length > 1 && parts(one.days) === 1))
      assert.isTrue(found.some((one) => one.days[0].type === null) && found.some((one) => one.days[0].type !== null))
      assert.isTrue(found.some((one) => one.days[0].reason === null))
      assert.isTrue(found.some((one) => new Set(one.days.map((day) => day.status)).size === 2))
    }).pipe(Effect.provide(UkgPro.layer({ records: 10 })))
  )

  it.effect("agrees with the other lists: people, companies, plans, and days of work", () =>
    Effect.gen(function* () {
      const work = yield* all("/personnel/v1/employment-details")
      const plans = new Set((yield* all("/personnel/v1/pto-plans")).map((one) => `${one.employeeId}:${one.ptoPlan}`))
      const known = yield* employees("employees?max=1000")
      const named = new Set((yield* teams("teams?max=1000")).map(({ wbtName }) => wbtName))
      assert.strictEqual(new Set(known.map(({ empId }) => empId)).size, 300)
      for (const { coId, eeId, teamName } of known) {
        assert.isTrue(work.some((one) => one.employeeID === eeId && one.companyID === coId))
        assert.isTrue(named.has(teamName), teamName)
      }
      const found = yield* requests()
      const ids = found.flatMap(({ days }) => days.map(({ id }) => id))
      assert.strictEqual(new Set(ids).size, ids.length)
      assert.strictEqual(new Set(found.map(({ id }) => id)).size, found.length)
      for (const { days, id } of found) {
        const person = known.find(({ empId }) => empId === days[0].empId)?.eeId
        const job = work.find((one) => one.employeeID === person)
        assert.isDefined(job)
        const ends = typeof job?.dateOfTermination === "string" ? job.dateOfTermination : "9999"
        for (const day of days) {
          assert.strictEqual(day.requestId, id)
          assert.strictEqual(day.empId, days[0].empId)
          assert.match(day.date, /^\d{4}-\d\d-\d\dT00:00:00$/)
          assert.isTrue(day.date > String(job?.lastHireDate) && day.date <= ends, `${id} ${day.date}`)
          assert.isTrue(day.submittedDate < day.date && day.submittedDate < "2026-10-01")
          assert.strictEqual(day.conclusionDate === null, day.status === "PENDING")
          assert.isTrue((day.conclusionDate ?? day.submittedDate) >= day.submittedDate)
          if (day.status === "PENDING") assert.isAbove(day.date.localeCompare("2026-10-01"), -1)
          if (day.type?.name === "SICK") assert.isTrue(plans.has(`${person}:SICK`), String(person))
        }
        assert.deepStrictEqual(
          days.map(({ date }) => date),
          [...new Set(days.map(({ date }) => date))].toSorted()
        )
      }
    }).pipe(Effect.provide(UkgPro.layer({ records: 300 })))
  )

  it.effect("narrows requests by days, which must be given, by number and by name", () =>
    Effect.gen(function* () {
      const found = yield* requests()
      const within = (from: string, to: string) =>
        found.filter(({ days }) => days.some(({ date }) => date.slice(0, 10) >= from && date.slice(0, 10) <= to))
      const long = found.find(({ days }) => days.length > 2)?.days
      const middle = long?.[1]?.date.slice(0, 10) ?? ""
      const us = `${middle.slice(5)}-${middle.slice(0, 4)}`
      assert.isAbove(within(middle, middle).length, 0)
      assert.deepStrictEqual(yield* requested(`timeoff_requests?from=${us}&to=${us}`), within(middle, middle))
      for (const span of ["from=01-01-2026&to=12-31-2026", "from=2026-01-01&to=2026-12-31T00:00:00"]) {
        const some = yield* requested(`timeoff_requests?${span}`)
        assert.deepStrictEqual(some, within("2026-01-01", "2026-12-31"))
        assert.isTrue(some.length > 0 && some.length < found.length)
      }
      const empId = long?.[0]?.empId
      const ofOne = found.filter(({ days }) => days[0].empId === empId)
      assert.deepStrictEqual(yield* requests(`&emp_id=${empId}`), ofOne)
      const name = (yield* employees("employees")).find((one) => one.empId === empId)?.empName ?? ""
      assert.includeDeepMembers([...(yield* requests(`&emp_name=${encodeURIComponent(name)}`))], ofOne)
      assert.deepStrictEqual(yield* requests("&emp_name=Nobody"), [])
      for (const wrong of [
        "",
        "?from=01-01-2020",
        "?from=01-01-2020&to=soon",
        "?from=01-01-2020&to=01-02-2020&page=1"
      ]) {
        assert.strictEqual(yield* status(`timeoff_requests${wrong}`), 400, wrong)
      }
      const { control } = yield* UkgPro
      yield* control.habits({ empty: "not-found" })
      assert.strictEqual(yield* status("timeoff_requests?from=01-01-1970&to=01-02-1970"), 404)
    }).pipe(Effect.provide(UkgPro.layer({ records: 60 })))
  )

  it.effect("counts people from an index, those hired since among them, under the names they have now", () =>
    Effect.gen(function* () {
      const { control } = yield* UkgPro
      const seen = yield* employees("employees")
      assert.deepStrictEqual(yield* employees("employees?index=30&max=20"), seen.slice(30))
      assert.deepStrictEqual(yield* employees("employees?index=7&max=2"), seen.slice(7, 9))
      assert.deepStrictEqual(yield* employees("employees?index=40"), [])
      assert.strictEqual((yield* teams("teams")).length, 7)
      for (const wrong of ["index=-1", "max=0", "max=x", "page=1"]) {
        assert.strictEqual(yield* status(`employees?${wrong}`), 400, wrong)
      }
      const coId = seen[0]?.coId ?? ""
      const made = yield* control.create({ kind: "employee", parent: coId, fields: { lastName: "Ng" } })
      yield* control.edit({ kind: "employee", id: seen[0]?.eeId ?? "", fields: { lastName: "Larkspur" } })
      const now = yield* employees("employees")
      assert.match(now[0]?.empName ?? "", /^Larkspur, /)
      assert.deepStrictEqual([now[40]?.eeId, now[40]?.coId], [made.employeeId, coId])
      assert.strictEqual(new Set(now.map(({ empId }) => empId)).size, 41)
    }).pipe(Effect.provide(UkgPro.layer({ records: 40 })))
  )

  it.effect("opens each list by a right of its own", () =>
    Effect.gen(function* () {
      const { control } = yield* UkgPro
      const paths = { timeoff_requests: "timeoff_requests?from=01-01-2020&to=01-01-2030", employees: "employees" }
      for (const [right, path] of Object.entries({ ...paths, teams: "teams" })) {
        assert.strictEqual(yield* status(path), 200)
        yield* control.revoke(right)
        assert.strictEqual(yield* status(path), 403)
      }
    }).pipe(Effect.provide(UkgPro.layer({ records: 10 })))
  )

  it.effect("is the same for the same seed, and its requests are decided as the tenant works", () =>
    Effect.gen(function* () {
      const run = (seed: number) =>
        Effect.gen(function* () {
          const { control } = yield* UkgPro
          const before = yield* requests()
          const changes = (yield* control.churn({ count: 300 })).filter(({ change }) => change === "decision")
          return { before, changes, after: yield* requests() }
        }).pipe(Effect.provide(UkgPro.layer({ seed, records: 50 })))
      const once = yield* run(1)
      assert.deepStrictEqual(yield* run(1), once)
      assert.notDeepEqual((yield* run(2)).before, once.before)
      const changed = once.after.filter((one, at) => one.days[0].status !== once.before[at]?.days[0].status)
      const decided = new Set(once.changes.map(({ id }) => id))
      assert.isAbove(changed.length, 2)
      for (const { days, id } of changed) {
        assert.isTrue(decided.has(String(id)))
        assert.include(["APPROVED", "REJECTED", "CANCELLED"], days[0].status)
        assert.match(days[0].conclusionDate ?? "", /^2026-09-30T/)
      }
    })
  )
})
