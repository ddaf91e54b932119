/**
 * The providers that this command is composed of: all there are.
 */
import type { Provider } from "@crosswalk/core/Provider"
import { members as all } from "@crosswalk/providers"
import type * as Composed from "@crosswalk/providers/Member"
import type { ActionError } from "@crosswalk/sandbox/Action"
import type { CannotListen } from "@crosswalk/sandbox/Listener"
import type { Options, Running } from "@crosswalk/sandbox/Simulator"
import { Effect, type Scope } from "effect"

/** A simulator at work, whichever vendor's. */
export interface Sandbox extends Running {
  /** Lets the simulated people change something. */
  readonly work: Effect.Effect<void, ActionError>
}

/** Starts a simulator; it runs until the scope closes. Fails with `CannotListen` when the port is taken. */
export type Start = (options: Options) => Effect.Effect<Sandbox, CannotListen, Scope.Scope>

/** A provider with its simulator; null where it has none. */
export interface Member {
  readonly provider: Provider
  readonly sandbox: Start | null
}

/** A provider that can be simulated. */
export interface Simulated extends Member {
  readonly sandbox: Start
}

const member = ({ provider, simulator }: Composed.Member): Member => ({
  provider,
  sandbox:
    simulator === null
      ? null
      : (options) =>
          Effect.map(simulator.start(options), (running) => ({
            ...running,
            work: Effect.asVoid(running.control.churn({ count: 1 }))
          }))
})

/** Every provider, in the order in which they are shown. */
export const members: ReadonlyArray<Member> = all.map(member)

/** Those of them that can be simulated, in the same order. */
export const simulated: ReadonlyArray<Simulated> = members.flatMap(({ provider, sandbox }) =>
  sandbox === null ? [] : [{ provider, sandbox }]
)
