/** `workers`: two workers on one PostgreSQL against one, with a vendor 20 ms away. */
import { Connectors } from "@crosswalk/store/Connectors"
import * as PostgresClient from "@crosswalk/store/PostgresClient"
import { Runs } from "@crosswalk/store/Runs"
import { Schedules } from "@crosswalk/store/Schedules"
import * as Store from "@crosswalk/store/Store"
import { Effect, Layer, Redacted } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import { fork } from "node:child_process"
import { randomUUID } from "node:crypto"
import { cpus } from "node:os"
import { fileURLToPath } from "node:url"
import * as Child from "../Child.ts"
import type { Figure } from "../Figure.ts"
import { provider } from "../pull/Vendor.ts"
import { quantile } from "../Rounds.ts"
import * as Database from "../store/Database.ts"
import * as Account from "../sync/Account.ts"

const connectors = 200
const persons = 100
const latency = 20
const rounds = 3

const worker = (url: string) =>
  Effect.acquireRelease(
    Effect.sync(() => fork(fileURLToPath(new URL("worker.ts", import.meta.url)), [url], { stdio: "ignore" })),
    (child) => Effect.sync(() => child.kill("SIGKILL"))
  )

/** How many runs ended, and with how many of them all went well. */
const ended = Effect.gen(function* () {
  const sql = yield* SqlClient
  const [row] = yield* sql<{ readonly ended: number; readonly succeeded: number }>`
    SELECT COUNT(*) AS ended, COUNT(*) FILTER (WHERE status = 'succeeded') AS succeeded FROM runs
    WHERE ended_at IS NOT NULL`
  return { ended: Number(row?.ended ?? 0), succeeded: Number(row?.succeeded ?? 0) }
})

const until = (count: number) =>
  Effect.suspend(() => ended).pipe(
    Effect.delay(25),
    Effect.repeat({ until: (so) => so.ended >= count }),
    Effect.flatMap(({ succeeded }) =>
      succeeded === count ? Effect.void : Effect.die(new Error(`${succeeded} of ${count} syncs succeeded`))
    )
  )

const create = (count: number, baseUrl: string) =>
  Effect.gen(function* () {
    const ids = Array.from({ length: count }, () => randomUUID())
    const credentials = { token: Redacted.make("bench") }
    for (const id of ids) {
      yield* Connectors.use((all) => all.create({ id, provider: provider.id, category: "ats", baseUrl, credentials }))
      yield* Schedules.use((schedules) => schedules.pause(id))
    }
    return ids
  })

const request = (ids: ReadonlyArray<string>) =>
  Effect.forEach(ids, (connectorId) => Runs.use((runs) => runs.request({ connectorId, mode: "full" })), {
    discard: true
  })

/** What all processors of the machine have done, in milliseconds. */
const busy = (): number => cpus().reduce((sum, { times: { irq, nice, sys, user } }) => sum + irq + nice + sys + user, 0)

/**
 * Seconds that so many workers take for all connectors, on a database of their own, and the cores that were busy
 * meanwhile with them, the database and the vendor. They have worked before.
 */
const measured = (server: string, baseUrl: string, workers: number) =>
  Effect.gen(function* () {
    const url = yield* Database.own(server)
    return yield* Effect.gen(function* () {
      const warm = yield* create(20 * workers, baseUrl)
      const ids = yield* create(connectors, baseUrl)
      for (let nth = 0; nth < workers; nth++) yield* worker(url)
      yield* request(warm)
      yield* until(warm.length)
      const from = performance.now()
      const idle = busy()
      yield* request(ids)
      yield* until(warm.length + connectors)
      const time = performance.now() - from
      return { seconds: time / 1000, cores: (busy() - idle) / time }
    }).pipe(
      Effect.provide(
        Layer.fresh(
          Store.layer.pipe(
            Layer.provideMerge(PostgresClient.layer({ url: Redacted.make(url), maxConnections: 2 })),
            Layer.provideMerge(Account.vault)
          )
        )
      )
    )
  }).pipe(Effect.scoped, Effect.runPromise)

/** Measures and reports; on PostgreSQL alone, where `CROSSWALK_TEST_DATABASE_URL` names a server. */
export const run = async (report: (figures: ReadonlyArray<Figure>) => void): Promise<void> => {
  const server = process.env["CROSSWALK_TEST_DATABASE_URL"]
  if (server === undefined) {
    console.error("workers: nothing was measured, since CROSSWALK_TEST_DATABASE_URL is not set.")
    return
  }
  const vendor = await Child.serve(new URL("../sync/slow-server.ts", import.meta.url), [
    String(persons),
    String(latency),
    "0"
  ])
  const ratios: Array<number> = []
  const two: Array<number> = []
  const cores: Array<number> = []
  for (let round = 0; round < rounds; round++) {
    const alone = await measured(server, vendor.baseUrl, 1)
    const together = await measured(server, vendor.baseUrl, 2)
    ratios.push(alone.seconds / together.seconds)
    two.push(together.seconds)
    cores.push(alone.cores)
  }
  vendor.stop()
  report([
    {
      bench: "workers",
      // Beyond all cores over those that one worker keeps busy, no second one gets.
      case: `${connectors} connectors, ${quantile(two, 0.5).toFixed(1)} s by two; one uses ${quantile(cores, 0.5).toFixed(1)} of ${cpus().length} cores`,
      ratio: quantile(ratios, 0.5),
      floor: `one worker; ${persons} records each, vendor ${latency} ms away, all on one machine`,
      runs: rounds,
      spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
      bar: { least: 1.6 }
    }
  ])
}
