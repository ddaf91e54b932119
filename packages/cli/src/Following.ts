/**
 * Keeps the demo alive: simulated people change things, syncs notice, and the changes are printed as they come.
 */
import { SyncEngine } from "@crosswalk/engine/SyncEngine"
import * as Feed from "@crosswalk/store/Feed"
import { Records } from "@crosswalk/store/Records"
import { Effect, Option, Schedule, Stream } from "effect"
import type * as Demo from "./Demo.ts"
import * as Failure from "./Failure.ts"
import * as Label from "./Label.ts"
import * as Output from "./Output.ts"
import * as Syncing from "./Syncing.ts"
import * as Tour from "./Tour.ts"

const changedEvery = "3 seconds"
const syncedEvery = "4 seconds"
const atOnce = 200

const words = { insert: "new", update: "changed", delete: "deleted" } as const

const line = Effect.fnUntraced(function* ({ provider }: Demo.Account["connector"], entry: Feed.Entry) {
  const { at, connectorId, fields, model, operation, recordId } = entry
  const record = yield* Records.use((records) => records.get(connectorId, model, recordId))
  const label = Option.match(record, { onNone: () => recordId, onSome: ({ text }) => Label.of(Tour.decode(text)) })
  const changed = operation === "update" && fields !== null ? `: ${fields.join(", ")}` : ""
  return `${at.slice(11, 19)}  ${provider}  ${words[operation].padEnd(7)}  ${model}  ${label}${changed}`
})

/** Prints the changes of an account after a place in the feed, and yields the place of the last. */
const printed = Effect.fnUntraced(function* ({ connector }: Demo.Account, after: number) {
  const feed = yield* Feed.Feed
  let seq = after
  for (;;) {
    const entries = yield* feed.after(connector.id, seq, atOnce)
    yield* Output.lines(yield* Effect.forEach(entries, (entry) => line(connector, entry)))
    seq = entries.at(-1)?.seq ?? seq
    if (entries.length < atOnce) return seq
  }
})

/** One sync; a vendor that fails is told of, and asked again the next time. */
const synced = Effect.fnUntraced(function* ({ connector }: Demo.Account) {
  const engine = yield* SyncEngine
  const { run } = yield* engine.request(connector.id)
  const ended = yield* Stream.runLast(engine.follow(run.id))
  const summary = Option.match(ended, {
    onNone: () => null,
    onSome: (state) => (state._tag === "Ended" ? state.summary : null)
  })
  if (summary !== null) {
    yield* Effect.catch(Syncing.conclude(summary), (error) => Output.note(Failure.describe(error)))
  }
})

/** Follows an account until it is interrupted. */
export const account = Effect.fnUntraced(function* (account: Demo.Account) {
  let seq = yield* Feed.Feed.use((feed) => feed.last(account.connector.id))
  const work = Effect.catch(account.sandbox.work, (error) => Output.note(Failure.describe(error)))
  yield* Effect.forkScoped(Effect.repeat(Effect.delay(work, changedEvery), Schedule.forever))
  for (;;) {
    yield* Effect.sleep(syncedEvery)
    yield* synced(account)
    seq = yield* printed(account, seq)
  }
})
