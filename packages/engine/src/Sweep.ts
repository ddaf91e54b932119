/**
 * Takes absence for deletion, only where it is proved and not more than is believable.
 */
import * as RemoteKey from "@crosswalk/core/RemoteKey"
import * as Remotes from "@crosswalk/store/Remotes"
import * as Transaction from "@crosswalk/store/Transaction"
import { Effect, Stream } from "effect"
import type { Planned } from "./Plan.ts"
import type { Position } from "./Position.ts"
import { remove } from "./Remove.ts"
import type { Running } from "./Running.ts"

/** Records of one resource that a single sync may delete without asking, whatever their share. */
export const leastHeld = 10

/** Share of a resource's records above which a single sync does not delete. */
export const largestShare = 0.2

const batch = 100
const confirmations = 4

/**
 * Removes what a complete walk did not show. Answers why it did not, where absence proves nothing; null when all is
 * as it should be.
 */
export const sweep = Effect.fn("Sweep.sweep")(function* (running: Running, planned: Planned, position: Position) {
  const remotes = yield* Remotes.Remotes
  const transaction = yield* Transaction.Transaction
  const { connector, run } = running.context
  const { absence, name } = planned.resource
  if (absence === "kept") return null
  const unseen = yield* remotes.countUnseen(connector, name, run)
  if (unseen === 0) return null
  if (position.unreadable > 0) {
    return `${unseen} records were not seen, but ${position.unreadable} could not be read: nothing is taken for deleted`
  }
  if (position.total !== null && position.records < position.total) {
    return `the vendor promised ${position.total} records and sent ${position.records}: nothing is taken for deleted`
  }
  const stored = yield* remotes.count(connector, name)
  if (unseen >= leastHeld && unseen > stored * largestShare) {
    return `${unseen} of ${stored} records are gone at once: nothing is taken for deleted until somebody says so`
  }
  yield* remotes.unseen(connector, name, run).pipe(
    Stream.grouped(batch),
    Stream.runForEach((keys) =>
      Effect.gen(function* () {
        const gone =
          absence === "deleted"
            ? keys
            : (yield* Effect.forEach(
                keys,
                (key) =>
                  Effect.map(running.client.exists(planned.resource, RemoteKey.toRemoteId(key)), (exists) =>
                    exists ? [] : [key]
                  ),
                { concurrency: confirmations }
              )).flat()
        const tally = yield* transaction.run(remove(running.context, planned, gone))
        yield* running.report({ resource: name, step: "deletions", records: gone.length, waiting: null }, tally)
      })
    )
  )
  return null
})
