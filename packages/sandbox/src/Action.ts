/**
 * One thing that can be done to a running simulator from outside: the same in process and over HTTP.
 */
import { Effect, Schema } from "effect"
import type { Json } from "./Answer.ts"

/** An action that cannot be carried out, such as an edit of a record that does not exist. */
export class ActionError extends Schema.TaggedError<ActionError>()("ActionError", {
  action: Schema.String,
  reason: Schema.String
}) {
  override get message() {
    return `${this.action}: ${this.reason}`
  }
}

/** An action by its name on the control surface, `POST /_sandbox/{name}`. */
export interface Action {
  readonly name: string
  /** Carries it out from JSON text. Fails with `ActionError` when the input or the state does not allow it. */
  readonly callJson: (body: string) => Effect.Effect<Json, ActionError>
}

/** Makes an action from the schema of its input. An empty body counts as `{}`. */
export const make = <I>(
  name: string,
  input: Schema.Codec<I, unknown>,
  call: (input: I) => Effect.Effect<Json, ActionError>
): Action => {
  const decode = Schema.decodeUnknownEffect(Schema.fromJsonString(input))
  return {
    name,
    callJson: (body) =>
      decode(body === "" ? "{}" : body).pipe(
        Effect.mapError((error) => new ActionError({ action: name, reason: error.message })),
        Effect.flatMap(call)
      )
  }
}

/** Makes an action that needs no input and yields nothing. */
export const bare = (name: string, call: Effect.Effect<void, ActionError>): Action =>
  make(name, Schema.Struct({}), () => Effect.as(call, null))
