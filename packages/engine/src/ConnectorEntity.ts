/**
 * One entity for each connector: the one place, in one process or in many, that syncs it.
 *
 * It holds the connector's vendor client, and with it the rate budget, for as long as it lives.
 */
import * as Runs from "@crosswalk/store/Runs"
import { Duration, Effect, Option, Schema } from "effect"
import * as ClusterSchema from "effect/cluster/ClusterSchema"
import * as Entity from "effect/cluster/Entity"
import * as Rpc from "effect/rpc/Rpc"
import * as Attempt from "./Attempt.ts"
import type { ClientOptions } from "./ClientOptions.ts"
import * as HeldClient from "./HeldClient.ts"
import { Wake } from "./SyncEngine.ts"
import * as Workers from "./Workers.ts"

/** The entity's type, as stored messages name it. */
export const type = "Connector"

/**
 * Does a run that was begun. There is no answer to it but that the run has ended: how, stands in its row. `turn` counts
 * how often the run was sent; the same turn is stored once, whoever sends it.
 */
const sync = Rpc.make("sync", {
  payload: { run: Schema.String, turn: Schema.Int },
  primaryKey: ({ run, turn }) => `${run}/${turn}`
}).annotate(ClusterSchema.InterruptOnTermination, true)

/** The entity where messages live in memory: in one process, which sends unfinished runs again when it starts. */
export const volatile = Entity.make(type, [sync])

/** The entity where messages are stored, so that they move to another process when theirs ends. */
export const persisted = Entity.make(type, [sync.annotate(ClusterSchema.Persisted, true)])

// A client that is made anew begins with a full budget, so it is kept for longer than most rate limits look back.
const maxIdleTime = Duration.minutes(5)

/**
 * How long a process may believe that a connector is its own after another one has taken it over. An entity that still
 * lives then is the right one, and what took the connector over was not: a command, or a worker that has lost it since.
 */
const lostFor = Duration.seconds(Workers.silence + 5)

/** Waits until it is known where a run goes on. Answers whether it has ended there. */
const elsewhere = Effect.fnUntraced(function* (run: string) {
  const { get } = yield* Runs.Runs
  const pause = Duration.seconds(1)
  for (let waited = Duration.zero; Duration.isLessThan(waited, lostFor); waited = Duration.sum(waited, pause)) {
    yield* Effect.sleep(pause)
    const row = Option.getOrNull(yield* get(run))
    if (row?.status !== "running") return true
  }
  return false
})

/** Does the runs of the connectors that are this process's. */
export const layer = (entity: typeof volatile, client: Partial<ClientOptions>) =>
  entity.toLayer(
    Effect.gen(function* () {
      const held = yield* HeldClient.make(client)
      const wake = yield* Wake
      return entity.of({
        sync: ({ payload: { run } }) =>
          Attempt.make(run, { client: held.of }).pipe(
            Effect.andThen(wake),
            // Whoever holds the connector now does the run; an answer from here, good or bad, would end it there. Should the
            // connector still be this process's after a while, its entity dies, is started again, and takes the run up.
            Effect.catchTag("FenceLost", (lost) =>
              Effect.flatMap(elsewhere(run), (hasEnded) => (hasEnded ? Effect.void : Effect.die(lost)))
            ),
            Effect.orDie
          )
      })
    }),
    { maxIdleTime }
  )
