import { assert, it } from "@effect/vitest"
import { Deferred, Effect, Fiber, Schedule } from "effect"
import type { ChildProcess } from "node:child_process"
import * as net from "node:net"
import { crosswalk, folder, lever } from "./Program.ts"

/** The server as a process of its own, an API key for it, and how the process ends. */
const serving = Effect.fnUntraced(function* (env: Readonly<Record<string, string>>) {
  const data = yield* folder
  const made = yield* crosswalk(["keys", "create", "--json", "--data", data])
  const { key } = JSON.parse(made.stdout)
  const started = yield* Deferred.make<{ readonly child: ChildProcess; readonly address: string }>()
  const ended = yield* Effect.forkScoped(
    crosswalk(["serve", "--api-only", "--port", "0", "--data", data], {
      env,
      onError: (child, sofar) => {
        const address = /^Serving at (\S+)\. Stop/m.exec(sofar)?.[1]
        if (address !== undefined) Deferred.doneUnsafe(started, Effect.succeed({ child, address }))
      }
    })
  )
  const { address, child } = yield* Deferred.await(started)
  return { key: String(key), address, child, ended: Fiber.join(ended) }
})

const ready = (address: string) =>
  Effect.promise(async () => {
    const response = await fetch(`${address}/health/ready`)
    return { status: response.status, body: await response.text() }
  })

const body = JSON.stringify({ name: "made while the server stops" })

/** A request whose body is not whole until `end` is called; `answer` is all that comes back, until the server closes. */
const begun = (address: string, key: string) =>
  Effect.callback<{ readonly end: () => void; readonly answer: Effect.Effect<string> }>((resume) => {
    const { hostname, port } = new URL(address)
    const socket = net.connect(Number(port), hostname, () => {
      socket.write(
        `POST /v1/keys HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`
      )
    })
    let text = ""
    const closed = new Promise<string>((resolve) => {
      socket.on("close", () => resolve(text))
    })
    socket.on("error", () => undefined)
    socket.setEncoding("utf8").on("data", (piece: string) => {
      text += piece
      // The server asks for the body: by now the request is at work.
      if (text.includes("100 Continue")) resume(Effect.succeed({ end, answer: Effect.promise(() => closed) }))
    })
    const end = () => socket.write(body)
    return Effect.sync(() => socket.destroy())
  })

it.live(
  "serve says that it stops, lets requests at work end, and closes the store after them",
  () =>
    Effect.gen(function* () {
      const { address, child, ended, key } = yield* serving({ CROSSWALK_STOP_DELAY: "2 seconds" })
      assert.deepStrictEqual(yield* ready(address), { status: 200, body: '{"status":"ready"}' })
      const { answer, end } = yield* begun(address, key)
      child.kill("SIGTERM")
      const stopping = yield* ready(address).pipe(
        Effect.repeat({ until: ({ status }) => status !== 200, schedule: Schedule.spaced("20 millis") })
      )
      assert.deepStrictEqual(stopping, { status: 503, body: '{"status":"stopping"}' })
      end()
      assert.match(yield* answer, /HTTP\/1\.1 200 OK[^]*made while the server stops/)
      const { code, stderr } = yield* ended
      assert.strictEqual(code, 0, stderr)
      assert.notMatch(stderr, /error|mistake/i)
      const refused = yield* Effect.promise(() =>
        fetch(address).then(
          () => false,
          () => true
        )
      )
      assert.isTrue(refused)
    }).pipe(Effect.scoped),
  60_000
)

it.live(
  "serve does not wait for requests that never end",
  () =>
    Effect.gen(function* () {
      const { address, child, ended, key } = yield* serving({ CROSSWALK_STOP_WITHIN: "1 second" })
      const { answer } = yield* begun(address, key)
      child.kill("SIGTERM")
      const { code, stderr } = yield* ended
      assert.strictEqual(code, 0, stderr)
      assert.notInclude(yield* answer, "HTTP/1.1 200")
    }).pipe(Effect.scoped),
  60_000
)

it.live(
  "serve tells its settings, and all that are wrong at once",
  () =>
    Effect.gen(function* () {
      const data = yield* folder
      const wrong = yield* crosswalk(["serve", "--data", data], {
        env: {
          CROSSWALK_ROOT_DIALECT: "komb",
          CROSSWALK_MAX_BODY: "much",
          CROSSWALK_CORS_ORIGINS: "https://app.example.com,nothing",
          CROSSWALK_SYNC_EVERY: "never"
        }
      })
      assert.strictEqual(wrong.code, 1)
      for (const part of ["ROOT_DIALECT: Expected", "MAX_BODY: Expected", "CORS_ORIGINS: must be", "SYNC_EVERY"]) {
        assert.include(wrong.stderr, `CROSSWALK_${part}`)
      }
      const secret = "0b".repeat(32)
      const told = yield* crosswalk(["serve", "--api-only", "--port", "0", "--data", data], {
        env: {
          CROSSWALK_ENCRYPTION_KEY: secret,
          CROSSWALK_ROOT_DIALECT: "kombo",
          CROSSWALK_REQUESTS_PER_MINUTE: "77",
          CROSSWALK_METRICS: "on"
        },
        onError: (child, sofar) => {
          if (sofar.includes("Serving at")) child.kill("SIGTERM")
        }
      })
      assert.strictEqual(told.code, 0, told.stderr)
      assert.match(told.stderr, /77 a minute/)
      assert.match(told.stderr, /at \/: kombo/)
      assert.match(told.stderr, /metrics: on/)
      assert.notInclude(told.stderr, secret)
    }).pipe(Effect.scoped),
  60_000
)

it.live(
  "serve says which runs it does, as a worker does",
  () =>
    Effect.gen(function* () {
      const { baseUrl, credentials } = yield* lever(3)
      const data = ["--data", yield* folder]
      const add = [
        "connectors",
        "add",
        "lever",
        "--base-url",
        baseUrl,
        "--scopes",
        "user",
        "--auth",
        "api_key=-",
        ...data
      ]
      const added = yield* crosswalk(add, { input: credentials["api_key"] ?? "" })
      const served = yield* crosswalk(["serve", "--port", "0", ...data], {
        onError: (child, sofar) => {
          if (sofar.includes("  ended    lever ")) child.kill("SIGTERM")
        }
      })
      assert.strictEqual(served.code, 0, served.stderr)
      const id = added.stdout.trim()
      assert.match(served.stderr, new RegExp(`  started  lever ${id}  full, run [^]*  ended    lever ${id}  succeeded`))
    }).pipe(Effect.scoped),
  60_000
)
