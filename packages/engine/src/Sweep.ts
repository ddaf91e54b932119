/**
 * Takes absence for deletion, only where it is proved and not more than is believable.
 */
import * as RemoteKey from "@crosswalk/core/RemoteKey"
import * as Holds from "@crosswalk/store/Holds"
import * as Remotes from "@crosswalk/store/Remotes"
import { Effect, Stream } from "effect"
import * as HoldDeletions from "./HoldDeletions.ts"
import type { Planned } from "./Plan.ts"
import type { Position } from "./Position.ts"
import { remove } from "./Remove.ts"
import type { Running } from "./Running.ts"

const batch = 100
const confirmations = 4

/** What a walk to the end of a list says of the records that it did not show. */
export interface Absence {
  /** How many there are; 0 where absence means nothing. */
  readonly unseen: number
  /** Why they are not proved to be gone; null when they are. */
  readonly held: string | null
}

/** Looks at what a walk did not show, and whether that proves anything. */
export const absence = Effect.fnUntraced(function* (running: Running, planned: Planned, position: Position) {
  const { deleted = 0, doubt, duplicates = 0, empty = 0, total, unreadable } = position
  const { connector, run } = running.context
  const { absence: meaning, name } = planned.resource
  const remotes = yield* Remotes.Remotes
  const unseen = meaning === "kept" ? 0 : yield* remotes.countUnseen(connector, name, run)
  const says = (held: string | null): Absence => ({ unseen, held })
  if (unseen === 0) return says(null)
  const because = (reason: string): Absence => says(`${reason}: nothing is taken for deleted`)
  if (doubt !== undefined) return because(doubt)
  if (unreadable > 0) return because(`${unseen} records were not seen, but ${unreadable} could not be read`)
  if (duplicates > 0) {
    return because(`${unseen} records were not seen, but ${duplicates} had the id of another one on their page`)
  }
  // Counted in the store: a list that shows some records twice may be as long as was promised.
  const seen = (yield* remotes.count(connector, name)) - unseen + deleted
  if (total !== null && seen < total) return because(`the vendor promised ${total} records and sent ${seen}`)
  if (empty > 0 && meaning === "deleted") {
    return because(`${unseen} records were not seen, but ${empty} pages in the midst of the list were empty`)
  }
  return says(null)
})

/**
 * Removes what a complete walk did not show. Where that is more than is believable, it removes nothing and holds it for
 * somebody to decide on; what was decided so before is not asked again. To be called where `absence` holds nothing back.
 */
export const sweep = Effect.fn("Sweep.sweep")(function* (running: Running, planned: Planned) {
  const holds = yield* Holds.Holds
  const remotes = yield* Remotes.Remotes
  const { connector, run } = running.context
  const { absence, name } = planned.resource
  yield* HoldDeletions.carryOutAccepted(running, planned)
  const unseen = yield* holds.countUnseenUnheld(connector, name, run)
  const stored = yield* remotes.count(connector, name)
  if (HoldDeletions.isTooMany(unseen, stored)) {
    const reason = `${unseen} of ${stored} records are gone at once`
    yield* running.commit(holds.openDeletions({ connectorId: connector, resource: name, runId: run, reason }))
    return
  }
  yield* holds.unseenUnheld(connector, name, run).pipe(
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
        // What was asked for and is there is not missing, whatever an earlier run held.
        const found = keys.filter((key) => !gone.includes(key))
        const tally = yield* running.advance(
          Effect.andThen(holds.forget(connector, name, found), remove(running.context, planned, gone))
        )
        yield* running.report({ resource: name, step: "deletions", records: gone.length, waiting: null }, tally)
      })
    )
  )
})
