/**
 * Lists and single records of the dialects: finds, loads what belongs to it, projects, wraps. One set of functions for
 * every collection of every dialect.
 */
import type { Collection } from "@crosswalk/api/Collection"
import type { Asked, Dialect, ListRequest, Show, Supplied } from "@crosswalk/api/Dialect"
import { invalid } from "@crosswalk/api/Failure"
import type * as Projection from "@crosswalk/api/Projection"
import * as Filter from "@crosswalk/core/Filter"
import * as Id from "@crosswalk/core/Id"
import type { ModelName } from "@crosswalk/core/ModelName"
import * as Provider from "@crosswalk/core/Provider"
import * as Origins from "@crosswalk/engine/Origins"
import { RecordQuery, type Found } from "@crosswalk/store/RecordQuery"
import { Runs } from "@crosswalk/store/Runs"
import type { Signer } from "@crosswalk/store/Vault"
import { Effect } from "effect"
import * as Cursor from "./Cursor.ts"
import * as Expansions from "./Expansions.ts"
import * as Explained from "./Explained.ts"
import * as Gathered from "./Gathered.ts"
import * as Loaded from "./Loaded.ts"
import { Refused } from "./Refused.ts"
import type { Account } from "./Session.ts"
import * as Spans from "./Spans.ts"

/** Whether a mapper of the provider fills a field of a model. */
export const fills =
  (provider: Provider.Provider): Supplied["fills"] =>
  (model, field) =>
    Provider.mappersFor(provider, model).some(({ rules }) => {
      const rule = rules[field]
      return rule !== undefined && !("rule" in rule && rule.rule === "absent")
    })

/** The projection of a collection whose model the provider supplies; fails when there is none, or it is out of scope. */
export const projectionFor = Effect.fnUntraced(function* (
  { connector, provider }: Account,
  projections: readonly [Projection.Any, ...ReadonlyArray<Projection.Any>]
) {
  const supplied = projections.filter(({ model }) => Provider.mappersFor(provider, model.name).length > 0)
  const [first] = supplied
  if (first === undefined) {
    return yield* new Refused({
      failure: { _tag: "ModelNotAvailable", model: projections[0].model.name, provider: provider.id }
    })
  }
  const { scopes } = connector
  const granted = supplied.find(({ model }) => scopes === null || scopes.includes(model.name))
  return granted ?? (yield* new Refused({ failure: { _tag: "ModelNotInScope", model: first.model.name } }))
})

const rawOf = (origins: ReadonlyArray<Origins.Origin>): ReadonlyArray<Projection.Raw> =>
  origins.map(({ data, resource }) => ({ resource, record: JSON.parse(data) }))

/** Served records by id of ours, as plain JSON. */
type Served = Readonly<Record<string, unknown>>

/** Projects stored records of one model. */
const project = Effect.fnUntraced(function* (
  account: Account,
  projection: Projection.Any,
  rows: ReadonlyArray<Found>,
  show: Show
) {
  const { connector, provider } = account
  const model = projection.model.name
  const page = rows.map((row) => Loaded.parse(model, row))
  const related = yield* Loaded.load(connector.id, projection, page)
  const identify = Id.forConnector(connector.id)
  const origins = show.raw ? yield* Origins.of(connector.id, Provider.mappersFor(provider, model), rows) : null
  return page.map(({ record, remoteId }) =>
    projection.project(record, {
      ...related,
      identify,
      raw: origins === null ? null : rawOf(origins.get(remoteId) ?? []),
      customFields: show.customFields
    })
  )
})

const pick = (record: Served, keys: ReadonlyArray<string> | null): Served =>
  keys === null
    ? record
    : Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(record, key) ? [[key, record[key]]] : [])))

/** Puts records of the same dialect in the place of their ids, where that was asked for: one batch for each field. */
const expand = Effect.fnUntraced(function* (
  account: Account,
  dialect: Dialect,
  collection: Collection,
  items: ReadonlyArray<Served>,
  show: Show
) {
  let out = items
  for (const { field, keys } of show.expand) {
    const expansion = collection.expansions[field]
    if (expansion === undefined) continue
    const query = yield* RecordQuery
    const { scopes } = account.connector
    const byId = new Map<string, Served>()
    const wanted = new Set(out.flatMap((item) => Loaded.idsIn(item, field)))
    for (const projection of Expansions.projections(dialect, collection, expansion.model)) {
      const model = projection.model.name
      if (wanted.size === 0) break
      if (scopes !== null && !scopes.includes(model)) continue
      const rows = (yield* query.byIds(account.connector.id, model, [...wanted])).filter(
        ({ remoteDeletedAt }) => remoteDeletedAt === null
      )
      const served = yield* project(account, projection, rows, { ...show, raw: false, expand: [] })
      for (const [index, { id }] of rows.entries()) {
        byId.set(id, pick(served[index] ?? {}, keys))
        wanted.delete(id)
      }
    }
    // A target that was never read stays the id that it is.
    out = out.map((item) => {
      const value = item[field]
      if (typeof value === "string") return { ...item, [field]: byId.get(value) ?? value }
      return Array.isArray(value) ? { ...item, [field]: value.map((id) => byId.get(String(id)) ?? id) } : item
    })
  }
  return out
})

const written = Effect.fnUntraced(function* (
  account: Account,
  dialect: Dialect,
  collection: Collection,
  projection: Projection.Any,
  rows: ReadonlyArray<Found>,
  show: Show
) {
  const isWhole = !show.raw && show.customFields && show.keys === null && show.expand.length === 0
  if (projection.isStored && isWhole) return rows.map(({ text }) => text)
  const projected = yield* project(account, projection, rows, show)
  const expanded = yield* expand(account, dialect, collection, projected, show)
  return expanded.map((item) => JSON.stringify(pick(item, show.keys)))
})

/** What a cursor belongs to: it is of use for no other list, connector or dialect. */
const listName = (dialect: Dialect, collection: Collection, account: Account, model: ModelName): string =>
  `${dialect.id} ${dialect.listPath(collection)} ${account.connector.id} ${model}`

const startOf = Effect.fnUntraced(function* (request: ListRequest, signer: Signer, list: string) {
  if (request.start._tag === "Offset") return { offset: request.start.offset }
  if (request.start._tag === "First") return { after: 0 }
  const place = Cursor.read(signer, list, request.start.cursor)
  return (
    place ??
    (yield* new Refused({
      failure: invalid("query", "cursor", "This is no cursor of this list. Take it from the answer before, unchanged.")
    }))
  )
})

/** Fails with `NotFound` unless all of these are records of the connector, deleted or not. */
const exist = Effect.fnUntraced(function* (connector: string, model: ModelName, ids: ReadonlyArray<string>) {
  const query = yield* RecordQuery
  const found = yield* query.remoteIds(connector, model, ids)
  const missing = ids.find((id) => !found.has(id))
  if (missing !== undefined) yield* new Refused({ failure: { _tag: "NotFound", what: `record ${missing}` } })
})

/** Whether a sync of the connector ever ended well. */
const hasSynced = (connector: string) =>
  Effect.map(
    Runs.use((runs) => runs.list(connector)),
    (runs) => runs.some(({ status }) => status === "succeeded" || status === "partial")
  )

/** The body of a list, as JSON text in pieces. */
export const list = Effect.fnUntraced(function* (
  account: Account,
  dialect: Dialect,
  collection: Collection,
  asked: Asked,
  signer: Signer
) {
  const { connector, provider } = account
  const projection = yield* projectionFor(account, collection.projections)
  const model = projection.model.name
  const request = yield* Effect.mapError(
    Effect.fromResult(dialect.list(asked, collection, { model, fills: fills(provider) })),
    (failure) => new Refused({ failure })
  )
  const query = yield* RecordQuery
  const name = listName(dialect, collection, account, model)
  const start = yield* startOf(request, signer, name)
  for (const { ids, model: of } of request.mustExist) yield* exist(connector.id, of ?? model, ids)
  const filters = [request.filter, ...(collection.only === null ? [] : [collection.only])]
  for (const { filter, gathering, ids } of request.byEntry) {
    const entries = yield* Gathered.entries(account, gathering)
    filters.push(filter(ids.flatMap((id) => entries.get(id)?.remoteId ?? [])))
  }
  const limit = request.limit ?? Number.MAX_SAFE_INTEGER - 1
  const rows = yield* query.page(connector.id, model, {
    filter: Filter.all(filters),
    includeDeleted: request.includeDeleted,
    // One more tells whether there is a next page.
    limit: limit + 1,
    start,
    order: request.order ?? undefined
  })
  // Before the first sync has ended, no records would look like an empty account.
  if (rows.length === 0 && request.start._tag === "First" && !(yield* hasSynced(connector.id))) {
    return yield* new Refused({ failure: { _tag: "FirstSyncPending", model } })
  }
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next =
    rows.length <= limit || last === undefined
      ? null
      : Cursor.write(signer, name, "after" in start ? { after: last.seq } : { offset: start.offset + limit })
  const items = yield* written(account, dialect, collection, projection, page, request.show)
  return dialect.writeList({ items, next }, collection)
}, Spans.within("Listing.list"))

/** The body of a single record, as JSON text. */
export const item = Effect.fnUntraced(function* (
  account: Account,
  dialect: Dialect,
  collection: Collection,
  asked: Asked
) {
  const projection = yield* projectionFor(account, collection.projections)
  const { explain, filter, show } = yield* Effect.mapError(
    Effect.fromResult(dialect.item(asked, collection)),
    (failure) => new Refused({ failure })
  )
  const query = yield* RecordQuery
  const rows = yield* query.page(account.connector.id, projection.model.name, {
    filter: Filter.all([filter, ...(collection.only === null ? [] : [collection.only])]),
    includeDeleted: true,
    limit: 1,
    start: { after: 0 }
  })
  const [text] = yield* written(account, dialect, collection, projection, rows, show)
  const [row] = rows
  if (text === undefined || row === undefined) {
    return yield* new Refused({ failure: { _tag: "NotFound", what: projection.model.name } })
  }
  if (explain !== true) return dialect.writeItem(text)
  const record: object = JSON.parse(text)
  const explanation = yield* Explained.of(projection.model, row.id, Object.keys(record))
  return dialect.writeItem(JSON.stringify({ ...record, explanation }))
}, Spans.within("Listing.item"))
