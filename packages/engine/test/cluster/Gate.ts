/** Stands in front of a vendor: it holds requests back until a test lets them through, and notes who asks. */
import { Effect } from "effect"
import { createServer, type IncomingMessage } from "node:http"

/** A gate in front of one vendor. */
export interface Gate {
  readonly baseUrl: string
  /** Requests are held while it is shut. */
  isOpen: boolean
  /** Who is waiting now: the user names of their credentials. */
  readonly waiting: () => ReadonlySet<string>
  /** The most who had a request here at the same time. */
  readonly mostAtOnce: () => number
  /** Everybody whose requests came here, in the order of their first. */
  readonly seen: ReadonlyArray<string>
}

const userOf = (request: IncomingMessage): string =>
  Buffer.from((request.headers.authorization ?? "").slice("Basic ".length), "base64")
    .toString()
    .replace(/:$/, "")

/** A gate that is shut, while the scope lasts. */
export const before = Effect.fnUntraced(function* (vendor: string) {
  const held = new Set<{ readonly user: string; readonly pass: () => void }>()
  const seen: Array<string> = []
  const present: Array<string> = []
  let mostAtOnce = 0
  let isOpen = false
  const server = createServer((request, response) => {
    const user = userOf(request)
    if (!seen.includes(user)) seen.push(user)
    present.push(user)
    mostAtOnce = Math.max(mostAtOnce, new Set(present).size)
    response.on("close", () => present.splice(present.indexOf(user), 1))
    const pass = async () => {
      const answer = await fetch(new URL(request.url ?? "/", vendor), {
        headers: { authorization: request.headers.authorization ?? "" }
      })
      response.writeHead(answer.status, {
        "content-type": "application/json",
        date: answer.headers.get("date") ?? ""
      })
      response.end(await answer.text())
    }
    if (isOpen) return void pass()
    const entry = { user, pass: () => void pass() }
    held.add(entry)
    response.on("close", () => held.delete(entry))
  })
  yield* Effect.acquireRelease(
    Effect.callback<void>((resume) => {
      server.listen(0, "127.0.0.1", () => resume(Effect.void))
    }),
    () =>
      Effect.callback<void>((resume) => {
        server.close(() => resume(Effect.void))
        server.closeAllConnections()
      })
  )
  const address = server.address()
  const gate: Gate = {
    baseUrl: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    get isOpen() {
      return isOpen
    },
    set isOpen(open) {
      isOpen = open
      if (!open) return
      for (const entry of held) {
        held.delete(entry)
        entry.pass()
      }
    },
    waiting: () => new Set(Array.from(held, ({ user }) => user)),
    mostAtOnce: () => mostAtOnce,
    seen
  }
  return gate
})
