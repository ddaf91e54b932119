/** How true and how current a connector's records are: what `connectors show` tells beside its schedule. */
import * as Audit from "@crosswalk/engine/Audit"
import * as Audits from "@crosswalk/store/Audits"
import type { Connector } from "@crosswalk/store/Connectors"
import * as Dirty from "@crosswalk/store/Dirty"
import * as MapperVersions from "@crosswalk/store/MapperVersions"
import * as Records from "@crosswalk/store/Records"
import { DateTime, Effect } from "effect"
import * as Numbers from "./Numbers.ts"

/** Audits of so many days are taken together. */
const days = 30

/** What is known of a connector's records. */
export interface Accuracy {
  /** The audits of the last 30 days, taken together; null when there was none. */
  readonly audits: Audits.Accuracy | null
  /** Models of which there are records that are no longer in scope: they stay as they are. */
  readonly outOfScope: ReadonlyArray<{ readonly model: string; readonly records: number }>
  /** Mappers of which records are being derived anew. */
  readonly deriving: ReadonlyArray<string>
}

/** What is known of a connector's records. */
export const of = Effect.fnUntraced(function* ({ id, scopes }: Connector) {
  const since = DateTime.formatIso(DateTime.subtract(yield* DateTime.now, { days }))
  const [audits] = yield* Audits.Audits.use((service) => service.accuracy(since, id))
  const counts = yield* Records.Records.use((records) => records.counts(id))
  const versions = yield* MapperVersions.MapperVersions.use((service) => service.list(id))
  const pending = yield* Dirty.Dirty.use((dirty) => dirty.pending(id))
  const atWork = versions.flatMap(({ mapper, state }) => (state === "deriving" ? [mapper] : []))
  return {
    audits: audits ?? null,
    outOfScope: counts.flatMap(({ deleted, model, total }) =>
      scopes === null || scopes.includes(model) || total === deleted ? [] : [{ model, records: total - deleted }]
    ),
    deriving: [...new Set([...atWork, ...pending.map(({ mapper }) => mapper)])].sort()
  } satisfies Accuracy
})

/** A share as people read it; nothing when there is none. It is never rounded up: 100 % means all. */
export const percent = (share: number | null): string => (share === null ? "" : `${Math.floor(share * 1000) / 10} %`)

/** The lag that audits found, as people read it; nothing when they found none. */
export const lag = ({ lagSeconds }: Audits.Findings): string =>
  lagSeconds === null ? "" : Numbers.duration(lagSeconds)

/** It for programs. */
export const forJson = ({ audits, deriving, outOfScope }: Accuracy) => ({
  audit:
    audits === null
      ? null
      : {
          days,
          sampled: audits.sampled,
          wrong: audits.wrong,
          held: audits.held,
          unreadable: audits.unreadable,
          accuracy: Audit.accuracy(audits),
          lag_seconds: audits.lagSeconds
        },
  out_of_scope: outOfScope,
  deriving
})

const audited = (audits: Audits.Accuracy): string =>
  [
    `${percent(Audit.accuracy(audits)) || "None"} of ${Numbers.count(audits.sampled)} records that were read again in ${days} days were as stored`,
    `${Numbers.count(audits.wrong)} were wrong`,
    ...(audits.held === 0 ? [] : [`${Numbers.count(audits.held)} had values that are held`]),
    ...(audits.lagSeconds === null ? [] : [`the oldest change that was not here yet was ${lag(audits)} old`])
  ].join(", ")

/** It for people, a sentence a line. */
export const lines = ({ audits, deriving, outOfScope }: Accuracy): ReadonlyArray<string> => [
  audits === null ? "Not audited yet" : audited(audits),
  ...outOfScope.map(
    ({ model, records }) => `${model} is no longer in scope: its ${Numbers.count(records)} records stay as they are`
  ),
  ...(deriving.length === 0 ? [] : [`Being derived anew: ${deriving.join(", ")}`])
]
