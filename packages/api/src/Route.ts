/**
 * A route beside the lists, as data: what it takes, what it answers, and either a name to which the server attaches a
 * handler or the refusal that it always gives.
 */
import type { Category } from "@crosswalk/core/Category"
import type * as Model from "@crosswalk/core/Model"
import { Schema } from "effect"
import type { Failure } from "./Failure.ts"

/** How a route is called. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/** A route, where its own shapes do not matter. */
export interface Any {
  /** Unique within the dialect, kebab-case; the server's handler has the same. */
  readonly name: string
  readonly method: Method
  /** Below the dialect's prefix, parameters as `:name`. */
  readonly path: `/${string}`
  readonly summary: string
  /** Parameters of the path, as text. */
  readonly params: Schema.Struct<Model.Fields>
  /** Parameters of the query, as text. */
  readonly query: Schema.Struct<Model.Fields>
  /** Body of the request; null when it is not looked at. */
  readonly body: Schema.ConstraintDecoder<unknown> | null
  /** Body of the answer with status 200, whole; null when there is never one. */
  readonly success: Schema.ConstraintDecoder<unknown> | null
  /** Which category's error words it uses, and which category its connector must be of; null for none. */
  readonly category: Category | null
  /** Whether the request names a connector: in its path, where that has a parameter for it, else as lists do. */
  readonly needsConnector: boolean
  /**
   * What it always answers once key and connector are found to be good, by the connector's provider; null when there is
   * a handler.
   */
  readonly refuses: ((provider: string) => Failure) | null
}

/** A route with its shapes. */
export interface Route<
  Params extends Schema.Struct<Model.Fields> = Schema.Struct<Model.Fields>,
  Query extends Schema.Struct<Model.Fields> = Schema.Struct<Model.Fields>,
  Body extends Schema.ConstraintDecoder<unknown> | null = Schema.ConstraintDecoder<unknown> | null,
  Success extends Schema.ConstraintDecoder<unknown> = Schema.ConstraintDecoder<unknown>
> extends Any {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly success: Success
}

/** What a handler gets of a request, decoded. */
export interface Input<R extends Any> {
  readonly params: R["params"]["Type"]
  readonly query: R["query"]["Type"]
  readonly body: R["body"] extends Schema.ConstraintDecoder<unknown> ? R["body"]["Type"] : null
}

/** What a handler answers: the whole body. */
export type Output<R extends Any> =
  R["success"] extends Schema.ConstraintDecoder<unknown> ? R["success"]["Type"] : never

const nothing = Schema.Struct({})

/** Describes a route that always refuses. */
export const refused = (
  options: Pick<Any, "name" | "method" | "path" | "summary" | "category"> & {
    readonly params?: Schema.Struct<Model.Fields>
    readonly refuses: (provider: string) => Failure
  }
): Any => ({ params: nothing, query: nothing, body: null, success: null, needsConnector: true, ...options })

/** What describes a route that is answered by a handler. */
type Described = Pick<Any, "name" | "method" | "path" | "summary"> &
  Partial<Pick<Any, "category" | "needsConnector" | "refuses">>

/** Describes a route; it takes nothing unless told. */
export function make<
  Success extends Schema.ConstraintDecoder<unknown>,
  Params extends Schema.Struct<Model.Fields> = typeof nothing,
  Query extends Schema.Struct<Model.Fields> = typeof nothing,
  Body extends Schema.ConstraintDecoder<unknown> | null = null
>(
  options: Described & {
    readonly params?: Params
    readonly query?: Query
    readonly body?: Body
    readonly success: Success
  }
): Route<Params, Query, Body, Success>
export function make(options: Described & Partial<Any>): Any {
  return {
    params: nothing,
    query: nothing,
    body: null,
    success: null,
    category: null,
    needsConnector: false,
    refuses: null,
    ...options
  }
}
