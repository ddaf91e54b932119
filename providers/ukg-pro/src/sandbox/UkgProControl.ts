/**
 * The control of UKG Pro's simulator: that of every simulator, and what only UKG Pro knows.
 */
import * as Action from "@crosswalk/sandbox/Action"
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import * as Control from "@crosswalk/sandbox/Control"
import { Effect, Schema } from "effect"
import * as Churn from "./Churn.ts"
import type { Credentials } from "./Credentials.ts"
import { bundles, rights } from "./Credentials.ts"
import * as Edits from "./Edits.ts"
import * as TenantHabits from "./Habits.ts"
import type { State } from "./State.ts"

export interface UkgProControl extends Control.Control {
  /** Ends an employment, named as company and person with a colon between; the reason null when none was written down. */
  readonly terminate: (input: Terminate) => Effect.Effect<JsonObject, Action.ActionError>
  /** Takes somebody back into an employment. */
  readonly rehire: (input: Rehire) => Effect.Effect<JsonObject, Action.ActionError>
  /** Lets the tenant's people work: so many changes of many kinds, drawn from the seed. Yields what was done. */
  readonly churn: (input: Control.Churn) => Effect.Effect<ReadonlyArray<Control.Change>, Action.ActionError>
  /** Changes what tenants do differently. */
  readonly habits: (input: TenantHabits.Habits) => Effect.Effect<void>
  /** Ends the validity of the password now. */
  readonly expirePassword: Effect.Effect<void>
  /** Makes the password valid again. */
  readonly renewPassword: Effect.Effect<void>
}

export const Terminate = Schema.Struct({ employment: Schema.String, reason: Schema.NullOr(Schema.String) })
export type Terminate = typeof Terminate.Type

export const Rehire = Schema.Struct({ employment: Schema.String })
export type Rehire = typeof Rehire.Type

export const make = (
  state: State,
  credentials: Credentials,
  setHabits: (habits: TenantHabits.Habits) => void,
  now: Effect.Effect<number>,
  server: Control.ServerControl
): UkgProControl => {
  const change = Churn.make(state)
  return {
    ...server,
    ...Control.rights([...rights, ...Object.keys(bundles)], credentials),
    create: (input) => Effect.flatMap(now, (at) => Edits.create(state, at, input)),
    edit: (input) => Effect.flatMap(now, (at) => Edits.edit(state, at, input)),
    remove: (input) => Edits.remove(state, input),
    terminate: (input) => Effect.flatMap(now, (at) => Edits.terminate(state, at, input.employment, input.reason)),
    rehire: (input) => Effect.flatMap(now, (at) => Edits.rehire(state, at, input.employment)),
    churn: ({ count }) => Effect.forEach(Array.from({ length: count }), () => Effect.flatMap(now, change)),
    habits: (input) => Effect.sync(() => setHabits(input)),
    expirePassword: Effect.sync(credentials.expirePassword),
    renewPassword: Effect.sync(credentials.renewPassword)
  }
}

/** The control over HTTP. */
export const actions = (control: UkgProControl): ReadonlyArray<Action.Action> => [
  ...Control.actions(control),
  Action.make("terminate", Terminate, control.terminate),
  Action.make("rehire", Rehire, control.rehire),
  Action.make("churn", Control.Churn, (input): Effect.Effect<Json, Action.ActionError> => control.churn(input)),
  Action.make("habits", TenantHabits.Habits, (input) => Effect.as(control.habits(input), null)),
  Action.bare("expirePassword", control.expirePassword),
  Action.bare("renewPassword", control.renewPassword)
]
