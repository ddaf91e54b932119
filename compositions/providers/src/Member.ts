import type { Provider } from "@crosswalk/core/Provider"
import type { ActionError } from "@crosswalk/sandbox/Action"
import type { Control } from "@crosswalk/sandbox/Control"
import type { Simulator } from "@crosswalk/sandbox/Simulator"
import type { Effect } from "effect"

/** A simulator's control that can let its people work. */
export interface Lively extends Control {
  /** Makes as many of the changes that people make in such a system. */
  readonly churn: (input: { readonly count: number }) => Effect.Effect<unknown, ActionError>
}

/** A provider with its simulator; null where it has none. */
export interface Member {
  readonly provider: Provider
  readonly simulator: Simulator<Lively> | null
}
