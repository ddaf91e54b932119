/** A server on the loopback interface that answers as a function says. */
import { Effect, type Scope } from "effect"
import { createServer } from "node:http"
import type { Server } from "node:http"

/** A request as it arrived. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string> | undefined>>
  /** The body, where there is one. */
  readonly body: string
}

/** What to answer: an answer, or the end of the connection before one. */
export type Reply =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: string }
  | "reset"
  | "cut"

/** An answer in JSON. */
export const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body)
})

const listening = (answer: (asked: Asked) => Reply) =>
  Effect.callback<Server>((resume) => {
    const server = createServer((request, response) => {
      const chunks: Array<Buffer> = []
      request.on("data", (chunk: Buffer) => chunks.push(chunk))
      request.on("end", () => {
        const url = new URL(request.url ?? "/", "http://vendor.invalid")
        const reply = answer({
          method: request.method ?? "GET",
          path: url.pathname,
          query: url.searchParams,
          headers: request.headers,
          body: Buffer.concat(chunks).toString("utf8")
        })
        if (reply === "reset") request.socket.destroy()
        else if (reply === "cut") {
          response.writeHead(200, { "content-type": "application/json", "content-length": "1000" })
          response.write('[{"id":', () => request.socket.destroy())
        } else response.writeHead(reply.status, { ...reply.headers }).end(reply.body)
      })
    })
    server.listen(0, "127.0.0.1", () => resume(Effect.succeed(server)))
  })

const closing = (server: Server) =>
  Effect.callback<void>((resume) => {
    server.close(() => resume(Effect.void))
    server.closeAllConnections()
  })

/** Serves while the scope lasts; yields the server's origin. */
export const serve = (answer: (asked: Asked) => Reply): Effect.Effect<string, never, Scope.Scope> =>
  Effect.map(Effect.acquireRelease(listening(answer), closing), (server) => {
    const address = server.address()
    return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`
  })
