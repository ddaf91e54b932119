/**
 * Keeps values that go missing from all records at once: the sign of a lost right, which no vendor tells from an empty
 * field.
 *
 * A place of a record is doubtful as long as no record of a walk has a value there. What a record loses at a doubtful
 * place is kept, and the record noted in a hold. At the end of the walk the hold stands when at least
 * ten records are in it and the place is still empty in all that were read; else the values go. The decision
 * rests on the walk alone, however it was cut into pages or taken up again.
 */
import * as Holds from "@crosswalk/store/Holds"
import * as Remotes from "@crosswalk/store/Remotes"
import * as Redact from "@crosswalk/core/Redact"
import { Effect, Predicate, type Schema, SchemaAST } from "effect"
import type { Context } from "./Derive.ts"
import type { Planned } from "./Plan.ts"
import type { Running } from "./Running.ts"

/** A record to land, and as it came. */
export interface Row extends Remotes.Row {
  readonly raw: unknown
}

type Keys = ReadonlyArray<string>

/** The watch over one walk. */
export interface Watch {
  /** Places that are empty in all records that were read so far, by their dotted names. */
  readonly absent: Map<string, Keys>
  /** Takes out what the connector does not collect: that was not lost. */
  readonly redact: (raw: unknown) => unknown
  /** What was decided of each place that had a hold when the walk began; null when nothing was. */
  readonly holds: ReadonlyMap<string, Holds.Decision | null>
}

/** Places at which a schema reads: through objects, not into lists. */
const placesIn = (ast: SchemaAST.AST, before: Keys): ReadonlyArray<Keys> => {
  switch (ast._tag) {
    case "Objects":
      return ast.propertySignatures.flatMap(({ name, type }) => {
        const keys = [...before, String(name)]
        return [keys, ...placesIn(type, keys)]
      })
    case "Union":
      return ast.types.flatMap((type) => placesIn(type, before))
    default:
      return []
  }
}

/** Places at which a resource's records are read, by their dotted names. */
export const places = (wire: Schema.Constraint): ReadonlyMap<string, Keys> =>
  new Map(placesIn(SchemaAST.toType(wire.ast), []).map((keys) => [keys.join("."), keys]))

const at = (raw: unknown, keys: Keys): unknown => {
  let value = raw
  for (const key of keys) {
    if (!Predicate.isObject(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}

const isFilled = (value: unknown): boolean => {
  if (value === undefined || value === null || value === "") return false
  if (Array.isArray(value)) return value.length > 0
  return !Predicate.isObject(value) || Object.keys(value).length > 0
}

/** A copy of a record with another value at a place; undefined takes the key away. */
export const put = (raw: unknown, [key = "", ...below]: Keys, value: unknown): unknown => {
  if (!Predicate.isObject(raw)) return raw
  const next = below.length === 0 ? value : put(raw[key], below, value)
  const { [key]: _, ...rest } = raw
  return next === undefined ? rest : { ...rest, [key]: next }
}

/** Whether a loss can be told at a place: what it stands in is there, so the loss is not that of the whole. */
const isInside = (raw: unknown, keys: Keys): boolean => keys.length === 1 || isFilled(at(raw, keys.slice(0, -1)))

/** The holds of values of a resource's records. */
export const ofResource = Effect.fnUntraced(function* (context: Context, planned: Planned) {
  const all = yield* (yield* Holds.Holds).list(context.connector)
  return all.flatMap((hold) =>
    hold.resource === planned.resource.name && hold.field !== null ? [{ ...hold, field: hold.field }] : []
  )
})

/** Begins to watch a walk, or goes on with what was empty so far. */
export const watch = Effect.fnUntraced(function* (
  running: Running,
  planned: Planned,
  absent: ReadonlyArray<string> | undefined
) {
  const all = places(planned.resource.wire)
  const holds = yield* ofResource(running.context, planned)
  return {
    absent: new Map([...all].filter(([name]) => absent === undefined || absent.includes(name))),
    redact: Redact.make(planned.resource.sensitive, running.settings),
    holds: new Map(holds.map(({ decision, field }) => [field, decision]))
  } satisfies Watch
})

const reason = (field: string): string =>
  `"${field}" came back empty in every record that was read, also where it had a value: the right to read it may be lost`

/**
 * Keeps what landed records lost at doubtful places, and answers them as they are stored now. What somebody agreed to
 * lose is let go. To be run in the transaction that landed them.
 */
export const keep = Effect.fnUntraced(function* (
  watch: Watch,
  context: Context,
  planned: Planned,
  rows: ReadonlyMap<string, Row>,
  landed: ReadonlyArray<Remotes.Landed>
) {
  const holds = yield* Holds.Holds
  const { connector, run } = context
  const { name: resource } = planned.resource
  for (const [name, keys] of watch.absent) {
    for (const { raw } of rows.values()) {
      if (isFilled(at(raw, keys))) {
        watch.absent.delete(name)
        break
      }
    }
  }
  const kept = new Map<string, unknown>()
  const lost = new Map<string, Array<string>>()
  const doubtful = [...watch.absent].filter(([name]) => watch.holds.get(name) !== "accepted")
  for (const { key, previous } of doubtful.length === 0 ? [] : landed) {
    const row = rows.get(key)
    if (previous === null || row === undefined) continue
    const before = watch.redact(JSON.parse(previous))
    for (const [name, keys] of doubtful) {
      const value = at(before, keys)
      if (!isFilled(value) || !isInside(row.raw, keys)) continue
      kept.set(key, put(kept.get(key) ?? JSON.parse(row.data), keys, value))
      lost.set(name, [...(lost.get(name) ?? []), key])
    }
  }
  for (const field of watch.holds.keys()) {
    // Where nothing is kept, the records are as the vendor has them now.
    if (!lost.has(field))
      yield* holds.forget(
        connector,
        resource,
        landed.map(({ key }) => key),
        field
      )
  }
  for (const [field, keys] of lost) {
    yield* holds.open({ connectorId: connector, resource, runId: run, field, reason: reason(field) }, keys)
  }
  const stored = Array.from(kept, ([key, raw]) => ({ key, raw }))
  yield* (yield* Remotes.Remotes).rewrite(
    connector,
    resource,
    stored.map(({ key, raw }) => ({ key, data: JSON.stringify(raw) }))
  )
  return stored
})
