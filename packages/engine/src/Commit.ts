/**
 * The one way in which records are written: in a transaction that first makes sure who may write them.
 */
import type { ConnectorNotFound } from "@crosswalk/store/Connectors"
import * as Fence from "@crosswalk/store/Fence"
import type { StoreError } from "@crosswalk/store/StoreError"
import * as Transaction from "@crosswalk/store/Transaction"
import { Effect } from "effect"

/** Runs an effect in a transaction of one connector, which fails and stores nothing when its writer may not write. */
export type Commit<F = Fence.FenceLost> = <A, E, R>(
  effect: Effect.Effect<A, E, R>
) => Effect.Effect<A, E | F | StoreError, R>

/** The commits of the writer that made a claim. They fail with `FenceLost` once another writer has the connector. */
export const make = Effect.fnUntraced(function* (claim: Fence.Claim) {
  const fence = yield* Fence.Fence
  const transaction = yield* Transaction.Transaction
  const commit: Commit = (effect) => transaction.run(Effect.andThen(fence.hold(claim), effect))
  return commit
})

/**
 * Commits beside whoever syncs the connector: each waits for the other's transactions, and neither takes it from the
 * other. For short work that an operator asks for.
 */
export const beside = Effect.fnUntraced(function* (connector: string) {
  const fence = yield* Fence.Fence
  const transaction = yield* Transaction.Transaction
  const commit: Commit<ConnectorNotFound> = (effect) => transaction.run(Effect.andThen(fence.join(connector), effect))
  return commit
})
