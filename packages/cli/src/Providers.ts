/**
 * The providers that this command is composed of. Adding one is one line at the end.
 */
import type { Provider } from "@crosswalk/core/Provider"
import { lever } from "@crosswalk/lever"
import { sandbox as leverSandbox } from "@crosswalk/lever/Sandbox"
import type { ActionError } from "@crosswalk/sandbox/Action"
import type { Control } from "@crosswalk/sandbox/Control"
import type { CannotListen } from "@crosswalk/sandbox/SandboxServer"
import type { Options, Running, Simulator } from "@crosswalk/sandbox/Simulator"
import { Effect, type Scope } from "effect"

/** A simulator at work, whichever vendor's. */
export interface Sandbox extends Running {
  /** Lets the simulated people change something. */
  readonly work: Effect.Effect<void, ActionError>
}

/** A provider with its simulator. */
export interface Member {
  readonly provider: Provider
  /** Starts the simulator; it runs until the scope closes. Fails with `CannotListen` when the port is taken. */
  readonly sandbox: (options: Options) => Effect.Effect<Sandbox, CannotListen, Scope.Scope>
}

const member = <C extends Control>(
  provider: Provider,
  simulator: Simulator<C>,
  work: (control: C) => Effect.Effect<unknown, ActionError>
): Member => ({
  provider,
  sandbox: (options) =>
    Effect.map(simulator.start(options), (running) => ({ ...running, work: Effect.asVoid(work(running.control)) }))
})

/** Every provider, in the order in which they are shown. */
export const members: ReadonlyArray<Member> = [member(lever, leverSandbox, (control) => control.churn({ count: 1 }))]
