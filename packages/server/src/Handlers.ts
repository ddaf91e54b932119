/**
 * Handlers of the routes beside the lists: each is attached to one route's description and gets its input decoded.
 */
import type { Asked } from "@crosswalk/api/Dialect"
import type { Fault } from "@crosswalk/api/Failure"
import type * as Route from "@crosswalk/api/Route"
import type { Registry } from "@crosswalk/core/Registry"
import type { SyncEngine } from "@crosswalk/engine/SyncEngine"
import type { Scope } from "@crosswalk/store/ApiKeys"
import type { Store } from "@crosswalk/store/Store"
import type { Vault } from "@crosswalk/store/Vault"
import { Effect, Schema } from "effect"
import type { HttpServer } from "effect/http/HttpServer"
import { makeFormatterStandardSchemaV1 } from "effect/SchemaIssue"
import type * as Answering from "./Answering.ts"
import { Refused } from "./Refused.ts"
import type * as Session from "./Session.ts"
import type { Settings } from "./Settings.ts"

/** What a handler knows beside its input. */
export interface Caller {
  readonly session: Session.Session
  /** The connector that the request names; null on routes that need none. */
  readonly account: Session.Account | null
  readonly asked: Asked
}

/** The services that handlers may use. */
export type Needs = HttpServer | Registry | Settings | Store | SyncEngine | Vault

/** A route with what answers it. */
export interface Handler<R> {
  readonly route: Route.Any
  /** What the API key must be allowed to do. */
  readonly scope: Scope
  readonly run: (caller: Caller, body: unknown) => Effect.Effect<string, Answering.Failed, R>
}

const issues = makeFormatterStandardSchemaV1()

/** Decodes a part of a request; every fault of it is told. */
const decode = <S extends Schema.ConstraintDecoder<unknown>>(where: Fault["in"], schema: S, input: unknown) =>
  Effect.mapError(Schema.decodeUnknownEffect(schema)(input, { errors: "all" }), ({ issue }) => {
    const [first, ...rest] = issues(issue).issues.map(({ message, path }): Fault => ({
      in: where,
      name: (path ?? []).map(String).join("."),
      message
    }))
    const whole: Fault = { in: where, name: "", message: "It has not the expected form." }
    return new Refused({ failure: { _tag: "InvalidRequest", faults: [first ?? whole, ...rest] } })
  })

type Text = Schema.Struct<Route.Any["params"]["fields"]>

interface Described<Params extends Text, Query extends Text, Success extends Schema.ConstraintDecoder<unknown>>
  extends Route.Any {
  readonly params: Params
  readonly query: Query
  readonly success: Success
}

/** Attaches a handler to a route that takes no body. It answers what the route's shape says, whole. */
export const read = <Params extends Text, Query extends Text, Success extends Schema.ConstraintDecoder<unknown>, R>(
  route: Described<Params, Query, Success> & { readonly body: null },
  scope: Scope,
  run: (
    input: { readonly params: Params["Type"]; readonly query: Query["Type"] },
    caller: Caller
  ) => Effect.Effect<Success["Type"], Answering.Failed, R>
): Handler<R> => ({
  route,
  scope,
  run: Effect.fnUntraced(function* (caller) {
    const params = yield* decode("path", route.params, caller.asked.path)
    const query = yield* decode("query", route.query, Object.fromEntries(caller.asked.query))
    return JSON.stringify(yield* run({ params, query }, caller))
  })
})

/** Attaches a handler to a route that takes a body. */
export const write = <
  Params extends Text,
  Query extends Text,
  Body extends Schema.ConstraintDecoder<unknown>,
  Success extends Schema.ConstraintDecoder<unknown>,
  R
>(
  route: Described<Params, Query, Success> & { readonly body: Body },
  scope: Scope,
  run: (
    input: { readonly params: Params["Type"]; readonly query: Query["Type"]; readonly body: Body["Type"] },
    caller: Caller
  ) => Effect.Effect<Success["Type"], Answering.Failed, R>
): Handler<R> => ({
  route,
  scope,
  run: Effect.fnUntraced(function* (caller, sent) {
    const params = yield* decode("path", route.params, caller.asked.path)
    const query = yield* decode("query", route.query, Object.fromEntries(caller.asked.query))
    const body = yield* decode("body", route.body, sent)
    return JSON.stringify(yield* run({ params, query, body }, caller))
  })
})
