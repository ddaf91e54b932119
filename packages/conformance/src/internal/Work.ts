/** What a simulator's people do by themselves, beyond what every simulator can be told. */
import type { Control } from "@crosswalk/sandbox/Control"
import { Effect, Predicate } from "effect"

/** A control that makes changes of many kinds by itself, drawn from its seed. */
export interface Working extends Control {
  readonly churn: (input: { readonly count: number }) => Effect.Effect<unknown, unknown>
}

/** A control that can end the validity of access tokens. */
export interface Expiring extends Control {
  readonly expireAccessTokens: Effect.Effect<void>
}

/** Whether a simulator changes by itself. */
export const isWorking = (control: Control): control is Working =>
  "churn" in control && Predicate.isFunction(control.churn)

const isExpiring = (control: Control): control is Expiring =>
  "expireAccessTokens" in control && Effect.isEffect(control.expireAccessTokens)

/** Makes so many changes; none where the simulator does not change by itself. */
export const work = (control: Control, count: number): Effect.Effect<void> =>
  isWorking(control)
    ? // A change that finds nothing to change is none: the account may have shrunk meanwhile.
      Effect.ignore(control.churn({ count }))
    : Effect.void

/** Ends the validity of access tokens, where there are any. */
export const expireTokens = (control: Control): Effect.Effect<void> =>
  isExpiring(control) ? control.expireAccessTokens : Effect.void

/** A resource's kind of record, as its simulator may call it. */
export const kindsOf = (resource: string): ReadonlyArray<string> => [
  resource.replace(/ies$/, "y"),
  resource.replace(/s$/, ""),
  resource.replace(/(ss|x|ch|sh)es$/, "$1"),
  resource
]
