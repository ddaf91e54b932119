/**
 * With which exit code an interrupt (Ctrl-C) ends the process: most commands are cut off by it, some end no other way.
 */
import { Context, Effect, Layer, Ref } from "effect"

/** The exit code that an interrupt gives now. */
export class Interruption extends Context.Service<Interruption, Ref.Ref<number>>()("@crosswalk/cli/Interruption") {
  /** 130, as shells expect of a command that was cut off. */
  static readonly layer: Layer.Layer<Interruption> = Layer.effect(Interruption, Ref.make(130))
}

/** From here on an interrupt is how the command is meant to end: exit code 0. */
export const expected: Effect.Effect<void, never, Interruption> = Effect.flatMap(Interruption, Ref.set(0))
