/** What a sync survives of a PostgreSQL server, and who writes when several want to. */
import { Feed } from "@crosswalk/store/Feed"
import { Runs } from "@crosswalk/store/Runs"
import * as PostgresClient from "@crosswalk/store/PostgresClient"
import * as Store from "@crosswalk/store/Store"
import { Vault } from "@crosswalk/store/Vault"
import { assert, it } from "@effect/vitest"
import { Effect, Exit, Fiber, Layer, Redacted } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import { randomBytes } from "node:crypto"
import { connect, createServer, type Server, type Socket } from "node:net"
import * as Sync from "../src/Sync.ts"
import * as VendorClient from "../src/VendorClient.ts"
import { assertConverged, connector, open, stored } from "./Account.ts"
import * as List from "./ListVendor.ts"
import * as OddText from "./OddText.ts"
import { Random } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

const server = process.env["CROSSWALK_TEST_DATABASE_URL"] ?? ""

const asOperator = (statement: string) =>
  SqlClient.use((sql) => sql.unsafe(statement)).pipe(
    Effect.provide(Layer.fresh(PostgresClient.layer({ url: Redacted.make(server), maxConnections: 1 }))),
    Effect.orDie
  )

const listening = (proxy: Server, port: number) =>
  Effect.callback<number>((resume) => {
    proxy.listen(port, "127.0.0.1", () => {
      const address = proxy.address()
      resume(Effect.succeed(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

/** A way to the server that can be cut, and closed for a while as by a restart. */
const proxied = Effect.gen(function* () {
  const { hostname, port } = new URL(server)
  const sockets = new Set<Socket>()
  const proxy = createServer((near) => {
    const far = connect(Number(port || 5432), hostname)
    for (const [from, to] of [
      [near, far],
      [far, near]
    ] as const) {
      sockets.add(from)
      from.pipe(to)
      from.on("error", () => to.destroy()).on("close", () => sockets.delete(from))
    }
  })
  const hangUp = Effect.sync(() => {
    for (const socket of sockets) socket.resetAndDestroy()
  })
  const close = Effect.andThen(
    hangUp,
    Effect.callback<void>((resume) => {
      proxy.close(() => resume(Effect.void))
    })
  )
  const open = yield* Effect.acquireRelease(listening(proxy, 0), () => close)
  return { port: open, hangUp, restart: Effect.andThen(close, Effect.delay(listening(proxy, open), "500 millis")) }
})

/** A database of its own, gone at the end of the scope. */
const database = Effect.gen(function* () {
  const name = `crosswalk_${randomBytes(6).toString("hex")}`
  yield* Effect.acquireRelease(asOperator(`CREATE DATABASE ${name}`), () =>
    asOperator(`DROP DATABASE ${name} WITH (FORCE)`)
  )
  const proxy = yield* proxied
  const url = new URL(server)
  url.pathname = `/${name}`
  url.hostname = "127.0.0.1"
  url.port = String(proxy.port)
  const environment = Layer.fresh(
    Store.layer.pipe(
      Layer.provideMerge(PostgresClient.layer({ url: Redacted.make(url.href), maxConnections: 6 })),
      Layer.provideMerge(Vault.layerKeys([Redacted.make("07".repeat(32))])),
      Layer.merge(VendorClient.layerHttp)
    )
  )
  return { ...proxy, environment }
})

it.live(
  "a server that hangs up again and again, and is away for a while, costs a sync time and nothing else",
  () =>
    Effect.gen(function* () {
      const { environment, hangUp, restart } = yield* database
      yield* Effect.gen(function* () {
        const vendor = List.make(80)
        const options = yield* List.connect(vendor)
        let steps = 0
        let restarts = 0
        const onProgress = () =>
          Effect.suspend(() => {
            if (++steps % 8 === 0) return Effect.forkChild(Effect.tap(restart, () => Effect.sync(() => restarts++)))
            // At any moment of what comes next.
            return steps % 3 === 0 ? Effect.forkChild(Effect.delay(hangUp, steps % 10)) : Effect.void
          })
        const summary = yield* Sync.run({ ...options, onProgress })
        assert.strictEqual(summary.status, "succeeded")
        assert.isAtLeast(restarts, 2)
        assert.lengthOf(Object.keys(yield* stored("note")), 80)
        const entries = yield* Feed.use((feed) => feed.after(connector, 0, 1000))
        assert.deepStrictEqual(
          entries.map(({ seq }) => seq),
          Array.from({ length: 80 }, (_, index) => index + 1)
        )
        assert.lengthOf(yield* Runs.use((runs) => runs.list(connector)), 1)
      }).pipe(Effect.provide(environment))
    }).pipe(Effect.scoped),
  60_000
)

it.live.each([1, 2, 3])(
  "of several writers on one server one commits, and no change comes twice (seed %i)",
  (seed) =>
    Effect.gen(function* () {
      const { environment } = yield* database
      const random = new Random(seed)
      yield* Effect.gen(function* () {
        const data = Tiny.random(random, 12)
        const sync = yield* open(data)
        let asked = 0
        data.beforeAnswer = () => {
          asked++
          if (random.chance(0.05)) Tiny.edit(data, random)
        }
        const fibers: Array<Fiber.Fiber<unknown, unknown>> = []
        for (let writer = 0; writer < 4; writer++) {
          const until = asked + random.integer(1, 8)
          fibers.push(yield* Effect.forkChild(sync(false)))
          const isDue = () => asked >= until || fibers.at(-1)?.pollUnsafe() !== undefined
          while (!isDue()) yield* Effect.sleep(1)
        }
        const exits = yield* Effect.forEach(fibers, (fiber) => Fiber.await(fiber))
        assert.isTrue(exits.some(Exit.isSuccess))
        for (const exit of exits) if (Exit.isFailure(exit)) assert.include(String(exit.cause), "FenceLost")
        data.beforeAnswer = () => {}
        yield* sync(false)
        assert.strictEqual((yield* sync(true)).status, "succeeded")
        yield* assertConverged(data)
      }).pipe(Effect.scoped, Effect.provide(environment))
    }).pipe(Effect.scoped),
  60_000
)

it.live(
  "texts that the server does not take as they are end no sync",
  () =>
    Effect.gen(function* () {
      const { environment } = yield* database
      yield* Effect.provide(OddText.syncs, environment)
    }).pipe(Effect.scoped),
  60_000
)
