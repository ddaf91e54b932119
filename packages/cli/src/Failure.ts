/**
 * Why a command failed: a sentence for the person at the terminal and an exit code for their scripts.
 */
import { Cause, Effect, Predicate, Schema } from "effect"

/** A command failed for a reason that its caller can remove. */
export class Failure extends Schema.TaggedError<Failure>()("Failure", {
  /** What is wrong and what to do, in a sentence or two. */
  message: Schema.String,
  /** 1: not done. 2: done in part. */
  exitCode: Schema.Literals([1, 2])
}) {}

/** A failure with exit code 1. */
export const make = (message: string): Failure => new Failure({ message, exitCode: 1 })

/** What was asked for was done in part: exit code 2. */
export const partial = (message: string): Failure => new Failure({ message, exitCode: 2 })

/** A path or a name at the beginning keeps its case. */
const sentence = (text: string): string => {
  const trimmed = text.trim()
  const begun = /^[a-z]+[ ,:]/.test(trimmed) ? trimmed.charAt(0).toUpperCase() + trimmed.slice(1) : trimmed
  return /[.!?]$/.test(begun) ? begun : `${begun}.`
}

/** Errors of the store carry a sentence that says what to do; those of a provider have it in their message. */
const hasRemedy = (error: Error): error is Error & { readonly remedy: string } =>
  "remedy" in error && typeof error.remedy === "string" && error.remedy.includes(" ")

/** Whether a full disk is behind an error, whoever tried to write. */
const isDiskFull = (error: unknown): boolean => {
  if (!Predicate.isObject(error)) return false
  if (Predicate.hasProperty(error, "code") && (error.code === "ENOSPC" || error.code === "EDQUOT")) return true
  return Predicate.hasProperty(error, "cause") && error.cause !== error && isDiskFull(error.cause)
}

/** The sentence or two for any error. */
export const describe = (error: unknown): string => {
  if (isDiskFull(error)) return "There is no room left on the disk. Free some space and run the command again."
  if (!(error instanceof Error)) return sentence(String(error))
  return hasRemedy(error) ? `${sentence(error.message)} ${sentence(error.remedy)}` : sentence(error.message)
}

/** The sentence or two for a cause; a defect that no full disk explains is a mistake of ours, and says so. */
export const describeCause = (cause: Cause.Cause<unknown>): string => {
  const error = Cause.squash(cause)
  const text = describe(error)
  return Cause.hasFails(cause) || isDiskFull(error)
    ? text
    : `Crosswalk made a mistake: ${text} Please report it with what the command says under --log-level debug.`
}

/** Logs what led to a failure, for those who ask for debug messages. */
export const logged = <A, E, R>(command: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.tapCause(command, (cause) => (Cause.hasInterruptsOnly(cause) ? Effect.void : Effect.logDebug(cause)))
