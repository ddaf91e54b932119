import { assert, layer } from "@effect/vitest"
import { dialect } from "@crosswalk/api/crosswalk/Dialect"
import { createClient } from "@crosswalk/client/CreateClient"
import { InvalidRequest } from "@crosswalk/client/Refusal"
import { Effect, Redacted } from "effect"
import * as Served from "./Served.ts"

const collect = async <A>(all: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const found: Array<A> = []
  for await (const one of all) found.push(one)
  return found
}

const rejected = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => assert.fail("it should have been refused"),
    (error: unknown) => error
  )

layer(Served.layer, { timeout: 60_000, excludeTestServices: true })("The client for promises", (it) => {
  it.effect("pages to the end, whatever the size of a page", () =>
    Effect.gen(function* () {
      const { options, token } = yield* Served.account
      yield* Effect.promise(async () => {
        const { candidates } = createClient(options).ats
        const walks = await Promise.all(
          [1, 2, 50].map(async (page_size) => {
            const ids: Array<string> = []
            for await (const { id } of candidates.list({ connector: token, page_size })) ids.push(id)
            return ids
          })
        )
        assert.isAbove(walks[0]?.length ?? 0, 20)
        assert.strictEqual(new Set(walks[0]).size, walks[0]?.length)
        assert.deepStrictEqual(walks[1], walks[0])
        assert.deepStrictEqual(walks[2], walks[0])

        const pages = candidates.list({ connector: token, page_size: 20 }).pages()
        const cursors: Array<string | null> = []
        for await (const { next_cursor } of pages) cursors.push(next_cursor)
        assert.strictEqual(cursors.length, Math.ceil((walks[0]?.length ?? 0) / 20))
        assert.isNull(cursors.at(-1))
        const rest = candidates.list({ connector: token, page_size: 50, cursor: cursors[0] ?? "" })
        assert.strictEqual((await collect(rest)).length, (walks[0]?.length ?? 0) - 20)
      })
    })
  )

  it.effect("shows of a record what was asked for", () =>
    Effect.gen(function* () {
      const { id: connector, options, token } = yield* Served.account
      yield* Effect.promise(async () => {
        const client = createClient(options)
        const [first] = await collect(
          client.ats.applications.list({
            connector: token,
            fields: ["id", "candidate_id", "raw_data"],
            expand: ["candidate_id"],
            include_raw_data: true
          })
        )
        assert.isDefined(first)
        assert.deepStrictEqual(Object.keys(first ?? {}).toSorted(), ["candidate_id", "id", "raw_data"])
        assert.isObject(first?.candidate_id)
        assert.strictEqual(first?.raw_data[0]?.resource, "opportunities")

        const at = await client.connectors.get(connector)
        const { explanation } = await client.ats.applications.get(first?.id ?? "", {
          connector: at,
          fields: ["remote_id"],
          explain: true
        })
        assert.deepStrictEqual(
          explanation?.map(({ field }) => field),
          ["remote_id"]
        )
        const whole = await client.ats.applications.get(first?.id ?? "", { connector: at })
        assert.strictEqual(whole.id, first?.id)
        const both = client.ats.applications.list({ connector: at, remote_ids: [whole.remote_id], ids: [whole.id] })
        assert.deepStrictEqual(await collect(both), [whole])
        const later = { connector: at, modified_after: "2100-01-01T00:00:00.000Z" }
        assert.deepStrictEqual(await collect(client.ats.applications.list(later)), [])
      })
    })
  )

  it.effect("tells refusals by their tag, with what to do", () =>
    Effect.gen(function* () {
      const { options, token } = yield* Served.account
      yield* Effect.promise(async () => {
        const client = createClient(options)
        const stranger = createClient({ ...options, apiKey: "cwk_made_up" })
        assert.deepInclude(await rejected(stranger.connectors.list()), {
          _tag: "Unauthenticated",
          status: 401,
          type: "urn:crosswalk:error:unauthenticated",
          remedy: "Give a valid API key of this server."
        })
        assert.deepInclude(await rejected(client.ats.candidates.get("nobody", { connector: token })), {
          _tag: "NotFound",
          status: 404
        })
        assert.deepInclude(await rejected(client.connectors.get("../keys")), { _tag: "ConnectorUnknown" })
        const wrong = client.ats.candidates.list({ connector: token, page_size: 0 })
        const error = await rejected(collect(wrong))
        assert.deepInclude(error, { _tag: "InvalidRequest", status: 400 })
        assert.include(JSON.stringify(error), '"name":"page_size"')
        const people = client.hris.employees.list({ connector: token })
        assert.deepInclude(await rejected(collect(people)), { _tag: "CategoryMismatch" })
      })
    })
  )

  it.effect("goes on in the feed where it was, across a sync", () =>
    Effect.gen(function* () {
      const { id, options, sync, token, vendor } = yield* Served.account
      const { changes, ats } = createClient(options)
      const pages = yield* Effect.promise(() => collect(changes.list({ page_size: 7 }).pages()))
      const before = pages.flatMap(({ data }) => data)
      assert.deepStrictEqual(
        before.map(({ seq }) => seq),
        before.map((_, index) => index + 1)
      )
      const cursor = pages.at(-1)?.next_cursor ?? ""
      assert.deepStrictEqual(yield* Effect.promise(() => collect(changes.list({ cursor }))), [])

      yield* vendor.control.churn({ count: 3 })
      yield* sync
      const after = yield* Effect.promise(() => collect(changes.list({ cursor, page_size: 1 })))
      assert.isNotEmpty(after)
      assert.strictEqual(after[0]?.seq, before.length + 1)
      assert.strictEqual(after[0]?.connector_id, id)
      const gone = { connector: token, include_deleted: true, page_size: 50 }
      assert.isNotEmpty(yield* Effect.promise(() => collect(ats.candidates.list(gone))))
    })
  )

  it.effect("follows the feed until it is told to stop", () =>
    Effect.gen(function* () {
      const { options, sync, vendor } = yield* Served.account
      const { changes } = createClient(options)
      const stop = new AbortController()
      const known = (yield* Effect.promise(() => collect(changes.list()))).length
      const seen: Array<number> = []
      const caughtUp = Promise.withResolvers<void>()
      const more = Promise.withResolvers<void>()
      const walk = async () => {
        for await (const { seq } of changes.follow({ interval: 20 }, { signal: stop.signal })) {
          seen.push(seq)
          if (seq === known) caughtUp.resolve()
          if (seq > known) more.resolve()
        }
      }
      const walking = rejected(walk())
      yield* Effect.promise(() => caughtUp.promise)
      yield* vendor.control.churn({ count: 2 })
      yield* sync
      yield* Effect.promise(() => more.promise)
      stop.abort()
      assert.deepInclude(yield* Effect.promise(() => walking), { name: "AbortError" })
      assert.deepStrictEqual(
        seen,
        seen.map((_, index) => index + 1)
      )
    })
  )

  it.effect("works connectors, and tells models and providers", () =>
    Effect.gen(function* () {
      const { id, options, token } = yield* Served.account
      yield* Effect.promise(async () => {
        const { connectors, models, providers } = createClient({ ...options, apiKey: Redacted.value(options.apiKey) })
        const all = await connectors.list({ category: "ats", provider: "lever" })
        assert.deepStrictEqual(
          all.map((one) => [one.id, one.token, one.customer]),
          [[id, token, "Example"]]
        )
        assert.deepStrictEqual(await connectors.list({ category: "hris" }), [])
        assert.isNotNull((await connectors.pause(id)).paused_at)
        assert.deepStrictEqual(await connectors.resume(id), { paused_at: null })
        const { run } = await connectors.sync(id)
        assert.deepStrictEqual(await connectors.sync(id, { full: true }), { run, joined: true })
        const candidate = (await models.list()).find(({ name }) => name === "candidate")
        assert.strictEqual(candidate?.plural, "candidates")
        assert.deepStrictEqual(
          (await providers.list()).map(({ id }) => id),
          ["lever"]
        )
        assert.isNotEmpty((await providers.get("lever")).coverage)
        assert.deepStrictEqual(await connectors.delete(id), { deleted: true })
        assert.deepInclude(await rejected(connectors.get(id)), { _tag: "ConnectorUnknown" })
      })
    })
  )

  it.effect("connects an account, and tells each thing that its provider does not take", () =>
    Effect.gen(function* () {
      const { options, vendor } = yield* Served.account
      yield* Effect.promise(async () => {
        const { connectors, providers } = createClient(options)
        const [method] = (await providers.get("lever")).auth
        assert.deepStrictEqual(
          method?.credentials.map(({ name, secret }) => [name, secret]),
          [["api_key", true]]
        )
        const api_key = vendor.credentials["api_key"] ?? ""
        const made = await connectors.create({
          provider: "lever",
          credentials: { api_key },
          customer: "Newcomer",
          scopes: ["candidate"]
        })
        assert.deepInclude(made, { provider: "lever", category: "ats", customer: "Newcomer", scopes: ["candidate"] })
        assert.notInclude(JSON.stringify(made), api_key)
        assert.deepStrictEqual(await connectors.get(made.id), made)

        const faults = async (connector: Parameters<typeof connectors.create>[0]) => {
          const error = await rejected(connectors.create(connector))
          assert.instanceOf(error, InvalidRequest)
          assert.notInclude(JSON.stringify(error), "secret of the account")
          return error instanceof InvalidRequest ? error.errors.map(({ name }) => name) : []
        }
        assert.deepStrictEqual(await faults({ provider: "nobody", credentials: {} }), ["provider"])
        const key = { api_key: "secret of the account" }
        assert.deepStrictEqual(
          await faults({ provider: "lever", credentials: { key: "secret of the account" }, category: "hris" }),
          ["credentials.key", "credentials", "category"]
        )
        assert.deepStrictEqual(
          await faults({ provider: "lever", credentials: key, scopes: ["candidate", "payslip"] }),
          ["scopes.1"]
        )
        // Only the operator says where credentials are sent to.
        const elsewhere = { ...key, token_url: "http://127.0.0.1:1/token" }
        assert.deepStrictEqual(await faults({ provider: "lever", credentials: elsewhere }), ["credentials.token_url"])
        assert.strictEqual((await connectors.list()).length, 2)
      })
    })
  )

  it("has every list of the API", () => {
    const lists = createClient({ baseUrl: "http://127.0.0.1:1", apiKey: "x" })
    for (const { category, path } of dialect.collections) assert.nestedProperty(lists, `${category}.${path}.list`)
  })
})
