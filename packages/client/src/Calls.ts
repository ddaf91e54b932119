/** Calls of the routes beside the lists, each by the route's own description. */
import type * as Route from "@crosswalk/api/Route"
import type { Effect, Schema } from "effect"
import type { ClientError } from "./ClientError.ts"
import type { Exchange } from "./Exchange.ts"

/** A parameter of the wire as a caller gives it: a flag is true or false. */
export type Value<T> = [T] extends ["true" | "false" | undefined] ? boolean : T

/** Parameters as a caller gives them. */
export type Given<Parameters> = { readonly [Name in keyof Parameters]: Value<Parameters[Name]> }

type Text = Route.Any["params"]

interface Described<Params extends Text, Query extends Text, Success extends Schema.ConstraintDecoder<unknown>>
  extends Route.Any {
  readonly params: Params
  readonly query: Query
  readonly success: Success
}

/** What a route is called with, as far as it takes anything. */
export interface Input<Params extends Text, Query extends Text> {
  readonly params?: Params["Type"]
  readonly query?: Given<Query["Type"]> | undefined
  /** Plain JSON. */
  readonly body?: unknown
}

/** Calls a route. */
export type Calls = <Params extends Text, Query extends Text, Success extends Schema.ConstraintDecoder<unknown>>(
  route: Described<Params, Query, Success>,
  input?: Input<Params, Query>
) => Effect.Effect<Success["Type"], ClientError>

const pathOf = (route: Route.Any, params: Readonly<Record<string, unknown>>): string =>
  route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? "")))

/** Values as they stand in an address; one that is not given is left out. */
export const queryOf = (query: object): ReadonlyArray<readonly [string, string]> =>
  Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]))

/** Calls routes over an exchange. */
export const make =
  (exchange: Exchange): Calls =>
  (route, { body = null, params = {}, query = {} } = {}) =>
    exchange({
      method: route.method,
      path: pathOf(route, params),
      query: queryOf(query),
      connector: null,
      body,
      success: route.success
    })
