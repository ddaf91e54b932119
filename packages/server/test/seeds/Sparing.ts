/** A vendor that tells as little as it may: it stands before a simulator and leaves of every record its ids alone. */
import { Effect } from "effect"
import { createServer } from "node:http"
import type * as Account from "../Account.ts"

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

// By these, records are told apart and belong to each other; nothing else has to be there.
const isNeeded = (key: string) => /(?:^|_|[a-z])id$/i.test(key) || key === "contact" || key === "employeeNumber"

const bare = (record: unknown): unknown =>
  isObject(record) ? Object.fromEntries(Object.entries(record).filter(([key]) => isNeeded(key))) : record

/** A body with the records of its first lists left bare; what tells of pages stays. */
const spare = (body: unknown): unknown => {
  if (Array.isArray(body)) return body.map(bare)
  return isObject(body)
    ? Object.fromEntries(
        Object.entries(body).map(([key, value]) => [key, Array.isArray(value) ? value.map(bare) : value])
      )
    : body
}

const passed = ["content-type", "link", "retry-after", "us-paging"]

/** Passes requests on to a vendor at the address and makes its answers sparing. */
export const between: Account.Between = (baseUrl) =>
  Effect.acquireRelease(
    Effect.callback<{ readonly url: string; readonly close: () => void }>((resume) => {
      const target = new URL(baseUrl)
      let own = ""
      const server = createServer((request, response) => {
        const chunks: Array<Buffer> = []
        request.on("data", (chunk: Buffer) => chunks.push(chunk))
        request.on("end", async () => {
          const headers = new Headers()
          for (const [name, value] of Object.entries(request.headers)) {
            if (typeof value === "string" && !["host", "connection", "content-length"].includes(name))
              headers.set(name, value)
          }
          const method = request.method ?? "GET"
          const answer = await fetch(new URL(request.url ?? "/", target.origin), {
            method,
            headers,
            ...(method === "GET" ? {} : { body: Buffer.concat(chunks) })
          })
          const text = (await answer.text()).replaceAll(target.origin, own)
          const isJson = (answer.headers.get("content-type") ?? "").includes("json") && text !== ""
          for (const name of passed) {
            const value = answer.headers.get(name)
            if (value !== null) response.setHeader(name, value.replaceAll(target.origin, own))
          }
          response.writeHead(answer.status).end(isJson ? JSON.stringify(spare(JSON.parse(text))) : text)
        })
      })
      server.listen(0, "127.0.0.1", () => {
        const address = server.address()
        own = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`
        const close = () => {
          server.closeAllConnections()
          server.close()
        }
        resume(Effect.succeed({ url: baseUrl.replace(target.origin, own), close }))
      })
    }),
    ({ close }) => Effect.sync(close)
  ).pipe(Effect.map(({ url }) => url))
