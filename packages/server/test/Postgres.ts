/** A PostgreSQL server for tests, as `CROSSWALK_TEST_DATABASE_URL` names it. */
import * as PostgresClient from "@crosswalk/store/PostgresClient"
import * as Store from "@crosswalk/store/Store"
import { Vault } from "@crosswalk/store/Vault"
import { Effect, Layer, Redacted } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import { randomBytes } from "node:crypto"
import { connect, createServer, type Socket } from "node:net"

const server = process.env["CROSSWALK_TEST_DATABASE_URL"] ?? ""

const asOperator = (statement: string) =>
  SqlClient.use((sql) => sql.unsafe(statement)).pipe(
    Effect.provide(Layer.fresh(PostgresClient.layer({ url: Redacted.make(server), maxConnections: 1 }))),
    Effect.orDie
  )

/** A store in a schema of its own, which is dropped with the scope; through a relay, when its port on this machine is given. */
export const storeThrough = (relay: number | null) =>
  Layer.unwrap(
    Effect.gen(function* () {
      const name = `crosswalk_${randomBytes(6).toString("hex")}`
      yield* Effect.acquireRelease(asOperator(`CREATE SCHEMA ${name}`), () => asOperator(`DROP SCHEMA ${name} CASCADE`))
      const url = new URL(server)
      url.searchParams.set("options", `-c search_path=${name}`)
      if (relay !== null) {
        url.hostname = "127.0.0.1"
        url.port = String(relay)
      }
      return Store.layer.pipe(Layer.provideMerge(PostgresClient.layer({ url: Redacted.make(url.href) })))
    })
  )

/** A store in a schema of its own. */
export const store = storeThrough(null)

/** A relay to the server, that can stop to pass anything on, and go on again. */
export const relay = Effect.acquireRelease(
  Effect.callback<{ readonly port: number; readonly stall: (isStalled: boolean) => void; readonly close: () => void }>(
    (resume) => {
      const { hostname, port } = new URL(server)
      const sockets = new Set<Socket>()
      let isStalled = false
      const listening = createServer((client) => {
        const upstream = connect(Number(port || 5432), hostname)
        for (const socket of [client, upstream]) {
          const other = socket === client ? upstream : client
          sockets.add(socket)
          socket.on("error", () => undefined).on("close", () => other.destroy())
          socket.pipe(other)
          if (isStalled) socket.pause()
        }
      })
      listening.listen(0, "127.0.0.1", () => {
        const address = listening.address()
        resume(
          Effect.succeed({
            port: typeof address === "object" && address !== null ? address.port : 0,
            stall: (stalled) => {
              isStalled = stalled
              for (const socket of sockets) {
                if (stalled) socket.pause()
                else socket.resume()
              }
            },
            close: () => {
              for (const socket of sockets) socket.destroy()
              listening.close()
            }
          })
        )
      })
    }
  ),
  ({ close }) => Effect.sync(close)
)

/** The keys of the vault. */
export const vault = Vault.layerKeys([Redacted.make("07".repeat(32))])
