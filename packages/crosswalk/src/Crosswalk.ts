/**
 * Crosswalk in a host application's own process, with plain promises: connect, sync, list, follow changes. No server, no
 * port, one file.
 *
 * ```ts
 * const crosswalk = Crosswalk.make({ providers: [lever], database: "crosswalk.db", encryptionKey })
 * const connector = await crosswalk.connect("lever", { credentials: { api_key: "…" } })
 * await crosswalk.sync(connector.id)
 * for await (const candidate of crosswalk.list("lever", connector.id, "candidate")) console.log(candidate.name)
 * await crosswalk.close()
 * ```
 */
import type { Provider } from "@crosswalk/core/Provider"
import type * as Providers from "@crosswalk/core/Provider"
import type { Summary } from "@crosswalk/engine/Summary"
import { SyncEngine } from "@crosswalk/engine/SyncEngine"
import { Connectors } from "@crosswalk/store/Connectors"
import type { Connector } from "@crosswalk/store/Connectors"
import { Feed } from "@crosswalk/store/Feed"
import type { Entry } from "@crosswalk/store/Feed"
import { Records } from "@crosswalk/store/Records"
import { Effect, ManagedRuntime, Option, Record, Redacted, Schema, Stream } from "effect"
import { randomUUID } from "node:crypto"
import * as Embedded from "./Embedded.ts"

/** The provider of an id among those that the host named. */
type Named<P extends Provider, Id extends string> = Extract<P, { readonly id: Id }>

/** A sync did not come as far as reading anything. */
export class SyncFailed extends Schema.TaggedError<SyncFailed>("@crosswalk/crosswalk/SyncFailed")("SyncFailed", {
  run: Schema.String,
  message: Schema.String
}) {}

/** What a host tells of a customer's account. */
export interface Account {
  /** Secrets by name, as the provider's auth method names them. */
  readonly credentials: Readonly<Record<string, string>>
  /** The customer's name. */
  readonly customer?: string | undefined
  /** Where the vendor's API is, when not where the provider says: a simulator, for instance. */
  readonly baseUrl?: string | undefined
  /** Models to read; all that the provider maps unless told. */
  readonly scopes?: ReadonlyArray<string> | undefined
}

/** Crosswalk with some providers. */
export interface Crosswalk<P extends Provider> {
  /** Stores a customer's account with its credentials sealed. Nothing is asked of the vendor yet. */
  readonly connect: (provider: P["id"], account: Account) => Promise<Connector>
  /** All connectors, oldest first. */
  readonly connectors: () => Promise<ReadonlyArray<Connector>>
  /** Deletes a connector with all its records. */
  readonly disconnect: (connector: string) => Promise<void>
  /**
   * Syncs a connector now, or joins the sync that runs, and answers what it did. Rejects with `SyncFailed` when nothing
   * could be read at all; what was left out of a partial one stands in the summary.
   */
  readonly sync: (connector: string, options?: { readonly full?: boolean }) => Promise<Summary>
  /** The records of a model, those that are gone at the vendor left out. */
  readonly list: <Id extends P["id"], Model extends Providers.ModelOf<Named<P, Id>>>(
    provider: Id,
    connector: string,
    model: Model
  ) => AsyncIterable<Providers.RecordOf<Named<P, Id>, Model>>
  /** What changed after a place in the connector's sequence (0: from the beginning), to the newest change. */
  readonly changes: (connector: string, after?: number) => AsyncIterable<Entry>
  /** Ends everything that is at work, at once: runs go on the next time. */
  readonly close: () => Promise<void>
}

const atOnce = 500

/** What mappers of a model made and the store gave back is a record of that model. */
const isRecord = <A>(value: unknown): value is A => typeof value === "object" && value !== null

/** Opens Crosswalk in this process. The database is opened with the first call. */
export const make = <const P extends Provider>(options: Embedded.Options<ReadonlyArray<P>>): Crosswalk<P> => {
  const runtime = ManagedRuntime.make(Embedded.layer(options))

  const sync = Effect.fnUntraced(function* (connector: string, full: boolean) {
    const engine = yield* SyncEngine
    const { run } = yield* engine.request(connector, { full })
    const ended = Option.getOrNull(yield* Stream.runLast(engine.follow(run.id)))
    if (ended?._tag === "Ended" && ended.summary !== null) return ended.summary
    const why = ended?._tag === "Ended" ? ended.detail : null
    return yield* new SyncFailed({ run: run.id, message: why ?? "The sync ended before it could read anything." })
  })

  return {
    connect: (provider, account) =>
      runtime.runPromise(
        Effect.gen(function* () {
          const connectors = yield* Connectors
          const { categories } = yield* Embedded.providerOf(provider)
          return yield* connectors.create({
            id: randomUUID(),
            provider,
            category: categories[0] ?? "",
            customer: account.customer ?? null,
            baseUrl: account.baseUrl ?? null,
            credentials: Record.map({ ...account.credentials }, (value) => Redacted.make(value)),
            scopes: account.scopes ?? null
          })
        })
      ),
    connectors: () => runtime.runPromise(Connectors.use((connectors) => connectors.list())),
    disconnect: (connector) => runtime.runPromise(Connectors.use((connectors) => connectors.remove(connector))),
    sync: (connector, { full = false } = {}) => runtime.runPromise(sync(connector, full)),
    list: async function* (_, connector, model) {
      for (let after = 0; ;) {
        const from = after
        const page = await runtime.runPromise(
          Records.use((records) => records.page(connector, model, { after: from, limit: atOnce }))
        )
        for (const { text } of page) {
          const record: unknown = JSON.parse(text)
          if (isRecord<Providers.RecordOf<Named<P, typeof _>, typeof model>>(record)) yield record
        }
        const last = page.at(-1)
        if (last === undefined || page.length < atOnce) return
        after = last.seq
      }
    },
    changes: async function* (connector, after = 0) {
      for (let seq = after; ;) {
        const from = seq
        const entries = await runtime.runPromise(Feed.use((feed) => feed.after(connector, from, atOnce)))
        yield* entries
        const last = entries.at(-1)
        if (last === undefined || entries.length < atOnce) return
        seq = last.seq
      }
    },
    close: () => runtime.dispose()
  }
}
