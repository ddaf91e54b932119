/**
 * Where a command writes: results to standard output, everything for people to standard error.
 */
import { Effect, Schema } from "effect"

/** Nobody reads standard output any more, as after `| head`. A command then ends, quietly and with success. */
export class OutputClosed extends Schema.TaggedError<OutputClosed>()("OutputClosed", { cause: Schema.Defect() }) {
  override get message(): string {
    return "Standard output was closed."
  }
}

/** Keeps a stream that nobody reads from ending the process by itself: a write's own answer tells of it. */
export const guard: Effect.Effect<void> = Effect.sync(() => {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined)
})

/** Writes a text to standard output as it is, and waits until it is taken. Fails with `OutputClosed`. */
export const text = (content: string): Effect.Effect<void, OutputClosed> =>
  content === ""
    ? Effect.void
    : Effect.callback((resume) => {
        process.stdout.write(content, (cause) =>
          resume(cause ? Effect.fail(new OutputClosed({ cause })) : Effect.void)
        )
      })

/** Writes lines to standard output. Fails with `OutputClosed`. */
export const lines = (content: ReadonlyArray<string>): Effect.Effect<void, OutputClosed> =>
  text(content.map((line) => `${line}\n`).join(""))

/** Writes one value as a line of JSON to standard output. Fails with `OutputClosed`. */
export const json = (value: unknown): Effect.Effect<void, OutputClosed> => lines([JSON.stringify(value)])

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
