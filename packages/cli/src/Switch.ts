/** Flags that are on or off. */
import * as Flag from "effect/cli/Flag"

/** A flag that is off unless given. */
export const make = (name: string, description: string): Flag.Flag<boolean> =>
  Flag.Boolean(name).pipe(Flag.withoutNegation, Flag.withDescription(description), Flag.withDefault(false))

/** `--json`. */
export const json: Flag.Flag<boolean> = make("json", "Print JSON for programs instead of text for people")
