import { Runs } from "@crosswalk/store/Runs"
import { assert, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import * as TestClock from "effect/testing/TestClock"
import * as Plan from "../src/Plan.ts"
import * as RunProgress from "../src/RunProgress.ts"
import * as VendorClient from "../src/VendorClient.ts"
import { connector, environment, open } from "./Account.ts"
import { Random } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

const newest = Effect.flatMap(Runs, (runs) => runs.list(connector, 1))
const stored = Effect.map(newest, ([run]) => Option.getOrThrow(RunProgress.decode(run?.progress)))

it.live("a run's row tells how far it is, and the next full run how far it has to go", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(41), 20)
    let asked = 0
    data.beforeAnswer = () => {
      asked++
    }
    const sync = yield* open(data)
    yield* sync(true)
    const first = yield* stored
    assert.isNull(first.resources["teams"]?.expected)
    assert.isAtLeast(first.requests, 1)
    assert.isAtMost(first.requests, asked)
    assert.deepStrictEqual(first.rate_limit, { limit: 100_000, window_seconds: 1, burst: 100_000 })
    yield* sync(true)
    assert.strictEqual((yield* stored).resources["teams"]?.expected, data.teams.size)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.effect("writes with what the run commits, once a second at most", () =>
  Effect.gen(function* () {
    yield* open(Tiny.random(new Random(42), 1))
    const runs = yield* Runs
    const run = yield* runs.start({ id: "run-1", connectorId: connector, mode: "full" })
    const client = yield* VendorClient.make(Tiny.connection("http://127.0.0.1:1"))
    const noting = yield* RunProgress.noting(run.id, client)
    const limit = { limit: 10, windowSeconds: 1, burst: 10 }
    const plan = Plan.make(Tiny.provider, null)
    const follower = RunProgress.make({ plan, mode: "full", limit, before: new Map([["people", 100]]), start: 0 })
    const page = { resource: "people", step: "page", records: 10, waiting: null } as const
    const after = Effect.fnUntraced(function* (millis: number, now: number) {
      yield* TestClock.adjust(millis)
      noting.set(follower.step(page, 3, now))
      yield* noting.note
      return (yield* stored).records
    })
    yield* noting.note
    assert.isNull((yield* newest)[0]?.progress)
    assert.strictEqual(yield* after(0, 2000), 10)
    assert.strictEqual(yield* after(600, 2600), 10)
    assert.strictEqual(yield* after(500, 3000), 30)
    // 7 pages at a page a second, and the notes of 100 people at the limit of ten a second.
    const { at, eta } = yield* stored
    assert.strictEqual(Date.parse(eta ?? "") - Date.parse(at), 17_000)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)
