/** Finds a port that nobody listens on. */
import { Effect, Schema } from "effect"
import { createServer } from "node:net"

/** This process may not listen at a host. */
export class CannotListen extends Schema.TaggedError<CannotListen>("@crosswalk/engine/CannotListen")("CannotListen", {
  host: Schema.String,
  detail: Schema.String
}) {
  override get message(): string {
    return `This process cannot listen at ${this.host}: ${this.detail}.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Set CROSSWALK_WORKER_HOST to a name or an address of this machine."
  }
}

/** A port of a host that was free a moment ago. */
export const on = (host: string): Effect.Effect<number, CannotListen> =>
  Effect.callback((resume) => {
    const server = createServer()
    server.once("error", ({ message }) => resume(Effect.fail(new CannotListen({ host, detail: message }))))
    server.listen(0, host, () => {
      const found = server.address()
      const port = typeof found === "object" && found !== null ? found.port : 0
      server.close(() => resume(Effect.succeed(port)))
    })
    return Effect.sync(() => server.close())
  })
