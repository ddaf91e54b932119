/**
 * Syncs a stored connector, here or by a worker, and shows how it goes on.
 */
import type { ClientOptions } from "@crosswalk/engine/ClientOptions"
import type { Connection } from "@crosswalk/engine/Connection"
import { Connections } from "@crosswalk/engine/Connections"
import * as HeldClient from "@crosswalk/engine/HeldClient"
import * as RunProgress from "@crosswalk/engine/RunProgress"
import * as Solo from "@crosswalk/engine/Solo"
import type { Summary } from "@crosswalk/engine/Summary"
import type { Connector } from "@crosswalk/store/Connectors"
import { Effect, Option } from "effect"
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

/** What is said of a run that did not come as far as a summary. */
const unsummarised = ({ detail, outcome }: Solo.Ended): Failure.Failure =>
  outcome === "cancelled"
    ? Failure.make("The sync was cancelled. What it had stored stays; the next sync goes on from there.")
    : Failure.make(`The sync failed. ${detail === null ? "" : Failure.describe(new Error(detail))}`.trim())

/** Syncs, showing progress at standard error. Fails with a `Failure` when it did not come as far as a summary. */
export const run = Effect.fnUntraced(function* (options: Options) {
  const { connection, connector } = options
  const { provider } = connection
  const line = yield* StatusLine.make
  const name = connector.customer === null ? provider.name : `${provider.name} (${connector.customer})`
  const held = yield* HeldClient.make(options.client ?? {})
  const ended = yield* Solo.run(
    connector.id,
    { full: options.full },
    {
      client: held.of,
      onProgress: (progress) => line.show(`${name}: ${StatusLine.howFar(progress)}`),
      onState: (state) =>
        line.show(
          Option.match(RunProgress.decode(state.run.progress), {
            onNone: () => `${name}: ${state._tag === "Queued" ? "waits for a worker" : "a worker is at it"}`,
            onSome: (progress) => `${name}: ${StatusLine.howFar(progress)}`
          })
        )
    }
  ).pipe(
    Effect.provideService(Connections, Connections.of({ get: () => Effect.succeed({ connector, connection }) })),
    Effect.ensuring(line.clear)
  )
  return ended.summary ?? (yield* unsummarised(ended))
}, Effect.scoped)

/** What a run left out, a sentence for each resource. */
export const shortfalls = (summary: Summary): ReadonlyArray<string> =>
  Object.entries(summary.resources).flatMap(([resource, { detail, status }]) =>
    status === "read" ? [] : [`${resource} ${status === "held" ? "is held back" : "was not read"}: ${detail ?? status}`]
  )

/** How to decide on what is held back; empty when nothing is. */
const decisions = ({ connector, holds }: Summary): string =>
  holds === 0
    ? ""
    : ` ${Numbers.count(holds)} ${holds === 1 ? "hold waits" : "holds wait"} for your decision: look with ` +
      `"crosswalk holds list --connector ${connector}", then "crosswalk holds accept HOLD" or "reject HOLD".`

/** Succeeds when a run read everything; otherwise fails with what it left out. */
export const conclude = (summary: Summary): Effect.Effect<void, Failure.Failure> => {
  const { detail, status } = summary
  if (status === "succeeded") return Effect.void
  const left = [...(detail === null ? [] : [detail]), ...shortfalls(summary)]
    .map((sentence) => Failure.describe(new Error(sentence)))
    .join(" ")
  switch (status) {
    case "partial":
      return Effect.fail(
        Failure.partial(
          `The sync is partial. ${left}${decisions(summary)} What was read is stored; sync again when that is put right.`
        )
      )
    case "cancelled":
      return Effect.fail(
        Failure.partial("The sync was cancelled. What it had stored stays; the next sync goes on from there.")
      )
    case "failed":
      return Effect.fail(Failure.make(`The sync failed. ${left}`))
  }
}

/** The head of the table that {@link rows} fills. */
export const head: ReadonlyArray<string> = ["model", "records", "new", "changed", "deleted", "fields lost", "rejected"]

/** What a run did, a row for each model. */
export const rows = (summary: Summary): ReadonlyArray<ReadonlyArray<string>> =>
  Object.entries(summary.models).map(([model, { deleted, inserted, lost, rejected, total, updated }]) => [
    model,
    ...[total, inserted, updated, deleted, lost, rejected].map(Numbers.count)
  ])
