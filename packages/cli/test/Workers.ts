/** Workers as an operator starts them, processes of their own on one PostgreSQL database, and what they are to sync. */
import { Connections } from "@crosswalk/engine/Connections"
import * as Sync from "@crosswalk/engine/Sync"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { Connectors } from "@crosswalk/store/Connectors"
import { Feed } from "@crosswalk/store/Feed"
import * as PostgresClient from "@crosswalk/store/PostgresClient"
import { Records } from "@crosswalk/store/Records"
import * as SqliteClient from "@crosswalk/store/SqliteClient"
import * as Store from "@crosswalk/store/Store"
import { Vault } from "@crosswalk/store/Vault"
import { Effect, Layer, Record, Redacted } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import { spawn } from "node:child_process"
import { randomBytes, randomUUID } from "node:crypto"
import { createServer } from "node:http"
import { fileURLToPath } from "node:url"
import * as Engine from "../src/Engine.ts"

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url))
const server = process.env["CROSSWALK_TEST_DATABASE_URL"] ?? ""
const key = "07".repeat(32)

/** A database of its own: workers of different installations must not share one. Gone at the end of the scope. */
export const database = Effect.gen(function* () {
  const name = `crosswalk_${randomBytes(6).toString("hex")}`
  const asOperator = (statement: string) =>
    SqlClient.use((sql) => sql.unsafe(statement)).pipe(
      Effect.provide(Layer.fresh(PostgresClient.layer({ url: Redacted.make(server), maxConnections: 1 })))
    )
  yield* Effect.acquireRelease(asOperator(`CREATE DATABASE ${name}`), () =>
    Effect.orDie(asOperator(`DROP DATABASE ${name} WITH (FORCE)`))
  )
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
})

/** The store in a database. */
export const store = (url: string) =>
  Layer.fresh(
    Store.layer.pipe(
      Layer.provideMerge(PostgresClient.layer({ url: Redacted.make(url), maxConnections: 4 })),
      Layer.provideMerge(Vault.layerKeys([Redacted.make(key)]))
    )
  )

/** The same account, half a second away: what makes a sync long is the vendor, not the work. */
export const faraway = Effect.fnUntraced(function* ({ baseUrl, credentials }: Account) {
  const server = createServer((request, response) => {
    const { authorization = "" } = request.headers
    setTimeout(() => {
      fetch(new URL(request.url ?? "/", baseUrl), { headers: { authorization } })
        .then(async (answer) => {
          const headers = { "content-type": "application/json", date: answer.headers.get("date") ?? "" }
          const body = await answer.text()
          response.writeHead(answer.status, headers).end(body)
        })
        .catch(() => response.destroy())
    }, 500)
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
  const url = new URL(baseUrl)
  url.port = String(typeof address === "object" && address !== null ? address.port : 0)
  return { baseUrl: url.href, credentials } satisfies Account
})

interface Account {
  readonly baseUrl: string
  readonly credentials: Readonly<Record<string, string>>
}

/** Adds connectors of one simulated account of Lever, and answers their ids. */
export const connectors = (count: number, scopes: ReadonlyArray<string>, account: Account) =>
  Effect.forEach(
    Array.from({ length: count }, () => randomUUID()),
    (id) =>
      Effect.as(
        Connectors.use((service) =>
          service.create({
            id,
            provider: "lever",
            category: "ats",
            baseUrl: account.baseUrl,
            credentials: Record.map(
              Record.filter(account.credentials, (_, name) => name === "api_key"),
              (value) => Redacted.make(value)
            ),
            scopes
          })
        ),
        id
      )
  )

/** What a connector of the account holds that nothing ever happened to: synced here, into a database of its own. */
export const unharmed = Effect.fnUntraced(
  function* (scopes: ReadonlyArray<string>, account: Account) {
    const [connector = ""] = yield* connectors(1, scopes, account)
    const { connection } = yield* Connections.use(({ get }) => get(connector))
    yield* Sync.run({ connector, connection, scopes, client: { rateLimit: null } })
    return yield* stored(connector, scopes)
  },
  Effect.provide(Engine.layer),
  Effect.provide(
    Store.layer.pipe(
      Layer.provideMerge(SqliteClient.layer({ filename: ":memory:" })),
      Layer.provideMerge(Vault.layerKeys([Redacted.make(key)])),
      Layer.merge(VendorClient.layerHttp),
      Layer.fresh
    )
  )
)

/** A line that a worker said of a connector. */
export interface Said {
  readonly at: number
  readonly what: "started" | "ended" | "left"
  readonly connector: string
  readonly line: string
}

/** A worker. */
export interface Worker {
  readonly said: ReadonlyArray<Said>
  /** All that it wrote to standard error. */
  readonly stderr: () => string
  readonly kill: (signal: NodeJS.Signals) => void
  /** Its exit code, and when it ended in milliseconds since 1970; null while it runs. */
  readonly ended: () => { readonly code: number | null; readonly at: number } | null
  /** The connectors that it is at. */
  readonly busy: () => ReadonlySet<string>
}

const isWhat = (word: string): word is Said["what"] => ["started", "ended", "left"].includes(word)

/** How a command finds a database. */
export const environment = (url: string) => ({ CROSSWALK_DATABASE_URL: url, CROSSWALK_ENCRYPTION_KEY: key })

/** Starts a worker; it is killed with the scope at the latest. */
export const start = (url: string) =>
  Effect.acquireRelease(
    Effect.sync((): Worker => {
      const child = spawn(process.execPath, [main, "worker"], {
        env: { PATH: process.env["PATH"] ?? "", ...environment(url) }
      })
      const said: Array<Said> = []
      let stderr = ""
      let ended: ReturnType<Worker["ended"]> = null
      let rest = ""
      child.stderr.setEncoding("utf8").on("data", (piece: string) => {
        stderr += piece
        const lines = (rest + piece).split("\n")
        rest = lines.pop() ?? ""
        for (const line of lines) {
          const [, word = "", connector = ""] = /^\S+ {2}(\w+) +lever (\S+)/.exec(line) ?? []
          if (isWhat(word)) said.push({ at: Date.now(), what: word, connector: connector.replace(":", ""), line })
        }
      })
      child.on("close", (code) => {
        ended = { code, at: Date.now() }
      })
      return {
        said,
        stderr: () => stderr,
        kill: (signal) => child.kill(signal),
        ended: () => ended,
        busy: () =>
          said.reduce((at, { connector, what }) => {
            if (what === "started") at.add(connector)
            else at.delete(connector)
            return at
          }, new Set<string>())
      }
    }),
    (worker) => Effect.sync(() => worker.kill("SIGKILL"))
  )

/** Waits until something is so, for a minute and a half at most. */
export const until = <E, R>(name: string, what: Effect.Effect<boolean, E, R>) =>
  Effect.suspend(() => what).pipe(
    Effect.delay(50),
    Effect.repeat({ until: (is) => is }),
    Effect.timeoutOrElse({ duration: "90 seconds", orElse: () => Effect.die(new Error(`It never was so: ${name}`)) })
  )

/** A record without what differs between two connectors: computed ids, and when we last saw it change. */
const bare = (record: Readonly<Record<string, unknown>>) =>
  Record.filter(record, (_, field) => !/^id$|_ids?$|^modified_at$/.test(field) || field === "remote_id")

/** The live records of a connector as they compare to those of another one, by model and remote id. */
export const stored = Effect.fnUntraced(function* (connector: string, scopes: ReadonlyArray<string>) {
  const records = yield* Records
  const all: Record<string, unknown> = {}
  for (const model of scopes) {
    for (const { remoteId, text } of yield* records.page(connector, model, { after: 0, limit: 100_000 })) {
      all[`${model} ${remoteId}`] = bare(JSON.parse(text))
    }
  }
  return all
})

/** The feed of a connector. */
export const told = (connector: string) => Feed.use((feed) => feed.after(connector, 0, 100_000))
