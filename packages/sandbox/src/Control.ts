/**
 * What a test, a bench or a demonstration does to a running simulator.
 */
import { Effect, Schema } from "effect"
import * as Action from "./Action.ts"
import type { JsonObject } from "./Answer.ts"
import * as Faults from "./Faults.ts"
import type { Snapshot, Stats } from "./Stats.ts"

/** The control of any simulator. Each member is also `POST /_sandbox/{name}` with its argument as JSON. */
export interface Control {
  /** Counts since the start or the last reset. */
  readonly stats: Effect.Effect<Snapshot>
  readonly resetStats: Effect.Effect<void>
  /** Makes the next matching requests suffer a fault. */
  readonly inject: (injection: Faults.Injection) => Effect.Effect<void>
  /** Replaces the random faults. */
  readonly setFaults: (spec: Faults.Spec) => Effect.Effect<void>
  /** No faults from here on, injected ones included. */
  readonly clearFaults: Effect.Effect<void>
  /** Takes a right away from every credential. Fails with `ActionError` on a right the vendor does not know. */
  readonly revoke: (right: string) => Effect.Effect<void, Action.ActionError>
  /** Gives a right back. Fails with `ActionError` on a right the vendor does not know. */
  readonly grant: (right: string) => Effect.Effect<void, Action.ActionError>
  /** Creates a record and returns it as the vendor would send it. Fails with `ActionError` on an unknown kind or parent. */
  readonly create: (input: Create) => Effect.Effect<JsonObject, Action.ActionError>
  /** Changes fields of a record, to any JSON, and returns it. Fails with `ActionError` when there is no such record. */
  readonly edit: (input: Edit) => Effect.Effect<JsonObject, Action.ActionError>
  /** Deletes a record for good. Fails with `ActionError` when there is no such record. */
  readonly remove: (input: Remove) => Effect.Effect<void, Action.ActionError>
}

/** Fields as the vendor would send them. */
export const Fields = Schema.Record(Schema.String, Schema.Json)

/** A record to create. */
export const Create = Schema.Struct({
  /** A kind of the vendor's, in the singular. */
  kind: Schema.String,
  /** The record it belongs to, for kinds that hang below another. */
  parent: Schema.optionalKey(Schema.String),
  /** What differs from a generated record. */
  fields: Schema.optionalKey(Fields)
})

/** A record to create. */
export type Create = typeof Create.Type

/** A record to change. */
export const Edit = Schema.Struct({
  kind: Schema.String,
  id: Schema.String,
  fields: Fields,
  /** Whether the vendor's updated time moves, as it does for an ordinary edit. Default true. */
  touch: Schema.optionalKey(Schema.Boolean)
})

/** A record to change. */
export type Edit = typeof Edit.Type

/** A record to delete. */
export const Remove = Schema.Struct({ kind: Schema.String, id: Schema.String })

/** A record to delete. */
export type Remove = typeof Remove.Type

/** How many changes an account's people make. */
export const Churn = Schema.Struct({ count: Schema.Int })

/** How many changes an account's people make. */
export type Churn = typeof Churn.Type

/** One change that was made: what, and to which record. */
export type Change = { readonly change: string; readonly id: string }

/** What the server contributes: counting and faults. */
export type ServerControl = Pick<Control, "stats" | "resetStats" | "inject" | "setFaults" | "clearFaults">

/** What the vendor's simulator contributes: its records and rights. */
export type VendorControl = Omit<Control, keyof ServerControl>

/** The server's half, from its counter and its faults. */
export const server = (stats: Stats, faults: Faults.Faults): ServerControl => ({
  stats: Effect.sync(stats.snapshot),
  resetStats: Effect.sync(stats.reset),
  inject: (injection) => Effect.sync(() => faults.inject(injection)),
  setFaults: (spec) => Effect.sync(() => faults.set(spec)),
  clearFaults: Effect.sync(faults.clear)
})

/** The part of the rights: `change` may be called with each of `known`; the others fail with `ActionError`. */
export const rights = (
  known: ReadonlyArray<string>,
  change: Readonly<Record<"revoke" | "grant", (right: string) => void>>
): Pick<Control, "revoke" | "grant"> => {
  const checked = (action: "revoke" | "grant") => (right: string) =>
    known.includes(right)
      ? Effect.sync(() => change[action](right))
      : Effect.fail(
          new Action.ActionError({ action, reason: `there is no right "${right}"; the rights are ${known.join(", ")}` })
        )
  return { revoke: checked("revoke"), grant: checked("grant") }
}

const right = Schema.Struct({ right: Schema.String })
const specification = Schema.Struct({ faults: Schema.String })

/** The actions of a control, for the HTTP surface. Random faults are given in their text form. */
export const actions = (control: Control): ReadonlyArray<Action.Action> => [
  Action.make("stats", Schema.Struct({}), () => Effect.map(control.stats, (stats) => ({ ...stats }))),
  Action.bare("resetStats", control.resetStats),
  Action.make("inject", Faults.Injection, (input) => Effect.as(control.inject(input), null)),
  Action.make("setFaults", specification, (input) =>
    Effect.fromResult(Faults.parse(input.faults)).pipe(
      Effect.mapError((error) => new Action.ActionError({ action: "setFaults", reason: error.message })),
      Effect.flatMap(control.setFaults),
      Effect.as(null)
    )
  ),
  Action.bare("clearFaults", control.clearFaults),
  Action.make("revoke", right, (input) => Effect.as(control.revoke(input.right), null)),
  Action.make("grant", right, (input) => Effect.as(control.grant(input.right), null)),
  Action.make("create", Create, control.create),
  Action.make("edit", Edit, control.edit),
  Action.make("remove", Remove, (input) => Effect.as(control.remove(input), null))
]
