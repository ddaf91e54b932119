/** What a contributor's function threw, in words. */
import { Predicate } from "effect"

/** The message of an error, or the text that was thrown; anything else is not looked into. */
export const thrown = (cause: unknown): string => {
  if (Predicate.isError(cause)) return cause.message
  return typeof cause === "string" ? cause : "a value that is no error was thrown"
}
