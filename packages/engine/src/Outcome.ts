/** What a run comes to: from what it did and what the store holds afterwards. */
import type { Provider } from "@crosswalk/core/Provider"
import * as Holds from "@crosswalk/store/Holds"
import * as Quarantine from "@crosswalk/store/Quarantine"
import * as Records from "@crosswalk/store/Records"
import type * as Runs from "@crosswalk/store/Runs"
import { DateTime, Effect } from "effect"
import * as Plan from "./Plan.ts"
import type { Summary } from "./Summary.ts"
import * as Tally from "./Tally.ts"

type ResourceSummary = Summary["resources"][string]

/** What a run did so far in this process. */
export interface Sofar {
  tally: Tally.Tally
  /** Of the last pass. */
  readonly resources: Map<string, ResourceSummary>
  /** Whether the connector as a whole failed. */
  isFatal: boolean
}

/** Nothing yet. */
export const nothing = (): Sofar => ({ tally: Tally.empty, resources: new Map(), isFatal: false })

/** Whether nothing could be read: what hangs on a list that failed was not read either. */
export const isFailed = ({ isFatal, resources }: Sofar): boolean => {
  const all = [...resources.values()]
  return isFatal || all.every(({ pages, status }) => status === "failed" || (status === "held" && pages === 0))
}

/** How a run is to end: null for how it went. */
export interface Ending {
  readonly status: "failed" | "cancelled" | null
  readonly detail: string | null
}

/** What is held of a resource, with the hold's id. */
const held = (summary: ResourceSummary, holds: ReadonlyArray<Holds.Hold>): ResourceSummary => {
  if (holds.length === 0 || summary.status === "failed") return summary
  const details = holds.map(({ id, reason, records }) => `${reason} (${records} records, hold ${id})`)
  return {
    ...summary,
    status: "held",
    detail: [...(summary.detail === null ? [] : [summary.detail]), ...details].join("; ")
  }
}

/** Sums a run up. */
export const summarise = Effect.fnUntraced(function* (
  run: Runs.Begun,
  {
    connection,
    connector,
    scopes
  }: {
    readonly connection: { readonly provider: Provider }
    readonly connector: string
    readonly scopes: ReadonlyArray<string> | null
  },
  sofar: Sofar,
  ending: Ending
) {
  const { provider } = connection
  const counts = yield* (yield* Records.Records).counts(connector)
  const models = Object.fromEntries(
    Plan.make(provider, scopes).mappers.map(({ model: { name } }) => {
      const stored = counts.find(({ model }) => model === name)
      const { unchanged: _, ...rest } = sofar.tally[name] ?? Tally.none
      return [name, { total: (stored?.total ?? 0) - (stored?.deleted ?? 0), ...rest }]
    })
  )
  const undecided = (yield* (yield* Holds.Holds).list(connector)).filter(({ decision }) => decision === null)
  const resources = Object.fromEntries(
    Array.from(sofar.resources, ([name, summary]) => [
      name,
      held(
        summary,
        undecided.filter(({ resource }) => resource === name)
      )
    ])
  )
  const isWhole = Object.values(resources).every(({ status }) => status === "read")
  const status = ending.status ?? (isFailed(sofar) ? "failed" : isWhole ? "succeeded" : "partial")
  return {
    run: run.id,
    connector,
    provider: provider.id,
    mode: run.mode,
    status,
    detail: ending.detail,
    started_at: run.startedAt,
    ended_at: DateTime.formatIso(yield* DateTime.now),
    models,
    resources,
    quarantined: yield* (yield* Quarantine.Quarantine).count(connector),
    holds: undecided.length
  } satisfies Summary
})
