import { assert, layer } from "@effect/vitest"
import { Connectors } from "@crosswalk/store/Connectors"
import { Runs } from "@crosswalk/store/Runs"
import { nextStart, Schedules } from "@crosswalk/store/Schedules"
import type { Store } from "@crosswalk/store/Store"
import type { Vault } from "@crosswalk/store/Vault"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { SqlClient } from "effect/sql/SqlClient"
import { TestClock } from "effect/testing"
import { at, connector } from "./sample.ts"

const instant = (text: string) => DateTime.makeUnsafe(text)

const Timing = Schema.Struct({
  digits: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 0xffff })),
  everySeconds: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 700_000 })),
  jitter: Schema.Literals([0, 0.25, 1]),
  after: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 4_000_000_000_000 }))
})

/** What every database must do with schedules. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    it.prop(
      "starts lie on a grid of the connector's own, spread over the part that is to be spread",
      [Timing],
      ([timing]) => {
        const { after, digits, everySeconds, jitter } = timing
        const connectorId = `00000000-0000-8000-8000-00000000${digits.toString(16).padStart(4, "0")}`
        const start = (from: number) =>
          DateTime.toEpochMillis(
            nextStart(DateTime.makeUnsafe(from), { connectorId, everySeconds, jitter, quiet: null })
          )
        const next = start(after)
        const every = everySeconds * 1000
        assert.isTrue(next > after && next <= after + every, "in the interval that follows")
        assert.strictEqual(start(next - 1), next)
        assert.strictEqual(start(next), next + every)
        const phase = (next / 1000) % everySeconds
        assert.strictEqual(phase, Math.floor((digits / 0x10000) * jitter * everySeconds))
      }
    )

    it.effect("gives active connectors a schedule, and tells which are due", () =>
      Effect.gen(function* () {
        const schedules = yield* Schedules
        const connectors = yield* Connectors
        const runs = yield* Runs
        yield* TestClock.setTime(Date.UTC(1970, 0, 1, 12))
        while ((yield* schedules.enrol(3600, 1)) > 0) continue
        const [never, synced, idle, paused] = [yield* connector, yield* connector, yield* connector, yield* connector]
        yield* runs.start({ id: `${synced}/r`, connectorId: synced, mode: "full" })
        yield* connectors.setStatus(idle, "reconnect")
        yield* schedules.pause(paused)
        assert.strictEqual(yield* schedules.enrol(3600, 1), 2)
        assert.strictEqual(yield* schedules.enrol(60, 0), 0)
        assert.isTrue(Option.isNone(yield* schedules.get(idle)))
        const own = { everySeconds: null, quiet: null, pausedAt: null }
        const noon = at(0).replace("2026-01-01T00", "1970-01-01T12")
        assert.deepStrictEqual(Option.getOrThrow(yield* schedules.get(never)), {
          ...own,
          connectorId: never,
          nextAt: noon
        })
        const start = nextStart(instant(noon), { connectorId: synced, everySeconds: 3600, jitter: 1, quiet: null })
        assert.deepStrictEqual(Option.getOrThrow(yield* schedules.get(synced)), {
          ...own,
          connectorId: synced,
          nextAt: DateTime.formatIso(start)
        })

        const mine = [never, synced, idle, paused]
        const due = (time: string) =>
          Effect.map(schedules.due(instant(time), 1000), (rows) =>
            rows.filter((each) => mine.includes(each.connectorId)).map((each) => each.connectorId)
          )
        assert.deepStrictEqual(yield* due(noon), [never])
        assert.deepStrictEqual(yield* due("1970-01-01T13:00:00.000Z"), [never, synced])
        const quiet = { from: "22:00", to: "06:00", zone: "Europe/Berlin" }
        yield* schedules.set(never, { everySeconds: 600, quiet }, instant("1970-01-01T14:00:00.000Z"))
        assert.deepStrictEqual(yield* due("1970-01-01T13:59:59.999Z"), [synced])
        yield* schedules.next(synced, instant("1970-01-01T15:00:00.000Z"))
        yield* schedules.pause(never)
        assert.deepStrictEqual(yield* due("1970-01-01T14:59:59.999Z"), [])
        yield* TestClock.adjust("1 minute")
        yield* schedules.pause(never)
        assert.deepStrictEqual(Option.getOrThrow(yield* schedules.get(never)), {
          connectorId: never,
          everySeconds: 600,
          quiet,
          pausedAt: noon,
          nextAt: "1970-01-01T14:00:00.000Z"
        })
        yield* schedules.resume(never)
        yield* schedules.resume(paused)
        assert.deepStrictEqual(yield* due("1970-01-01T15:00:00.000Z"), [paused, never, synced])
      })
    )

    it.effect("finds what is due by an index, among ten thousand", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient
        const like = yield* connector
        yield* sql`
          INSERT INTO connectors
            (id, workspace, provider, category, credentials, options, status, created_at, updated_at)
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
          SELECT ${`${name}/`} || n.i, c.workspace, c.provider, c.category, c.credentials, c.options, c.status,
            c.created_at, c.updated_at FROM n CROSS JOIN connectors c WHERE c.id = ${like}`
        const prefix = `${name}/%`
        yield* sql`
          INSERT INTO schedules (connector_id, next_at)
          SELECT id, '2040-01-01T00:00:00.000Z' FROM connectors WHERE id LIKE ${prefix}`
        yield* sql`
          UPDATE schedules SET next_at = '2035-01-01T00:00:00.000Z' WHERE connector_id = ${`${name}/77`}`
        yield* sql`ANALYZE schedules`
        yield* sql`ANALYZE connectors`
        const schedules = yield* Schedules
        const due = (yield* schedules.due(instant("2036-01-01T00:00:00Z"), 100)).filter(({ connectorId }) =>
          connectorId.startsWith(name)
        )
        assert.deepStrictEqual(
          due.map(({ connectorId }) => connectorId),
          [`${name}/77`]
        )
        const query = `SELECT s.connector_id, c.provider FROM schedules s JOIN connectors c ON c.id = s.connector_id
          WHERE s.paused_at IS NULL AND s.next_at <= '2036-01-01T00:00:00.000Z' AND c.status = 'active'
          ORDER BY s.next_at, s.connector_id LIMIT 100`
        const plan = yield* sql.onDialectOrElse({
          pg: () => sql.unsafe(`EXPLAIN ${query}`),
          orElse: () => sql.unsafe(`EXPLAIN QUERY PLAN ${query}`)
        })
        const text = JSON.stringify(plan)
        assert.include(text, "schedules_due")
        assert.notMatch(text, /Seq Scan on schedules|SCAN s(?! USING)|TEMP B-TREE/)
      })
    )
  })
}
