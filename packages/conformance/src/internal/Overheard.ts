/** Everything that leaves a program beside its results: logs and spans, as text. */
import { Exit, Layer, Logger, References, Tracer } from "effect"
import { inspect } from "node:util"

/** What was said while an effect ran. */
export interface Overheard {
  readonly layer: Layer.Layer<never>
  /** All of it. Asked after the effect has run: a span gets its attributes while it lasts. */
  readonly text: () => string
}

const seen = (value: unknown): string => inspect(value, { depth: 12, maxStringLength: null, breakLength: Infinity })

/** What a tracer tells of a span's end: why it failed. The value of a success stays in the program. */
const failureOf = (status: Tracer.SpanStatus): unknown =>
  status._tag === "Ended" && Exit.isFailure(status.exit) ? status.exit.cause : null

/** Listens to whatever runs under the layer. */
export const listen = (): Overheard => {
  const logs: Array<string> = []
  const spans: Array<Tracer.NativeSpan> = []
  const logger = Logger.make((entry) => {
    logs.push(seen(entry.message), seen(entry.cause))
  })
  const tracer = Tracer.make({
    span: (options) => {
      const span = new Tracer.NativeSpan(options)
      spans.push(span)
      return span
    }
  })
  return {
    layer: Layer.mergeAll(
      Logger.layer([logger]),
      Layer.succeed(Tracer.Tracer, tracer),
      Layer.succeed(References.MinimumLogLevel, "All")
    ),
    text: () =>
      [
        ...logs,
        ...spans.map(({ attributes, events, name, status }) => seen([name, [...attributes], events, failureOf(status)]))
      ].join("\n")
  }
}
