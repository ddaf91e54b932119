/** A database that the process loses hold of at a chosen transaction. */
import { Transaction } from "@crosswalk/store/Transaction"
import { Effect, Layer } from "effect"

/** Which transaction is cut off, counted from 1, and whether before or after it is committed. */
export interface Cut {
  at: number
  when: "before" | "after"
  count: number
}

/** No transaction is cut off. */
export const never = (): Cut => ({ at: Number.POSITIVE_INFINITY, when: "before", count: 0 })

/** What a transaction dies of. */
export const message = "cut off by the conformance suite"

const die = Effect.die(new Error(message))

/** Transactions of the store in place, one of which dies. */
export const cuttable = (cut: Cut): Layer.Layer<Transaction, never, Transaction> =>
  Layer.effect(
    Transaction,
    Effect.map(Transaction, (transaction) =>
      Transaction.of({
        run: (effect) =>
          Effect.suspend(() => {
            cut.count++
            if (cut.count !== cut.at) return transaction.run(effect)
            return cut.when === "before"
              ? transaction.run(Effect.andThen(effect, die))
              : Effect.andThen(transaction.run(effect), die)
          })
      })
    )
  )
