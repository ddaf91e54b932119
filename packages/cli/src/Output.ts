/**
 * Where a command writes: results to standard output, everything for people to standard error.
 */
import { Effect, Schema } from "effect"
import * as Failure from "./Failure.ts"

/** Nobody reads standard output any more, as after `| head`. A command then ends, quietly and with success. */
export class OutputClosed extends Schema.TaggedError<OutputClosed>()("OutputClosed", {}) {
  override get message(): string {
    return "Standard output was closed."
  }
}

const failed = (error: NodeJS.ErrnoException): OutputClosed | Failure.Failure =>
  error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED"
    ? new OutputClosed()
    : Failure.make(Failure.describe(new Error("standard output cannot be written", { cause: error })))

/** Keeps a stream that nobody reads from ending the process by itself: a write's own answer tells of it. */
export const guard: Effect.Effect<void> = Effect.sync(() => {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined)
})

/**
 * Writes lines to standard output, and waits until they are taken. Fails with `OutputClosed`, and with a `Failure` when
 * they cannot be written, as on a full disk.
 */
export const lines = (content: ReadonlyArray<string>): Effect.Effect<void, OutputClosed | Failure.Failure> =>
  content.length === 0
    ? Effect.void
    : Effect.callback((resume) => {
        process.stdout.write(content.map((line) => `${line}\n`).join(""), (error) =>
          resume(error ? Effect.fail(failed(error)) : Effect.void)
        )
      })

/** Writes one value as a line of JSON, as {@link lines} does. */
export const json = (value: unknown): Effect.Effect<void, OutputClosed | Failure.Failure> =>
  lines([JSON.stringify(value)])

/** Writes a text to standard error as it is. */
export const aside = (content: string): Effect.Effect<void> =>
  Effect.sync(() => {
    process.stderr.write(content)
  })

/** Writes a line for people to standard error. */
export const note = (line: string): Effect.Effect<void> => aside(`${line}\n`)

/** How wide a terminal at standard output is, in columns; null when there is none. */
export const width: Effect.Effect<number | null> = Effect.sync(() =>
  process.stdout.isTTY ? process.stdout.columns : null
)

/** Whether people follow standard error on a terminal, and how wide that is in columns. */
export const asideWidth: Effect.Effect<number | null> = Effect.sync(() =>
  process.stderr.isTTY ? process.stderr.columns : null
)
