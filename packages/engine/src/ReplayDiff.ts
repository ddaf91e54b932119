/**
 * Compares two versions of a provider's mappers over the same remote records. Each derives all of them in a database of
 * its own, so joins and groups are each version's own, and memory does not depend on how many there are.
 */
import type * as Mapper from "@crosswalk/core/Mapper"
import type { Provider } from "@crosswalk/core/Provider"
import { toRemoteId } from "@crosswalk/core/RemoteKey"
import { Records, type StoredRecord } from "@crosswalk/store/Records"
import * as Store from "@crosswalk/store/Store"
import { Context, Effect, Layer, Option, Schema, Stream } from "effect"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as MapperDiff from "./MapperDiff.ts"
import * as Rehearsal from "./Rehearsal.ts"

/** What to compare, over what. */
export interface Options {
  readonly before: Provider
  readonly after: Provider
  /** Models in scope; null for all. */
  readonly scopes: ReadonlyArray<string> | null
  readonly material: Rehearsal.Material
}

/** The version before cannot be run by this engine. */
export class NotComparable extends Schema.TaggedError<NotComparable>()("NotComparable", {
  /** What its declaration threw, or what is missing in it. */
  detail: Schema.String,
  cause: Schema.Defect()
}) {
  override get message(): string {
    return `the version before cannot be run: ${this.detail}`
  }
}

type Repository = Records["Service"]

interface Rehearsed {
  readonly records: Repository
  readonly mappers: ReadonlyArray<Mapper.Mapper>
}

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "crosswalk-diff-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

const rehearsed = Effect.fnUntraced(function* (path: string, provider: Provider, { material, scopes }: Options) {
  const layer = Store.layerSqlite({ filename: join(path, "records.db"), keyFile: join(path, "encryption.key") })
  // Fresh, because both sides would share one database otherwise.
  const context = yield* Layer.build(Layer.fresh(layer))
  const { mappers } = yield* Effect.provideContext(Rehearsal.rehearse(provider, scopes, material), context)
  return { records: Context.get(context, Records), mappers } satisfies Rehearsed
})

const atOnce = 200

const pages = (records: Repository, model: string) =>
  Stream.paginate(0, (after) =>
    Effect.map(records.page(Rehearsal.connector, model, { after, limit: atOnce }), (page) => {
      const last = page.length < atOnce ? undefined : page.at(-1)
      return [[page], Option.map(Option.fromNullishOr(last), ({ seq }) => seq)] as const
    })
  )

const Text = Schema.fromJsonString(Schema.Record(Schema.String, Schema.Unknown))
const decode = Schema.decodeSync(Text)
const fieldsOf = (record: StoredRecord | null): MapperDiff.Fields => (record === null ? null : decode(record.text))

const sideOf = Effect.fnUntraced(function* ({ mappers, records }: Rehearsed, model: string) {
  const own = mappers.filter((mapper) => mapper.model.name === model)
  if (own.length === 0) return null
  const { filled, total } = yield* records.fill(Rehearsal.connector, model)
  const fields = new Set(own.flatMap(({ model }) => Object.keys(model.mapped.fields)))
  return { fields: [...fields], records: total, filled } satisfies MapperDiff.Side
})

const compareModel = Effect.fnUntraced(function* (before: Rehearsed, after: Rehearsed, model: string) {
  const left = yield* sideOf(before, model)
  const right = yield* sideOf(after, model)
  const comparison = MapperDiff.make(model, left, right)
  if (left !== null) {
    yield* Stream.runForEach(pages(before.records, model), (page) =>
      Effect.forEach(
        page,
        (record) =>
          Effect.map(after.records.get(Rehearsal.connector, model, record.id), (found) =>
            comparison.add(toRemoteId(record.remoteId), fieldsOf(record), fieldsOf(Option.getOrNull(found)))
          ),
        { discard: true }
      )
    )
  }
  if (right !== null) {
    yield* Stream.runForEach(pages(after.records, model), (page) =>
      Effect.map(
        before.records.idsByRemote(
          Rehearsal.connector,
          model,
          page.map(({ remoteId }) => remoteId)
        ),
        (known) => {
          for (const record of page) {
            if (!known.has(record.remoteId)) comparison.add(toRemoteId(record.remoteId), null, fieldsOf(record))
          }
        }
      )
    )
  }
  return comparison.result()
})

const modelsOf = (...sides: ReadonlyArray<Rehearsed>): ReadonlyArray<string> => [
  ...new Set(sides.flatMap(({ mappers }) => mappers.map(({ model }) => model.name)))
]

/**
 * What differs, for every model that either version maps, in the order of the later one. Fails with `NotComparable` when
 * the version before is declared in a way that this engine does not understand.
 */
export const compare = Effect.fn("ReplayDiff.compare")(function* (options: Options) {
  const [left, right] = [yield* folder, yield* folder]
  const before = yield* Effect.catchDefect(rehearsed(left, options.before, options), (cause) =>
    Effect.fail(new NotComparable({ detail: cause instanceof Error ? cause.message : String(cause), cause }))
  )
  const after = yield* rehearsed(right, options.after, options)
  return yield* Effect.forEach(modelsOf(after, before), (model) => compareModel(before, after, model))
}, Effect.scoped)
