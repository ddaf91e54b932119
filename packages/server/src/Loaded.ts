/**
 * What the projections of a page need beside its records: everything that their relations lead to, each step one batch of
 * queries whatever the number of records.
 */
import type * as Projection from "@crosswalk/api/Projection"
import type { RecordOf, Related } from "@crosswalk/api/Related"
import type { ModelName } from "@crosswalk/core/ModelName"
import { RecordQuery, type Found } from "@crosswalk/store/RecordQuery"
import { Effect } from "effect"

/** A stored record, parsed. */
export interface Parsed {
  readonly model: ModelName
  readonly id: string
  readonly remoteId: string
  readonly record: unknown
}

/** What mappers of a model made and the store gave back is a record of that model. */
const isOf = <N extends ModelName>(
  parsed: { readonly model: ModelName; readonly record: unknown },
  model: N
): parsed is { readonly model: N; readonly record: RecordOf<N> } => parsed.model === model

/** Parses a stored record of a model. */
export const parse = (model: ModelName, { id, remoteId, text }: Found): Parsed => ({
  model,
  id,
  remoteId,
  record: JSON.parse(text)
})

/** The ids in a reference, one or a list. */
export const idsIn = (record: unknown, field: string): ReadonlyArray<string> => {
  const value: unknown = typeof record === "object" && record !== null ? Reflect.get(record, field) : null
  if (typeof value === "string") return [value]
  return Array.isArray(value) ? value.filter((id) => typeof id === "string") : []
}

const place = (model: ModelName, field: string): string => `${model}.${field}`

/** Loads what a projection needs for some records of its model. */
export const load = Effect.fnUntraced(function* (
  connector: string,
  projection: Projection.Any,
  page: ReadonlyArray<Parsed>
) {
  const query = yield* RecordQuery
  const known = new Map<ModelName, Map<string, Parsed>>()
  const referring = new Map<string, Map<string, Array<Parsed>>>()
  const names = new Map<ModelName, ReadonlyMap<string, string>>()

  const knownOf = (model: ModelName): Map<string, Parsed> => {
    let found = known.get(model)
    if (found === undefined) known.set(model, (found = new Map()))
    return found
  }
  const recordsOf = (model: ModelName): ReadonlyArray<Parsed> =>
    model === projection.model.name ? [...page, ...knownOf(model).values()] : [...knownOf(model).values()]

  for (const { field, from, holder, to } of projection.loads) {
    const origin = recordsOf(from)
    const target = knownOf(to)
    if (holder === "from") {
      const ids = new Set(origin.flatMap(({ record }) => idsIn(record, field)).filter((id) => !target.has(id)))
      for (const row of yield* query.byIds(connector, to, [...ids])) {
        if (row.remoteDeletedAt === null) target.set(row.id, parse(to, row))
      }
    } else {
      const ids = new Set(origin.map(({ id }) => id))
      const index = referring.get(place(to, field)) ?? new Map<string, Array<Parsed>>()
      referring.set(place(to, field), index)
      for (const row of ids.size === 0 ? [] : yield* query.referring(connector, to, field, [...ids])) {
        const parsed = target.get(row.id) ?? parse(to, row)
        target.set(row.id, parsed)
        for (const id of idsIn(parsed.record, field)) {
          const others = index.get(id)
          if (others === undefined) index.set(id, [parsed])
          else if (!others.includes(parsed)) others.push(parsed)
        }
      }
    }
  }

  const naming = new Map<string, Map<string, Array<string>>>()
  for (const { field, to } of projection.ids) {
    const found = new Map(page.map(({ id }) => [id, new Array<string>()]))
    naming.set(place(to, field), found)
    if (found.size === 0) continue
    for (const { id, target } of yield* query.referringIds(connector, to, field, [...found.keys()]))
      found.get(target)?.push(id)
  }

  const wanted = new Map<ModelName, Set<string>>()
  for (const { field, from, to } of projection.names) {
    const ids = wanted.get(to) ?? new Set()
    for (const { record } of recordsOf(from)) for (const id of idsIn(record, field)) ids.add(id)
    wanted.set(to, ids)
  }
  for (const [model, ids] of wanted) names.set(model, yield* query.remoteIds(connector, model, [...ids]))

  const one = <N extends ModelName>(model: N, id: string | null): RecordOf<N> | null => {
    const found = id === null ? undefined : known.get(model)?.get(id)
    return found !== undefined && isOf(found, model) ? found.record : null
  }
  const all = <N extends ModelName>(model: N, found: ReadonlyArray<Parsed>): ReadonlyArray<RecordOf<N>> => {
    const out: Array<RecordOf<N>> = []
    for (const parsed of found) if (isOf(parsed, model)) out.push(parsed.record)
    return out
  }
  return {
    one,
    all: (model, ids) =>
      all(
        model,
        (ids ?? []).flatMap((id) => known.get(model)?.get(id) ?? [])
      ),
    of: (model, field, id) => all(model, referring.get(place(model, field))?.get(id) ?? []),
    ids: (model, field, id) => naming.get(place(model, field))?.get(id) ?? [],
    remoteId: (model, id) => (id === null ? null : (names.get(model)?.get(id) ?? null))
  } satisfies Related<ModelName>
})
