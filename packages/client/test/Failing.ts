/** A server on a free port of the loopback interface that answers as it is told, one answer after the other. */
import { Effect } from "effect"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"

/** How one request is answered. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body))
  }

/** A success. */
export const ok = (body: unknown): Answer => json(200, body)

/** A problem as the API tells it. */
export const problem = (status: number, name: string, headers?: Record<string, string>): Answer =>
  json(status, { type: `urn:crosswalk:error:${name}`, title: name, status, detail: `Told: ${name}.` }, headers)

/** The connection is reset before an answer. */
export const reset: Answer = (response) => void response.socket?.resetAndDestroy()

/** The connection is reset in the middle of an answer. */
export const cut: Answer = (response) => {
  response.writeHead(200, { "content-length": "100" }).write('{"data":[', () => response.socket?.resetAndDestroy())
}

/** No answer ever. */
export const silence: Answer = () => undefined

/** Starts one. The last answer is given to all further requests. */
export const serve = (answers: ReadonlyArray<Answer>) =>
  Effect.acquireRelease(
    Effect.callback<{
      readonly baseUrl: string
      readonly asked: ReadonlyArray<string>
      readonly closed: Promise<void>
      readonly close: () => void
    }>((resume) => {
      const asked: Array<string> = []
      const closed = Promise.withResolvers<void>()
      const server = createServer((request, response) => {
        asked.push(`${request.method} ${request.url}`)
        response.on("close", () => closed.resolve())
        answers[Math.min(asked.length, answers.length) - 1]?.(response, request)
      })
      server.listen(0, "127.0.0.1", () => {
        const address = server.address()
        const port = typeof address === "object" ? (address?.port ?? 0) : 0
        const close = () => {
          server.closeAllConnections()
          server.close()
        }
        resume(Effect.succeed({ baseUrl: `http://127.0.0.1:${port}`, asked, closed: closed.promise, close }))
      })
    }),
    ({ close }) => Effect.sync(close)
  )
