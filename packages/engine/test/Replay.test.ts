import { layer as registryOf } from "@crosswalk/core/Registry"
import { Dirty } from "@crosswalk/store/Dirty"
import { Feed } from "@crosswalk/store/Feed"
import { Fence } from "@crosswalk/store/Fence"
import { Quarantine } from "@crosswalk/store/Quarantine"
import { assert, it } from "@effect/vitest"
import { Effect, Exit } from "effect"
import * as Replay from "../src/Replay.ts"
import { assertConverged, connector, environment, open } from "./Account.ts"
import type { Cut } from "./Cut.ts"
import { Random } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

const replay = Effect.provide(Replay.replay(connector), registryOf([Tiny.provider]))

it.live.each(["before", "after"] as const)("a replay that is cut off %s any commit goes on", (when) =>
  Effect.gen(function* () {
    for (let at = 1; ; at++) {
      const cut: Cut = { at: Number.POSITIVE_INFINITY, when, count: 0 }
      const wasCut = yield* Effect.gen(function* () {
        const data = Tiny.random(new Random(51), 4)
        const sync = yield* open(data)
        const { run } = yield* sync(true)
        const last = yield* Feed.use((feed) => feed.last(connector))
        const quarantine = yield* Quarantine
        const issues = [{ path: "name", reason: "a rule that was mended since" }]
        const failed = { resource: "people", mapper: "reject_reason/people", remoteId: null, issues, data: "{}" }
        yield* quarantine.put(connector, run, [
          ...Array.from(data.people.keys(), (key) => ({ ...failed, key })),
          { ...failed, resource: "teams", key: "t1", mapper: null, data: `{"id":"t1","name":"One"}` }
        ])
        yield* Dirty.use((dirty) => dirty.add(connector, "office/teams", ["t1"]))
        cut.count = 0
        cut.at = at
        const exit = yield* Effect.exit(replay)
        cut.at = Number.POSITIVE_INFINITY
        assert.deepInclude(yield* replay, { left: 0 })
        yield* assertConverged(data)
        assert.strictEqual(yield* Feed.use((feed) => feed.last(connector)), last)
        return Exit.isFailure(exit)
      }).pipe(Effect.scoped, Effect.provide(environment(cut)))
      if (wasCut) continue
      assert.isAbove(at, 5)
      return
    }
  })
)

it.live("a replay leaves the connector to whoever syncs it", () =>
  Effect.gen(function* () {
    const sync = yield* open(Tiny.random(new Random(52), 2))
    yield* sync(true)
    const fence = yield* Fence
    const claim = yield* fence.claim(connector)
    yield* replay
    yield* fence.hold(claim)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)
