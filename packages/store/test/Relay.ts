/**
 * A relay in front of the server that loses the connection at a commit: before the server hears of it, while it is under way,
 * or before its answer arrives.
 */
import * as Effect from "effect/Effect"
import { createServer, connect, type Socket } from "node:net"

/** When the connection is lost. */
export type Loss = "before" | "during" | "after"

/** Statements and answers both name a commit in clear. */
const isCommit = (bytes: Buffer): boolean => bytes.includes("COMMIT")

/** A relay to a server; `lose` arms it for the next commit. */
export const make = (host: string, port: number) =>
  Effect.acquireRelease(
    Effect.callback<{ readonly port: number; readonly lose: (when: Loss) => void; readonly close: () => void }>(
      (resume) => {
        let loss: Loss | undefined
        const open = new Set<Socket>()
        const server = createServer((client) => {
          const upstream = connect(port, host)
          const close = () => {
            client.destroy()
            upstream.destroy()
          }
          const cut = () => {
            loss = undefined
            close()
          }
          for (const socket of [client, upstream]) {
            open.add(socket)
            socket.setNoDelay(true)
            socket.on("error", close).on("close", close)
          }
          client.on("data", (bytes) => {
            if (loss === "before" && isCommit(bytes)) return cut()
            const ends = loss === "during" && isCommit(bytes)
            upstream.write(bytes, () => {
              if (ends) cut()
            })
          })
          upstream.on("data", (bytes) => {
            if (loss === "after" && isCommit(bytes)) return cut()
            client.write(bytes)
          })
        })
        server.listen(0, "127.0.0.1", () => {
          const address = server.address()
          resume(
            Effect.succeed({
              port: typeof address === "object" && address !== null ? address.port : 0,
              lose: (when: Loss) => {
                loss = when
              },
              close: () => {
                for (const socket of open) socket.destroy()
                server.close()
              }
            })
          )
        })
      }
    ),
    (relay) => Effect.sync(relay.close)
  )
