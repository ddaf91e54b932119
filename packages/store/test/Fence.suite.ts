import { assert, layer } from "@effect/vitest"
import { ConnectorNotFound, Connectors } from "@crosswalk/store/Connectors"
import { type Claim, Fence, FenceLost } from "@crosswalk/store/Fence"
import { Records } from "@crosswalk/store/Records"
import type { Store } from "@crosswalk/store/Store"
import { Transaction } from "@crosswalk/store/Transaction"
import type { Vault } from "@crosswalk/store/Vault"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import type * as Layer from "effect/Layer"
import type { SqlClient } from "effect/sql/SqlClient"
import { at, connector, derived } from "./sample.ts"

/** What every database must do so that a connector has one writer. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    it.effect("a writer that was superseded stores nothing", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const other = yield* connector
        const fence = yield* Fence
        const records = yield* Records
        const transaction = yield* Transaction
        const write = (claim: Claim, remoteId: string) =>
          transaction.run(
            Effect.andThen(fence.hold(claim), records.write(id, "job", [derived(id, remoteId, {})], at(1)))
          )
        const first = yield* fence.claim(id)
        yield* write(first, "1")
        const second = yield* fence.claim(id)
        assert.deepStrictEqual(second, { connectorId: id, fence: first.fence + 1 })
        assert.deepStrictEqual(yield* Effect.flip(write(first, "2")), new FenceLost(first))
        yield* write(second, "3")
        const stored = yield* records.page(id, "job", { after: 0, limit: 10 })
        assert.deepStrictEqual(
          stored.map(({ remoteId }) => remoteId),
          ["1", "3"]
        )
        assert.strictEqual((yield* fence.claim(other)).fence, 1)
        yield* (yield* Connectors).remove(id)
        assert.instanceOf(yield* Effect.flip(write(second, "4")), FenceLost)
        assert.instanceOf(yield* Effect.flip(fence.claim(id)), ConnectorNotFound)
      })
    )

    it.effect("a claim waits for the transaction that holds the one before, which commits", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const fence = yield* Fence
        const transaction = yield* Transaction
        const records = yield* Records
        const held = yield* Deferred.make<void>()
        const first = yield* fence.claim(id)
        const order: Array<string> = []
        const writer = yield* Effect.forkChild(
          transaction.run(
            Effect.gen(function* () {
              yield* fence.hold(first)
              yield* Deferred.succeed(held, undefined)
              // Long enough for the claim to be sent: statements of this transaction go over its own connection.
              for (let index = 0; index < 20; index++) {
                yield* records.write(id, "job", [derived(id, String(index), {})], at(1))
              }
              order.push("written")
            })
          )
        )
        yield* Deferred.await(held)
        const second = yield* fence.claim(id)
        order.push("claimed")
        yield* Fiber.join(writer)
        assert.deepStrictEqual(order, ["written", "claimed"])
        assert.strictEqual(second.fence, first.fence + 1)
        assert.strictEqual((yield* records.counts(id))[0]?.total, 20)
      })
    )
  })
}
