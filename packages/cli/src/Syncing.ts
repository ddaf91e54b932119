/**
 * Runs the sync of a stored connector and shows how it goes on.
 */
import type { ClientOptions } from "@crosswalk/engine/ClientOptions"
import type { Connection } from "@crosswalk/engine/Connection"
import type { Summary } from "@crosswalk/engine/Summary"
import * as Sync from "@crosswalk/engine/Sync"
import type { Connector } from "@crosswalk/store/Connectors"
import { Clock, Effect } from "effect"
import * as Estimate from "./Estimate.ts"
import * as Failure from "./Failure.ts"
import * as Numbers from "./Numbers.ts"
import * as StatusLine from "./StatusLine.ts"

/** What to sync, and how. */
export interface Options {
  readonly connector: Connector
  readonly connection: Connection
  readonly full: boolean
  readonly client?: Partial<ClientOptions>
}

const describe = (name: string, estimate: Estimate.Estimate): string => {
  const { perSecond, records, remainingSeconds, resource, waiting } = estimate
  return [
    `${name}: ${Numbers.count(records)} records (${Numbers.count(Math.round(perSecond))}/s)`,
    waiting === null || waiting === 0 ? resource : `${resource} of ${Numbers.count(waiting)} more`,
    ...(remainingSeconds === null ? [] : [`about ${Numbers.duration(remainingSeconds)} left`])
  ].join(", ")
}

/** Syncs, showing progress at standard error. Fails with `ProviderError` when the connection cannot be tried. */
export const run = Effect.fnUntraced(function* (options: Options) {
  const { connection, connector } = options
  const { provider } = connection
  const limit = options.client?.rateLimit === undefined ? provider.rateLimit : options.client.rateLimit
  const lists = Estimate.listsOf(provider, connector.scopes)
  const follower = Estimate.make(lists, limit, yield* Clock.currentTimeMillis)
  const line = yield* StatusLine.make
  const name = connector.customer === null ? provider.name : `${provider.name} (${connector.customer})`
  return yield* Sync.run({
    connector: connector.id,
    connection,
    scopes: connector.scopes,
    full: options.full,
    ...(options.client === undefined ? {} : { client: options.client }),
    onProgress: (progress) =>
      Effect.flatMap(Clock.currentTimeMillis, (now) => line.show(describe(name, follower.step(progress, now))))
  }).pipe(Effect.ensuring(line.clear))
})

/** What a run left out, a sentence for each resource. */
export const shortfalls = (summary: Summary): ReadonlyArray<string> =>
  Object.entries(summary.resources).flatMap(([resource, { detail, status }]) =>
    status === "read" ? [] : [`${resource} ${status === "held" ? "is held back" : "was not read"}: ${detail ?? status}`]
  )

/** Succeeds when a run read everything; otherwise fails with what it left out. */
export const conclude = (summary: Summary): Effect.Effect<void, Failure.Failure> => {
  if (summary.status === "succeeded") return Effect.void
  const left = shortfalls(summary)
    .map((sentence) => Failure.describe(new Error(sentence)))
    .join(" ")
  return Effect.fail(
    summary.status === "partial"
      ? Failure.partial(`The sync is partial. ${left} What was read is stored; sync again when that is put right.`)
      : Failure.make(`The sync failed. ${left}`)
  )
}

/** The head of the table that {@link rows} fills. */
export const head: ReadonlyArray<string> = ["model", "records", "new", "changed", "deleted", "fields lost", "rejected"]

/** What a run did, a row for each model. */
export const rows = (summary: Summary): ReadonlyArray<ReadonlyArray<string>> =>
  Object.entries(summary.models).map(([model, { deleted, inserted, lost, rejected, total, updated }]) => [
    model,
    ...[total, inserted, updated, deleted, lost, rejected].map(Numbers.count)
  ])
