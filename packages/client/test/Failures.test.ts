import { assert, it } from "@effect/vitest"
import { Client } from "@crosswalk/client/Client"
import { createClient } from "@crosswalk/client/CreateClient"
import { Effect, Redacted, Stream } from "effect"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import { getEventListeners } from "node:events"
import { inspect } from "node:util"
import * as Failing from "./Failing.ts"

const apiKey = "cwk_secret_of_the_test"

const clientOf = (baseUrl: string) => createClient({ baseUrl, apiKey, retryBase: 1, timeout: 2000 })

const none = Failing.ok({ data: [] })
const refusal = (call: Promise<unknown>) => Effect.flip(Effect.tryPromise({ try: () => call, catch: (error) => error }))

it.live("asks again after 429 when the server said, after 503, and after a gateway failed", () =>
  Effect.gen(function* () {
    const limited = Failing.problem(429, "rate-limited", { "retry-after": "1" })
    const unavailable = Failing.problem(503, "unavailable")
    const gateway: Failing.Answer = (response) => void response.writeHead(502).end("<html>Bad Gateway</html>")
    const { asked, baseUrl } = yield* Failing.serve([limited, unavailable, gateway, none])
    const before = performance.now()
    assert.deepStrictEqual(yield* Effect.promise(() => clientOf(baseUrl).models.list()), [])
    // Timers may end a little early.
    assert.isAtLeast(performance.now() - before, 990)
    assert.strictEqual(asked.length, 4)
  })
)

it.live("asks again when the connection breaks, before the answer or in it", () =>
  Effect.gen(function* () {
    const { asked, baseUrl } = yield* Failing.serve([Failing.reset, Failing.cut, none])
    assert.deepStrictEqual(yield* Effect.promise(() => clientOf(baseUrl).models.list()), [])
    assert.strictEqual(asked.length, 3)
  })
)

it.live("repeats what may have been done only where the server did not look at it", () =>
  Effect.gen(function* () {
    const limited = Failing.problem(429, "rate-limited", { "retry-after": "0" })
    const { asked, baseUrl } = yield* Failing.serve([limited, Failing.problem(503, "unavailable")])
    assert.deepInclude(yield* refusal(clientOf(baseUrl).connectors.pause("a")), { _tag: "Unavailable", status: 503 })
    assert.deepStrictEqual(asked, ["POST /v1/connectors/a/pause", "POST /v1/connectors/a/pause"])
    const broken = yield* Failing.serve([Failing.reset])
    assert.deepInclude(yield* refusal(clientOf(broken.baseUrl).connectors.delete("a")), { _tag: "Unreachable" })
    assert.strictEqual(broken.asked.length, 1)
  })
)

it.live("gives up after so many tries, and at once where the wait is too long", () =>
  Effect.gen(function* () {
    const down = yield* Failing.serve([Failing.problem(503, "unavailable")])
    const client = createClient({ baseUrl: down.baseUrl, apiKey, retryBase: 1, retries: 2 })
    assert.deepInclude(yield* refusal(client.models.list()), { _tag: "Unavailable", message: "Told: unavailable." })
    assert.strictEqual(down.asked.length, 3)
    const full = yield* Failing.serve([Failing.problem(429, "rate-limited", { "retry-after": "3600" })])
    assert.deepInclude(yield* refusal(clientOf(full.baseUrl).models.list()), { _tag: "RateLimited", retryAfter: 3600 })
    assert.strictEqual(full.asked.length, 1)
    const silent = yield* Failing.serve([Failing.silence])
    const impatient = createClient({ baseUrl: silent.baseUrl, apiKey, timeout: 30, retries: 1, retryBase: 1 })
    assert.deepInclude(yield* refusal(impatient.models.list()), { _tag: "Unreachable" })
    assert.strictEqual(silent.asked.length, 2)
  })
)

it.live("tells an answer that is none of this API, without quoting it", () =>
  Effect.gen(function* () {
    const wrong = { data: [{ name: "candidate", plural: 7, category: "Ada Lovelace" }] }
    const { baseUrl } = yield* Failing.serve([
      Failing.ok(wrong),
      (response) => void response.end("<html>Ada Lovelace</html>"),
      Failing.problem(418, "from-the-future"),
      (response) => void response.writeHead(302, { location: "http://127.0.0.1:1/" }).end()
    ])
    const { models } = clientOf(baseUrl)
    const shape = yield* refusal(models.list())
    assert.deepInclude(shape, { _tag: "UnexpectedAnswer", status: 200 })
    assert.include(String(shape), '"data.0.plural"')
    const page = yield* refusal(models.list())
    assert.deepInclude(page, { _tag: "UnexpectedAnswer", status: 200 })
    assert.notInclude(inspect([shape, page], { depth: 20, showHidden: true }), "Lovelace")
    assert.include(String(yield* refusal(models.list())), "urn:crosswalk:error:from-the-future")
    assert.deepInclude(yield* refusal(models.list()), { _tag: "Unreachable" })
  })
)

it.live("shows the key in no error", () =>
  Effect.gen(function* () {
    const answers = [Failing.problem(401, "unauthenticated"), Failing.ok("x"), Failing.reset]
    for (const answer of answers) {
      const { baseUrl } = yield* Failing.serve([answer])
      const error = yield* refusal(createClient({ baseUrl, apiKey, retries: 0 }).models.list())
      assert.instanceOf(error, Error)
      const all = inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error)
      assert.notInclude(all, apiKey)
    }
    const { baseUrl } = yield* Failing.serve([none])
    assert.notInclude(inspect(createClient({ baseUrl, apiKey }), { depth: 20, showHidden: true }), apiKey)
  })
)

const department = (id: string) => ({ id })

it.live("stops where its signal tells: before a call, in one, in the middle of a page", () =>
  Effect.gen(function* () {
    const arrived = Promise.withResolvers<void>()
    const silent = yield* Failing.serve([() => arrived.resolve()])
    const client = clientOf(silent.baseUrl)
    const stopped = { signal: AbortSignal.abort() }
    assert.deepInclude(yield* refusal(client.models.list(stopped)), { name: "AbortError" })
    assert.strictEqual(silent.asked.length, 0)

    const stop = new AbortController()
    const waiting = refusal(client.models.list({ signal: stop.signal }))
    const stopping = Effect.promise(async () => {
      await arrived.promise
      stop.abort(new Error("enough"))
      await silent.closed
    })
    const [error] = yield* Effect.all([waiting, stopping], { concurrency: "unbounded" })
    assert.deepInclude(error, { message: "enough" })

    const pages = yield* Failing.serve([Failing.ok({ data: ["a", "b", "c"].map(department), next_cursor: "more" })])
    const half = new AbortController()
    const seen: Array<string> = []
    const walk = async () => {
      const { departments } = clientOf(pages.baseUrl).ats
      for await (const { id } of departments.list({ connector: "t", fields: ["id"] }, { signal: half.signal })) {
        seen.push(id)
        if (id === "b") half.abort()
      }
    }
    assert.deepInclude(yield* refusal(walk()), { name: "AbortError" })
    assert.deepStrictEqual(seen, ["a", "b"])
    assert.strictEqual(pages.asked.length, 1)
  })
)

it.live("asks for no more than is walked, and lets go of its signal", () =>
  Effect.gen(function* () {
    const page = Failing.ok({ data: ["a", "b"].map(department), next_cursor: "more" })
    const { asked, baseUrl } = yield* Failing.serve([page])
    const { signal } = new AbortController()
    yield* Effect.promise(async () => {
      const { departments } = clientOf(baseUrl).ats
      const all = departments.list({ connector: "t", fields: ["id"] }, { signal })
      for await (const { id } of all) if (id === "b") break
      assert.strictEqual(asked.length, 1)
      for await (const { data } of all.pages()) {
        assert.strictEqual(data.length, 2)
        break
      }
      assert.strictEqual(asked.length, 2)
      await departments.get("a", { connector: "t", fields: ["id"] }, { signal }).catch(() => undefined)
    })
    assert.deepStrictEqual(getEventListeners(signal, "abort"), [])
  })
)

it.live("is the same for programs that use Effect", () =>
  Effect.gen(function* () {
    const { asked, baseUrl } = yield* Failing.serve([
      Failing.ok({ data: ["a", "b"].map(department), next_cursor: "more" }),
      Failing.ok({ data: ["c"].map(department), next_cursor: null }),
      Failing.problem(404, "not-found")
    ])
    const told = yield* Effect.gen(function* () {
      const { departments } = (yield* Client).ats
      const all = yield* Stream.runCollect(departments.list({ connector: "t", fields: ["id"], ids: ["a", "b", "c"] }))
      assert.deepStrictEqual(
        all.map(({ id }) => id),
        ["a", "b", "c"]
      )
      return yield* departments
        .get("d", { connector: "t" })
        .pipe(Effect.catchTag("NotFound", ({ message, remedy }) => Effect.succeed(`${message} ${remedy}`)))
    }).pipe(
      Effect.provide(Client.layer({ baseUrl, apiKey: Redacted.make(apiKey) })),
      Effect.provide(FetchHttpClient.layer)
    )
    assert.strictEqual(told, "Told: not-found. Check the id.")
    assert.deepStrictEqual(asked, [
      "GET /v1/ats/departments?ids=a%2Cb%2Cc&fields=id",
      "GET /v1/ats/departments?cursor=more&ids=a%2Cb%2Cc&fields=id",
      "GET /v1/ats/departments/d"
    ])
  })
)
