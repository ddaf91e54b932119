/**
 * Mistakes that somebody could make in the engine or in a declaration, put in where their parts meet: the simulation has
 * to find each of them.
 */
import { type Checkpoint, Checkpoints, type Move } from "@crosswalk/store/Checkpoints"
import { Due } from "@crosswalk/store/Due"
import { Fence } from "@crosswalk/store/Fence"
import { type Change, Records } from "@crosswalk/store/Records"
import { Transaction } from "@crosswalk/store/Transaction"
import { Clock, Context, Data, Effect } from "effect"
import type { Mistake } from "./World.ts"

class Rehearsed extends Data.TaggedError("Rehearsed")<{}> {}

/** Checkpoint moves of a transaction: those that were asked for, and those that were made before it. */
interface Moved {
  readonly asked: Array<readonly [from: Checkpoint, to: Move]>
  readonly made: Map<string, Checkpoint>
}

const Moves = Context.Reference<Moved | null>("@crosswalk/engine/test/simulation/Mistakes/Moves", {
  defaultValue: () => null
})

/** The checkpoint is stored first, in a transaction of its own, and then the page that it covers. */
export const checkpointBeforePage: Mistake = {
  services: (services) => {
    const checkpoints = Context.get(services, Checkpoints)
    const transaction = Context.get(services, Transaction)
    const move = Effect.fnUntraced(function* (from: Checkpoint, to: Move) {
      const moves = yield* Moves
      const made = moves?.made.get(from.resource)
      if (made !== undefined) return made
      moves?.asked.push([from, to])
      return yield* checkpoints.move(from, to)
    })
    return services.pipe(
      Context.add(Checkpoints, Checkpoints.of({ ...checkpoints, move })),
      Context.add(
        Transaction,
        Transaction.of({
          run: (effect) =>
            Effect.gen(function* () {
              const moves: Moved = { asked: [], made: new Map() }
              const own = Effect.provideService(effect, Moves, moves)
              const rehearsal = transaction.run(Effect.andThen(own, new Rehearsed()))
              yield* Effect.catchIf(
                rehearsal,
                (error): error is Rehearsed => error instanceof Rehearsed,
                () => Effect.void
              )
              for (const [from, to] of moves.asked) {
                moves.made.set(from.resource, yield* Effect.orDie(transaction.run(checkpoints.move(from, to))))
              }
              return yield* transaction.run(own)
            })
        })
      )
    )
  }
}

/** What a transaction wrote to records and feed, put off until it has ended. */
type Write = readonly [connector: string, model: string, changes: ReadonlyArray<Change>, now: string]

const Writes = Context.Reference<Array<Write> | null>("@crosswalk/engine/test/simulation/Mistakes/Writes", {
  defaultValue: () => null
})

/** Records and their entries in the feed are stored in a transaction of their own, after the page. */
export const feedAfterPage: Mistake = {
  services: (services) => {
    const records = Context.get(services, Records)
    const transaction = Context.get(services, Transaction)
    const write: typeof records.write = Effect.fnUntraced(function* (connector, model, changes, now) {
      const writes = yield* Writes
      if (writes === null) return yield* records.write(connector, model, changes, now)
      writes.push([connector, model, changes, now])
      return { inserted: 0, updated: 0, deleted: 0, unchanged: changes.length }
    })
    return services.pipe(
      Context.add(Records, Records.of({ ...records, write })),
      Context.add(
        Transaction,
        Transaction.of({
          run: (effect) =>
            Effect.suspend(() => {
              const writes: Array<Write> = []
              return Effect.tap(transaction.run(Effect.provideService(effect, Writes, writes)), () =>
                Effect.forEach(writes, (one) => records.write(...one), { discard: true })
              )
            })
        })
      )
    )
  }
}

/** A walk that was cut off counts as one that came to its end: what it did not show is taken for deleted. */
export const sweepAfterPartOfWalk: Mistake = {
  services: (services) => {
    const checkpoints = Context.get(services, Checkpoints)
    const open: typeof checkpoints.open = (connector, resource, run, state) =>
      Effect.map(checkpoints.open(connector, resource, run, state), (found) =>
        found.state === "walking" && found.runId === run && found.cursor?.includes('"query"') === true
          ? { ...found, state: "walked" }
          : found
      )
    return Context.add(services, Checkpoints, Checkpoints.of({ ...checkpoints, open }))
  }
}

/** A page that could not be read counts as an empty one. */
export const failureAsEmptiness: Mistake = { hidesFailures: true }

/** Nobody looks whether another process has taken the connector over. */
export const unfencedWriter: Mistake = {
  services: (services) => {
    const fence = Context.get(services, Fence)
    return Context.add(services, Fence, Fence.of({ ...fence, hold: () => Effect.void }))
  }
}

/** Parents leave the list of those that are due when they are taken from it, and not when their children are stored. */
export const dueRemovedFirst: Mistake = {
  services: (services) => {
    const due = Context.get(services, Due)
    const next: typeof due.next = (connector, resource, limit) =>
      Effect.tap(due.next(connector, resource, limit), (items) => due.remove(connector, resource, items))
    return Context.add(services, Due, Due.of({ ...due, next }))
  }
}

/** The next sync asks for what changed since this one ended, not since it began. */
export const markAtTheEnd: Mistake = {
  services: (services) => {
    const checkpoints = Context.get(services, Checkpoints)
    const move: typeof checkpoints.move = (from, to) =>
      Effect.flatMap(Clock.currentTimeMillis, (now) =>
        checkpoints.move(from, to.mark === undefined ? to : { ...to, mark: String(now) })
      )
    return Context.add(services, Checkpoints, Checkpoints.of({ ...checkpoints, move }))
  }
}

/** The filter asks for what was created, which never shows an edit. */
export const createdFilter: Mistake = { filters: { param: "created_since" } }

/** The filter begins at the mark: what shows up late under an old time is never seen. */
export const noOverlap: Mistake = { filters: { param: "updated_since", overlapMinutes: 0 } }
