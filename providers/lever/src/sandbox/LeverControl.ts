/**
 * The control of Lever's simulator: that of every simulator, and what only Lever knows.
 */
import * as Action from "@crosswalk/sandbox/Action"
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import * as Control from "@crosswalk/sandbox/Control"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { Effect, Schema } from "effect"
import type { Credentials } from "./Credentials.ts"
import { rights } from "./Credentials.ts"
import * as Creation from "./Creation.ts"
import * as Edits from "./Edits.ts"
import * as Opportunities from "./Opportunities.ts"
import type { State } from "./State.ts"

export interface LeverControl extends Control.Control {
  /** Moves an opportunity to a stage, by their ids. */
  readonly move: (input: Move) => Effect.Effect<JsonObject, Action.ActionError>
  /** Archives an opportunity for a reason, by their ids; the reason null opens it again. */
  readonly archive: (input: Archive) => Effect.Effect<JsonObject, Action.ActionError>
  /** Lets the account's people work: so many changes of many kinds, drawn from the seed. Yields what was done. */
  readonly churn: (input: Control.Churn) => Effect.Effect<ReadonlyArray<Control.Change>, Action.ActionError>
  /** Ends the validity of every access token now. */
  readonly expireAccessTokens: Effect.Effect<void>
  /** Ends the validity of every refresh token now. */
  readonly revokeRefreshTokens: Effect.Effect<void>
  /** Makes the next visit to the authorize page end in a refusal. */
  readonly denyAuthorization: Effect.Effect<void>
}

export const Move = Schema.Struct({ opportunity: Schema.String, stage: Schema.String })
export type Move = typeof Move.Type

export const Archive = Schema.Struct({ opportunity: Schema.String, reason: Schema.NullOr(Schema.String) })
export type Archive = typeof Archive.Type

export const make = (
  state: State,
  credentials: Credentials,
  now: Effect.Effect<number>,
  server: Control.ServerControl
): LeverControl => {
  const source = Seeded.make(state.account.seed, "lever.churn")
  let draws = 0

  const change = Effect.fnUntraced(function* () {
    const { account, tables } = state
    const draw = draws++
    const at = yield* now
    const row = Seeded.bits(source, draw, 1) % Math.max(1, account.size)
    const id = Opportunities.id(account, row)
    const kind = tables.opportunities.get(id) === undefined ? "create" : Seeded.weighted(source, draw, 2, work)
    switch (kind) {
      case "move": {
        const stage = account.stages[Seeded.bits(source, draw, 3) % account.stages.length]?.id ?? "lead-new"
        yield* Edits.move(state, at, id, stage)
        return { change: kind, id }
      }
      case "archive": {
        const reason = account.reasons[Seeded.bits(source, draw, 3) % account.reasons.length]?.id ?? null
        yield* Edits.archive(state, at, id, reason)
        return { change: kind, id }
      }
      case "tag":
        yield* Edits.edit(state, at, {
          kind: "opportunity",
          id,
          fields: { tags: [...Opportunities.tags(account, row), "Top talent"] }
        })
        return { change: kind, id }
      case "note":
      case "interview":
      case "offer": {
        const record = yield* Creation.create(state, at, { kind, parent: id })
        return { change: kind, id: String(record.id) }
      }
      case "remove":
        yield* Edits.remove(state, at, { kind: "opportunity", id })
        return { change: kind, id }
      case "create": {
        const record = yield* Creation.create(state, at, { kind: "opportunity" })
        return { change: kind, id: String(record.id) }
      }
    }
  })

  return {
    ...server,
    ...Control.rights(rights, credentials),
    create: (input) => Effect.flatMap(now, (at) => Creation.create(state, at, input)),
    edit: (input) => Effect.flatMap(now, (at) => Edits.edit(state, at, input)),
    remove: (input) => Effect.flatMap(now, (at) => Edits.remove(state, at, input)),
    move: (input) => Effect.flatMap(now, (at) => Edits.move(state, at, input.opportunity, input.stage)),
    archive: (input) => Effect.flatMap(now, (at) => Edits.archive(state, at, input.opportunity, input.reason)),
    churn: ({ count }) => Effect.forEach(Array.from({ length: count }), change),
    expireAccessTokens: Effect.sync(credentials.expireAccessTokens),
    revokeRefreshTokens: Effect.sync(credentials.revokeRefreshTokens),
    denyAuthorization: Effect.sync(credentials.denyAuthorization)
  }
}

const work = [
  ["move", 40],
  ["tag", 15],
  ["archive", 12],
  ["note", 10],
  ["create", 10],
  ["interview", 6],
  ["offer", 4],
  ["remove", 3]
] as const

/** The control over HTTP. */
export const actions = (control: LeverControl): ReadonlyArray<Action.Action> => [
  ...Control.actions(control),
  Action.make("move", Move, control.move),
  Action.make("archive", Archive, control.archive),
  Action.make("churn", Control.Churn, (input): Effect.Effect<Json, Action.ActionError> => control.churn(input)),
  Action.bare("expireAccessTokens", control.expireAccessTokens),
  Action.bare("revokeRefreshTokens", control.revokeRefreshTokens),
  Action.bare("denyAuthorization", control.denyAuthorization)
]
