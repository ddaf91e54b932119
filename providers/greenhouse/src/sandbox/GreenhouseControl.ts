/**
 * The control of Greenhouse's simulator: that of every simulator, and what only Greenhouse knows.
 */
import * as Action from "@crosswalk/sandbox/Action"
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import * as Control from "@crosswalk/sandbox/Control"
import { Effect, Schema } from "effect"
import * as Churn from "./Churn.ts"
import type { Credentials } from "./Credentials.ts"
import { rights } from "./Credentials.ts"
import * as Edits from "./Edits.ts"
import type { State } from "./State.ts"

export interface GreenhouseControl extends Control.Control {
  /** Moves an application to a stage, by their ids. */
  readonly move: (input: Move) => Effect.Effect<JsonObject, Action.ActionError>
  /** Decides about an application; a rejection may name a reason by its id. */
  readonly decide: (input: Decide) => Effect.Effect<JsonObject, Action.ActionError>
  /** Joins two candidates: the duplicate's id stops existing. Yields the one that stays. */
  readonly merge: (input: Merge) => Effect.Effect<JsonObject, Action.ActionError>
  /** Blanks everything that tells who a candidate is; the record stays. */
  readonly anonymize: (input: Anonymize) => Effect.Effect<JsonObject, Action.ActionError>
  /** Lets the account's people work: so many changes of many kinds, drawn from the seed. Yields what was done. */
  readonly churn: (input: Control.Churn) => Effect.Effect<ReadonlyArray<Control.Change>, Action.ActionError>
  /** Cursors handed out so far are no longer taken. */
  readonly expireCursors: Effect.Effect<void>
  /** Ends the validity of every access token now. */
  readonly expireAccessTokens: Effect.Effect<void>
  /** Ends the validity of every refresh token now. */
  readonly revokeRefreshTokens: Effect.Effect<void>
  /** Makes the next visit to the authorize page end in a refusal. */
  readonly denyAuthorization: Effect.Effect<void>
}

export const Move = Schema.Struct({ application: Schema.String, stage: Schema.String })
export type Move = typeof Move.Type

export const Decide = Schema.Struct({
  application: Schema.String,
  status: Schema.Literals(["rejected", "hired", "in_process"]),
  reason: Schema.optionalKey(Schema.NullOr(Schema.String))
})
export type Decide = typeof Decide.Type

export const Merge = Schema.Struct({ primary: Schema.String, duplicate: Schema.String })
export type Merge = typeof Merge.Type

export const Anonymize = Schema.Struct({ candidate: Schema.String })
export type Anonymize = typeof Anonymize.Type

export const make = (
  state: State,
  credentials: Credentials,
  now: Effect.Effect<number>,
  server: Control.ServerControl
): GreenhouseControl => {
  const change = Churn.make(state)
  return {
    ...server,
    ...Control.rights(rights, credentials),
    create: (input) => Effect.flatMap(now, (at) => Edits.create(state, at, input)),
    edit: (input) => Effect.flatMap(now, (at) => Edits.edit(state, at, input)),
    remove: (input) => Edits.remove(state, input),
    move: (input) => Effect.flatMap(now, (at) => Edits.move(state, at, input.application, input.stage)),
    decide: (input) =>
      Effect.flatMap(now, (at) => Edits.decide(state, at, input.application, input.status, input.reason ?? null)),
    merge: (input) => Effect.flatMap(now, (at) => Edits.merge(state, at, input.primary, input.duplicate)),
    anonymize: (input) => Effect.flatMap(now, (at) => Edits.anonymize(state, at, input.candidate)),
    churn: ({ count }) => Effect.forEach(Array.from({ length: count }), () => Effect.flatMap(now, change)),
    expireCursors: Effect.sync(state.expireCursors),
    expireAccessTokens: Effect.sync(credentials.expireAccessTokens),
    revokeRefreshTokens: Effect.sync(credentials.revokeRefreshTokens),
    denyAuthorization: Effect.sync(credentials.denyAuthorization)
  }
}

/** The control over HTTP. */
export const actions = (control: GreenhouseControl): ReadonlyArray<Action.Action> => [
  ...Control.actions(control),
  Action.make("move", Move, control.move),
  Action.make("decide", Decide, control.decide),
  Action.make("merge", Merge, control.merge),
  Action.make("anonymize", Anonymize, control.anonymize),
  Action.make("churn", Control.Churn, (input): Effect.Effect<Json, Action.ActionError> => control.churn(input)),
  Action.bare("expireCursors", control.expireCursors),
  Action.bare("expireAccessTokens", control.expireAccessTokens),
  Action.bare("revokeRefreshTokens", control.revokeRefreshTokens),
  Action.bare("denyAuthorization", control.denyAuthorization)
]
