/** A database that the process loses hold of at a chosen transaction. */
import { StoreError } from "@crosswalk/store/StoreError"
import { DatabaseUnreachable } from "@crosswalk/store/PostgresReason"
import { Transaction } from "@crosswalk/store/Transaction"
import { Effect, Layer } from "effect"

/** Which transaction is cut off, counted from 1, whether before or after it is committed, and how that shows. */
export interface Cut {
  at: number
  when: "before" | "after"
  count: number
  /** Default: the process dies. */
  fault?: Effect.Effect<never, StoreError>
}

const die = Effect.die(new Error("cut off"))

/** The connection is lost: a commit may or may not have been stored. */
export const unreachable: Effect.Effect<never, StoreError> = Effect.fail(
  new StoreError({ reason: new DatabaseUnreachable({ detail: "the connection was cut" }) })
)

/** Transactions of the store in place, one of which is cut off. */
export const cuttable = (cut: Cut): Layer.Layer<Transaction, never, Transaction> =>
  Layer.effect(
    Transaction,
    Effect.map(Transaction, (transaction) =>
      Transaction.of({
        run: (effect) =>
          Effect.suspend(() => {
            cut.count++
            if (cut.count !== cut.at) return transaction.run(effect)
            const fault = cut.fault ?? die
            return cut.when === "before"
              ? transaction.run(Effect.andThen(effect, fault))
              : Effect.andThen(transaction.run(effect), fault)
          })
      })
    )
  )
