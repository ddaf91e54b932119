/**
 * Derives a connector's records in a database of its own, from remote records that were landed or recorded before: what
 * a version of a provider's mappers would make of them, without a vendor call and without touching what is stored.
 */
import type { Identify } from "@crosswalk/core/Id"
import type { Recording } from "@crosswalk/core/OfflineReport"
import type { Provider } from "@crosswalk/core/Provider"
import * as Connectors from "@crosswalk/store/Connectors"
import * as Quarantine from "@crosswalk/store/Quarantine"
import * as Remotes from "@crosswalk/store/Remotes"
import type { StoreError } from "@crosswalk/store/StoreError"
import * as Transaction from "@crosswalk/store/Transaction"
import { Effect, Option, Stream } from "effect"
import type { Context } from "./Derive.ts"
import { drain } from "./Drain.ts"
import * as Known from "./Known.ts"
import { land } from "./Land.ts"
import * as Plan from "./Plan.ts"

/** A remote record as it came, and the key of the record that it was listed for. */
export interface Remote {
  readonly parent: string | null
  readonly raw: unknown
}

/** Remote records to derive from. */
export interface Material {
  /** Those of a list, by its name; none when there is no such list. */
  readonly pages: (resource: string) => Stream.Stream<ReadonlyArray<Remote>, StoreError>
  /** Whether a list was ever read to its end: a look-up in one that was not is unknown, not empty. */
  readonly isRead: (resource: string) => boolean
}

/** Recorded answers. */
export const recorded = (recordings: ReadonlyArray<Recording>): Material => {
  const byResource = Map.groupBy(recordings, ({ resource }) => resource.name)
  return {
    pages: (resource) =>
      Stream.fromIterable((byResource.get(resource) ?? []).map(({ records }): ReadonlyArray<Remote> => records)),
    isRead: (resource) => byResource.has(resource)
  }
}

const atOnce = 100

/** What a connector's syncs landed, with those records that could not be read then; another version may read them. */
export const landed = Effect.fn("Rehearsal.landed")(function* (connector: string) {
  const remotes = yield* Remotes.Remotes
  const quarantine = yield* Quarantine.Quarantine
  const read = yield* Known.resources(connector)
  const stored = (resource: string) =>
    remotes.keys(connector, resource).pipe(
      Stream.grouped(atOnce),
      Stream.mapEffect((keys) => remotes.byKeys(connector, resource, keys)),
      Stream.map((rows) => rows.map(({ data, parent }): Remote => ({ parent, raw: JSON.parse(data) })))
    )
  const unreadable = (resource: string) =>
    Stream.paginate<Quarantine.Place | undefined, ReadonlyArray<Remote>, StoreError>(undefined, (after) =>
      Effect.map(quarantine.list(connector, { resource, mapper: null, limit: atOnce, after }), (cases) => [
        [cases.map(({ data }): Remote => ({ parent: null, raw: JSON.parse(data) }))],
        cases.length < atOnce ? Option.none() : Option.some(cases.at(-1))
      ])
    )
  return {
    pages: (resource) => Stream.concat(stored(resource), unreadable(resource)),
    isRead: (resource) => read.has(resource)
  } satisfies Material
})

/** Id of the only connector of a database that was made for a rehearsal. */
export const connector = "00000000-0000-8000-8000-000000000000"

/** References as people read them: `candidate:c1`. */
const readable: Identify = (model, remoteId) => `${model}:${remoteId}`

/**
 * Derives every record of the models in `scopes` (null for all) in the store in place, which must be empty. Dies with what
 * the declaration throws, where that is not about one record.
 */
export const rehearse = Effect.fn("Rehearsal.rehearse")(function* (
  provider: Provider,
  scopes: ReadonlyArray<string> | null,
  material: Material
) {
  const transaction = yield* Transaction.Transaction
  const category = provider.categories[0] ?? ""
  yield* (yield* Connectors.Connectors).create({ id: connector, provider: provider.id, category, credentials: {} })
  const plan = Plan.make(provider, scopes)
  const context: Context = { connector, plan, identify: readable, run: "rehearsal", isKnown: material.isRead }
  for (const planned of plan.resources) {
    yield* Stream.runForEach(material.pages(planned.resource.name), (page) =>
      transaction.run(
        Effect.forEach(
          // Whose parent was never told cannot be filed.
          Map.groupBy(
            page.filter(({ parent }) => parent !== null || planned.resource.parent === null),
            ({ parent }) => parent
          ),
          ([parent, records]) =>
            land(
              context,
              planned,
              records.map(({ raw }) => raw),
              { parent, refresh: false }
            ),
          { discard: true }
        )
      )
    )
  }
  yield* drain<never>(transaction.run, context)
  return plan
})
