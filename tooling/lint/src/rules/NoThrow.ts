import { isPublished, make } from "../Rule.ts"

/** A failure is a value with a type; a thrown one is invisible to the caller. */
export const noThrow = make("no-throw", "Failures travel in the error channel.", (file) => {
  if (!isPublished(file.place)) return {}
  return {
    ThrowStatement: (node) => file.report(node, "Fail with a tagged error instead of throwing."),
    TryStatement: (node) => file.report(node, "Catch foreign exceptions with Effect.try or Result.try.")
  }
})
