/**
 * Ten thousand connectors on one embedded engine, in a process of its own, with a vendor inside it who has nothing to tell.
 * Tells the part of a core that is used while none is due, and by how much syncs start late while some are.
 */
import * as Registry from "@crosswalk/core/Registry"
import * as Cluster from "@crosswalk/engine/Cluster"
import { Connections } from "@crosswalk/engine/Connections"
import * as EngineSettings from "@crosswalk/engine/EngineSettings"
import { RunEvents } from "@crosswalk/engine/RunEvents"
import { Connectors } from "@crosswalk/store/Connectors"
import * as Schedules from "@crosswalk/store/Schedules"
import * as SqliteClient from "@crosswalk/store/SqliteClient"
import * as Store from "@crosswalk/store/Store"
import { Transaction } from "@crosswalk/store/Transaction"
import { DateTime, Effect, Layer, Redacted } from "effect"
import * as HttpClient from "effect/http/HttpClient"
import * as HttpClientResponse from "effect/http/HttpClientResponse"
import { randomUUID } from "node:crypto"
import { provider } from "../pull/Vendor.ts"
import { quantile } from "../Rounds.ts"
import * as Account from "../sync/Account.ts"

const count = Number(process.argv[2])
const everySeconds = Number(process.argv[3])
const idleSeconds = 20
const busySeconds = 40

/** Everybody has one list, which is empty. */
const vendor = HttpClient.make((request) =>
  Effect.sync(() =>
    HttpClientResponse.fromWeb(
      request,
      new Response(`{"people":[]}`, { headers: { "content-type": "application/json", date: new Date().toUTCString() } })
    )
  )
)

/** When each connector was due, and the delays with which syncs began, in seconds. */
const due = new Map<string, number>()
const delays: Array<number> = []
let failed = 0

const noted = Layer.succeed(RunEvents, (event) =>
  Effect.sync(() => {
    if (event._tag === "Started") delays.push((Date.now() - (due.get(event.connector) ?? Number.NaN)) / 1000)
    else if (event._tag === "Ended" && event.outcome !== "succeeded") failed++
  })
)

/** Makes the connectors; none is due before an hour has passed. */
const create = Effect.gen(function* () {
  const connectors = yield* Connectors
  const schedules = yield* Schedules.Schedules
  const later = DateTime.add(yield* DateTime.now, { hours: 1 })
  for (let nth = 0; nth < count; nth++) {
    const id = randomUUID()
    due.set(id, Number.NaN)
    yield* connectors.create({
      id,
      provider: provider.id,
      category: "ats",
      credentials: { token: Redacted.make("bench") }
    })
    yield* schedules.set(id, { everySeconds, quiet: null }, later)
  }
})

/** Puts every connector where its schedule has it from now on. */
const schedule = Effect.gen(function* () {
  const schedules = yield* Schedules.Schedules
  const now = yield* DateTime.now
  for (const id of due.keys()) {
    const at = Schedules.nextStart(now, { connectorId: id, everySeconds, jitter: 1, quiet: null })
    due.set(id, DateTime.toEpochMillis(at))
    yield* schedules.next(id, at)
  }
})

/** The part of a core that this process uses meanwhile. */
const using = Effect.fnUntraced(function* (seconds: number) {
  const before = process.cpuUsage()
  yield* Effect.sleep(seconds * 1000)
  const { system, user } = process.cpuUsage(before)
  return (system + user) / 1_000_000 / seconds
})

const measured = Effect.gen(function* () {
  const transaction = yield* Transaction
  yield* transaction.run(create)
  yield* Layer.build(Cluster.layerEmbedded({ client: { rateLimit: null } }))
  yield* Effect.sleep(5000)
  const idle = yield* using(idleSeconds)
  yield* transaction.run(schedule)
  const busy = yield* using(busySeconds)
  // Those due at the very end may not have begun.
  const wanted = [...due.values()].filter((at) => at < Date.now() - 5000).length
  if (failed > 0 || delays.length < wanted)
    throw new Error(`${failed} syncs failed, ${delays.length} of ${wanted} began`)
  return { idle, busy, started: delays.length, half: quantile(delays, 0.5), p99: quantile(delays, 0.99) }
})

const environment = (filename: string) =>
  Layer.mergeAll(
    Connections.layer.pipe(Layer.provide(Registry.layer([provider]))),
    Layer.succeed(EngineSettings.EngineSettings, EngineSettings.defaults),
    Layer.succeed(HttpClient.HttpClient, vendor),
    noted
  ).pipe(
    Layer.provideMerge(Store.layer),
    Layer.provideMerge(SqliteClient.layer({ filename })),
    Layer.provideMerge(Account.vault)
  )

process.send?.(
  await Account.inFolder((path) =>
    Effect.runPromise(Effect.scoped(measured).pipe(Effect.provide(environment(path("bench.db")))))
  )
)
process.disconnect()
