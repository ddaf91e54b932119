/** What a request asks to see of records, and the records that it then gets: types and schemas from the models. */
import type { RecordOf } from "@crosswalk/api/Related"
import * as Answer from "@crosswalk/api/crosswalk/Answer"
import type * as Parameters from "@crosswalk/api/crosswalk/Parameters"
import type * as Model from "@crosswalk/core/Model"
import type { ModelName } from "@crosswalk/core/ModelName"
import { Schema } from "effect"
import type { Value } from "./Calls.ts"

/** Names of the models that have lists. */
export type Listed = Exclude<ModelName, "connector">

/** Names of a model's fields. */
export type FieldOf<Name extends Listed> = Extract<keyof RecordOf<Name>, string>

/** Names of a model's fields that hold ids of other records. */
export type ReferenceOf<Name extends Listed> = Exclude<
  Extract<FieldOf<Name>, `${string}_id` | `${string}_ids`>,
  `${string}remote_id`
>

type Taken<P> =
  P extends Parameters.Typed<infer S, infer Form>
    ? Form extends "one"
      ? Value<S["Type"]>
      : ReadonlyArray<S["Type"]>
    : never

/** Some of the wire's parameters, each as a caller gives it. */
type Query<P, Name extends Listed> = {
  readonly [K in keyof P]?: K extends "fields"
    ? ReadonlyArray<FieldOf<Name> | "raw_data">
    : K extends "expand"
      ? ReadonlyArray<ReferenceOf<Name>>
      : Taken<P[K]>
}

/** Which connector is meant: its token, or the connector itself as `connectors` answers it. */
export type ConnectorToken = string | { readonly token: string }

interface Connected {
  readonly connector: ConnectorToken
}

/** What a list is asked for: the wire's own parameters. */
export type ListQuery<Name extends Listed> = Connected & Query<typeof Parameters.list, Name>

/** What a single record is asked for. */
export type ItemQuery<Name extends Listed> = Connected & Query<typeof Parameters.item, Name>

/** Lets a query have the parameters of `Known` and no others. */
export type Exact<Q, Known> = Q & { readonly [K in Exclude<keyof Q, keyof Known>]: never }

/** Any query, as far as it decides what is seen. */
export interface Showing {
  readonly fields?: ReadonlyArray<string> | undefined
  readonly expand?: ReadonlyArray<string> | undefined
  readonly include_raw_data?: boolean | undefined
  readonly include_custom_fields?: boolean | undefined
  readonly explain?: boolean | undefined
}

type Expanded<Id> = Id extends string
  ? string | Readonly<Record<string, unknown>>
  : Id extends ReadonlyArray<string>
    ? ReadonlyArray<string | Readonly<Record<string, unknown>>>
    : Id

type Named<Q, K extends string> = Q extends { readonly [P in K]: ReadonlyArray<infer N> } ? N : never

type Kept<R, Q> = Q extends { readonly fields: ReadonlyArray<infer N> }
  ? Extract<keyof R, N>
  : Q extends { readonly include_custom_fields: false }
    ? Exclude<keyof R, "custom_fields">
    : keyof R

type WithRaw<Q> = Q extends { readonly include_raw_data: true }
  ? Q extends { readonly fields: ReadonlyArray<infer N> }
    ? "raw_data" extends N
      ? Raw
      : unknown
    : Raw
  : unknown

type Explained<Q> = Q extends { readonly explain: true }
  ? {
      /** Where each field came from; null when the vendor's records are gone. */
      readonly explanation: (typeof Answer.explanation)["Type"]
    }
  : unknown

interface Raw {
  /** The vendor's own records, with the list that each came from. */
  readonly raw_data: (typeof Answer.rawData)["Type"]
}

/** A record as a query gets it: the fields asked for, references expanded where that was asked for. */
export type Shown<Name extends Listed, Q> = {
  readonly [K in Kept<RecordOf<Name>, Q>]: K extends Named<Q, "expand">
    ? Expanded<RecordOf<Name>[K]>
    : RecordOf<Name>[K]
} & WithRaw<Q> &
  Explained<Q>

/** The schema of records as a query gets them: made of the model and the query by the same rules as their type. */
export function schema<Name extends Listed, Q>(model: Model.Any, query: Showing): Schema.Codec<Shown<Name, Q>, unknown>
export function schema(model: Model.Any, query: Showing): Schema.Top {
  const { expand = [], fields: asked, include_custom_fields = true, include_raw_data = false, explain = false } = query
  const all = Object.entries(model.schema.fields).filter(([name]) => name !== "custom_fields" || include_custom_fields)
  const kept = asked === undefined ? all : all.filter(([name]) => asked.includes(name))
  const fields: Record<string, Schema.ConstraintDecoder<unknown>> = Object.fromEntries(
    kept.map(([name, field]) => [name, expand.includes(name) ? Answer.expanded(name.endsWith("_ids")) : field])
  )
  if (include_raw_data && asked?.includes("raw_data") !== false) fields["raw_data"] = Answer.rawData
  if (explain) fields["explanation"] = Answer.explanation
  return Schema.Struct(fields)
}
