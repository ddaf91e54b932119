import * as ClusterRetention from "@crosswalk/engine/ClusterRetention"
import * as WorkersAlive from "@crosswalk/engine/Workers"
import { Runs } from "@crosswalk/store/Runs"
import { assert, it } from "@effect/vitest"
import { Duration, Effect } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import { crosswalk, jsonLines, lever } from "./Program.ts"
import * as Workers from "./Workers.ts"

// Notes are asked for one opportunity after the other.
const scopes = ["candidate", "note"]
const fleet = 20

/** That a connector holds what another one does that nothing happened to, and that its feed tells of each change once. */
const assertWhole = Effect.fnUntraced(function* (connector: string, unharmed: Readonly<Record<string, unknown>>) {
  assert.deepStrictEqual(yield* Workers.stored(connector, scopes), unharmed)
  const feed = yield* Workers.told(connector)
  assert.deepStrictEqual(
    feed.map(({ seq }) => seq),
    Array.from(feed, (_, index) => index + 1)
  )
  const inserted = feed.flatMap(({ model, operation, remoteId }) =>
    operation === "insert" ? [`${model} ${remoteId}`] : []
  )
  assert.deepStrictEqual(inserted.sort(), Object.keys(unharmed).sort())
})

/** The state of the newest run of each connector. */
const states = (connectors: ReadonlyArray<string>) =>
  Effect.forEach(connectors, (connector) =>
    Effect.map(
      Runs.use((runs) => runs.list(connector, 1)),
      ([run]) => run?.status
    )
  )

const requestAll = (connectors: ReadonlyArray<string>) =>
  Effect.forEach(connectors, (connectorId) => Runs.use((runs) => runs.request({ connectorId, mode: "full" })))

const allSucceeded = (connectors: ReadonlyArray<string>) =>
  Workers.until(
    "all syncs have succeeded",
    Effect.map(states(connectors), (all) => all.every((status) => status === "succeeded"))
  )

/**
 * Waits until other workers have begun with all connectors of a lost one, and answers the longest that one of these
 * waited for it, in milliseconds.
 */
const takenOver = (connectors: ReadonlySet<string>, since: number, others: ReadonlyArray<Workers.Worker>) => {
  const waits = () =>
    Array.from(connectors, (connector) => {
      const taken = others
        .flatMap(({ said }) => said)
        .filter((one) => one.what === "started" && one.connector === connector && one.at > since)
      return Math.min(...taken.map(({ at }) => at)) - since
    })
  return Effect.map(
    Workers.until(
      "others have taken over",
      Effect.sync(() => waits().every(Number.isFinite))
    ),
    () => Math.max(...waits())
  )
}

it.live(
  "a worker is killed, another one is stopped: the others go on with what these were at",
  () =>
    Effect.gen(function* () {
      const near = yield* lever(20)
      const whole = yield* Workers.unharmed(scopes, near)
      const account = yield* Workers.faraway(near)
      assert.isAbove(Object.keys(whole).length, 20)
      const url = yield* Workers.database
      yield* Effect.gen(function* () {
        const workers = [yield* Workers.start(url), yield* Workers.start(url), yield* Workers.start(url)]
        const [killed, stopped, last] = workers
        assert.isDefined(killed)
        assert.isDefined(stopped)
        assert.isDefined(last)
        const connectors = yield* Workers.connectors(fleet, scopes, account)
        yield* Workers.until(
          "all connectors are at work, and all workers",
          Effect.sync(() => {
            const busy = workers.map((worker) => worker.busy())
            return busy.every(({ size }) => size > 0) && busy.reduce((sum, { size }) => sum + size, 0) === fleet
          })
        )
        const lost = killed.busy()
        const killedAt = Date.now()
        killed.kill("SIGKILL")
        assert.isBelow(yield* takenOver(lost, killedAt, [stopped, last]), 30_000)

        yield* requestAll(connectors)
        yield* Workers.until(
          "it is at work again",
          Effect.sync(() => stopped.busy().size > 2)
        )
        const stoppedAt = Date.now()
        stopped.kill("SIGTERM")
        yield* Workers.until(
          "it has ended",
          Effect.sync(() => stopped.ended() !== null)
        )
        assert.strictEqual(stopped.ended()?.code, 0, stopped.stderr())
        assert.isBelow((stopped.ended()?.at ?? 0) - stoppedAt, 5000)
        assert.isAbove(stopped.said.filter(({ line }) => line.includes("the next start, goes on")).length, 2)

        yield* allSucceeded(connectors)
        for (const connector of connectors) yield* assertWhole(connector, whole)
      }).pipe(Effect.provide(Workers.store(url)))
    }).pipe(Effect.scoped),
  180_000
)

it.live(
  "a worker that is frozen until others have its connectors stores nothing more of what it was at",
  () =>
    Effect.gen(function* () {
      const near = yield* lever(20)
      const whole = yield* Workers.unharmed(scopes, near)
      const account = yield* Workers.faraway(near)
      const url = yield* Workers.database
      yield* Effect.gen(function* () {
        const workers = [yield* Workers.start(url), yield* Workers.start(url)]
        const connectors = yield* Workers.connectors(fleet, scopes, account)
        const [frozen, other] = workers
        assert.isDefined(frozen)
        assert.isDefined(other)
        yield* Workers.until(
          "both are at work",
          Effect.sync(() => frozen.busy().size > 2 && other.busy().size > 2)
        )
        const lost = frozen.busy()
        const frozenAt = Date.now()
        frozen.kill("SIGSTOP")
        assert.isBelow(yield* takenOver(lost, frozenAt, [other]), 30_000)
        frozen.kill("SIGCONT")
        yield* allSucceeded(connectors)
        for (const connector of connectors) yield* assertWhole(connector, whole)
      }).pipe(Effect.provide(Workers.store(url)))
    }).pipe(Effect.scoped),
  180_000
)

it.live(
  "a sync that is asked for is done by the command itself where there is no worker, else by a worker",
  () =>
    Effect.gen(function* () {
      const near = yield* lever(10)
      const whole = yield* Workers.unharmed(scopes, near)
      const url = yield* Workers.database
      yield* Effect.gen(function* () {
        const [connector = ""] = yield* Workers.connectors(1, scopes, near)
        const options = { env: Workers.environment(url) }
        yield* crosswalk(["connectors", "pause", connector], options)
        const sync = ["sync", connector, "--json"]
        const alone = yield* crosswalk(sync, options)
        assert.strictEqual(alone.code, 0, alone.stderr)
        yield* assertWhole(connector, whole)

        const worker = yield* Workers.start(url)
        yield* Workers.until("the worker is there", WorkersAlive.isThereOne)
        const beside = yield* crosswalk([...sync, "--full"], options)
        assert.strictEqual(beside.code, 0, beside.stderr)
        assert.deepStrictEqual(
          worker.said.map(({ what }) => what),
          ["started", "ended"]
        )
        const runs = jsonLines((yield* crosswalk(["runs", "list", "--json"], options)).stdout)
        assert.deepStrictEqual(
          runs.map(({ mode, status }) => [mode, status]),
          [
            ["full", "succeeded"],
            ["full", "succeeded"]
          ]
        )
        yield* assertWhole(connector, whole)

        assert.isAbove(yield* ClusterRetention.remove("Connector", Duration.zero), 0)
        assert.strictEqual((yield* crosswalk(sync, options)).code, 0)
        assert.strictEqual(yield* ClusterRetention.stalled("Connector", Duration.zero), 0)
        worker.kill("SIGSTOP")
        yield* SqlClient.use(
          (sql) => sql`
            INSERT INTO cluster_messages (id, shard_id, entity_type, entity_id, kind, request_id)
            VALUES (1, 'default:1', 'Connector', ${connector}, 0, 1)`
        )
        assert.strictEqual(yield* ClusterRetention.stalled("Connector", Duration.minutes(2)), 1)
      }).pipe(Effect.provide(Workers.store(url)))
    }).pipe(Effect.scoped),
  180_000
)
