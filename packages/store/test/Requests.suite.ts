import { assert, layer } from "@effect/vitest"
import { Requests } from "@crosswalk/store/Requests"
import { Retention } from "@crosswalk/store/Retention"
import type { Store } from "@crosswalk/store/Store"
import type { Vault } from "@crosswalk/store/Vault"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { TestClock } from "effect/testing"
import { randomUUID } from "node:crypto"

/** What every database must do with the log of requests. */
export const suite = <E>(name: string, database: Layer.Layer<Store | Vault, E>) => {
  layer(database)(name, (it) => {
    const request = (workspace: string, index: number, connectorId: string | null = null) => ({
      workspace,
      at: new Date(index * 3_600_000).toISOString(),
      id: randomUUID(),
      connectorId,
      keyPrefix: "cwk_abc",
      dialect: "crosswalk",
      method: "GET",
      route: "/v1/ats/jobs",
      query: "page_size=2",
      status: 200,
      durationMs: 1.5
    })

    it.effect("keeps requests apart by workspace and connector, newest first, and pages through them", () =>
      Effect.gen(function* () {
        const requests = yield* Requests
        const [one, two] = [randomUUID(), randomUUID()]
        // Two of the same instant.
        const own = [0, 1, 1, 2, 3].map((hour) => request(one, hour, hour === 2 ? "c" : null))
        const other = request(two, 9)
        yield* requests.add([])
        yield* requests.add([...own, other])
        yield* requests.add(own)
        const newest = own.toSorted((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? 1 : -1))
        assert.deepStrictEqual(yield* requests.page(one, { limit: 9 }), newest)
        assert.deepStrictEqual(yield* requests.page(two, { limit: 9 }), [other])
        assert.deepStrictEqual(yield* requests.page(one, { limit: 9, connectorId: "c" }), own.slice(3, 4))
        const first = yield* requests.page(one, { limit: 2 })
        assert.deepStrictEqual(first, newest.slice(0, 2))
        assert.deepStrictEqual(yield* requests.page(one, { limit: 9, before: first[1] }), newest.slice(2))
      })
    )

    it.effect("forgets requests by their age", () =>
      Effect.gen(function* () {
        const requests = yield* Requests
        const retention = yield* Retention
        const workspace = randomUUID()
        yield* TestClock.setTime(100 * 3_600_000)
        const all = [1, 50, 99].map((hour) => request(workspace, hour))
        yield* requests.add(all)
        const nothing = { runs: null, feed: null, deleted: null, quarantine: null, audits: null }
        assert.strictEqual((yield* retention.enforce({ ...nothing, requests: null })).requests, 0)
        const { requests: gone } = yield* retention.enforce({ ...nothing, requests: Duration.hours(51) })
        assert.isAtLeast(gone, 1)
        assert.deepStrictEqual(yield* requests.page(workspace, { limit: 9 }), all.slice(1).toReversed())
      })
    )
  })
}
