/**
 * A projection: the mapper's twin, from a unified record to the shape in which a dialect serves it, as one function for
 * every field of that shape. Leaving one out does not compile.
 */
import type { Identify } from "@crosswalk/core/Id"
import type * as Model from "@crosswalk/core/Model"
import type { ModelName } from "@crosswalk/core/ModelName"
import type { Relation } from "@crosswalk/core/Relation"
import type { Schema } from "effect"
import type { Related } from "./Related.ts"

/** A record as the vendor sent it. */
export interface Raw {
  /** Name of the provider's resource that it came from. */
  readonly resource: string
  readonly record: unknown
}

/** The vendor's records by the resource that they came from; several of one resource stand in a list of their own. */
export const byResource = (raw: ReadonlyArray<Raw>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...Map.groupBy(raw, ({ resource }) => resource)].map(([resource, all]) => [
      resource,
      all.length === 1 ? all[0]?.record : all.map(({ record }) => record)
    ])
  )

/** What a projection knows beside the record. */
export interface Context<Name extends ModelName> extends Related<Name> {
  /** The vendor's own records that the unified one was made of; null unless asked for. */
  readonly raw: ReadonlyArray<Raw> | null
  /** Whether the customer's own fields were asked for. Dialects that always serve them set it. */
  readonly customFields: boolean
  /** Computes ids for what is no record of its own, e.g. a kind of absence: the same for a connector for ever. */
  readonly identify: Identify
}

/**
 * A value as a projection may give it: null or undefined wherever the value is unknown, also where the shape leaves the
 * key out. The dialect's null policy then keeps every key or strips the empty ones.
 */
export type Loose<T> = T extends string | number | boolean | null | undefined
  ? T | null | undefined
  : T extends ReadonlyArray<infer U>
    ? ReadonlyArray<Loose<U>> | null | undefined
    : T extends object
      ? { readonly [K in keyof T]: Loose<T[K]> } | null | undefined
      : T

/** How nulls are served: every key kept, or empty ones left out at every depth. */
export type Nulls = "kept" | "stripped"

/** One function for every field of the shape `S`. */
export type Fields<
  M extends Model.Any,
  S extends Schema.Struct<Model.Fields>,
  Name extends ModelName,
  N extends Nulls
> = {
  readonly [K in keyof S["Type"]]-?: (
    record: Model.Unified<M>,
    context: Context<Name>
  ) => N extends "kept" ? S["Type"][K] : Loose<S["Type"][K]>
}

/** A projection from a model, where its own fields do not matter. */
export interface Any {
  readonly model: Model.Any
  /** The shape that is served: also what the dialect's document says. */
  readonly shape: Schema.Struct<Model.Fields>
  readonly nulls: Nulls
  /** What has to be loaded first, in this order: a step may begin where an earlier one ended. */
  readonly loads: ReadonlyArray<Relation>
  /** Relations against a text field of which only our ids are needed. */
  readonly ids: ReadonlyArray<Relation>
  /** References of which only the vendor's ids are needed. */
  readonly names: ReadonlyArray<Relation>
  /** Whether the stored text is what is served, unless less or more was asked for. */
  readonly isStored: boolean
  /** The served record as plain JSON, from a record of `model` as it is stored. */
  // A method, so that a projection of one model is one of any: the store knows a record's model, but no type of it.
  project(record: unknown, context: Context<ModelName>): Readonly<Record<string, unknown>>
}

/** A projection from the model `M` to the shape `S`. */
export interface Projection<M extends Model.Any, S extends Schema.Struct<Model.Fields>> extends Any {
  readonly model: M
  readonly shape: S
  project(record: Model.Unified<M>, context: Context<ModelName>): Readonly<Record<string, unknown>>
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined

/** A value without what is empty, at every depth. */
const strip = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((item) => !isEmpty(item)).map(strip)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (isEmpty(inner) ? [] : [[key, strip(inner)]]))
  )
}

/** Defines projections of one null policy; a dialect exports what it makes of its own. */
export const withNulls =
  <const N extends Nulls>(nulls: N) =>
  <
    M extends Model.Any,
    S extends Schema.Struct<Model.Fields>,
    const Loads extends ReadonlyArray<Relation> = readonly []
  >(
    model: M,
    shape: S,
    options: {
      readonly loads?: Loads
      readonly ids?: ReadonlyArray<Relation>
      readonly names?: ReadonlyArray<Relation>
      /** One function for every field; they are served in the order of the shape. */
      readonly fields: Fields<M, S, Loads[number]["to"], N>
    }
  ): Projection<M, S> => {
    const keys = Object.keys(shape.fields)
    const fields: Readonly<Record<string, (record: Model.Unified<M>, context: Context<ModelName>) => unknown>> =
      options.fields
    const keep = (record: Model.Unified<M>, context: Context<ModelName>) => {
      const out: Record<string, unknown> = {}
      for (const name of keys) out[name] = fields[name]?.(record, context) ?? null
      return out
    }
    const leave = (record: Model.Unified<M>, context: Context<ModelName>) => {
      const out: Record<string, unknown> = {}
      for (const name of keys) {
        const value = fields[name]?.(record, context)
        if (!isEmpty(value)) out[name] = strip(value)
      }
      return out
    }
    const { ids = [], loads = [], names = [] } = options
    return { model, shape, nulls, loads, ids, names, isStored: false, project: nulls === "kept" ? keep : leave }
  }

/** Serves records of a model as they are stored. */
export const stored = (model: Model.Any): Any => ({
  model,
  shape: model.schema,
  nulls: "kept",
  loads: [],
  ids: [],
  names: [],
  isStored: true,
  project: (record, { customFields, raw }) => {
    const out = Object.fromEntries(Object.entries(Object(record)))
    if (!customFields) delete out["custom_fields"]
    return raw === null ? out : { ...out, raw_data: raw }
  }
})
