/** What every database must do with the log of requests and the last use of keys, through a server. */
import { assert, layer } from "@effect/vitest"
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import { Connectors } from "@crosswalk/store/Connectors"
import { ConnectorTokens } from "@crosswalk/store/ConnectorTokens"
import { Runs } from "@crosswalk/store/Runs"
import { Clock, Effect, Redacted, Schema } from "effect"
import type { Layer } from "effect"
import { TestClock } from "effect/testing"
import { randomUUID } from "node:crypto"
import * as Served from "./Served.ts"

const Entry = Schema.Struct({
  id: Schema.String,
  at: Schema.String,
  connector_id: Schema.NullOr(Schema.String),
  key_prefix: Schema.String,
  dialect: Schema.String,
  method: Schema.String,
  route: Schema.String,
  query: Schema.String,
  status: Schema.Int,
  duration_ms: Schema.Finite
})
const Page = Schema.Struct({ data: Schema.Array(Entry), next_cursor: Schema.NullOr(Schema.String) })
const decode = Schema.decodeUnknownSync(Page)

const account = Effect.gen(function* () {
  const id = randomUUID()
  const workspace = randomUUID()
  yield* Connectors.use((connectors) =>
    connectors.create({ id, workspace, provider: "lever", category: "ats", credentials: {} })
  )
  yield* Runs.use((runs) =>
    Effect.andThen(runs.start({ id, connectorId: id, mode: "full" }), runs.finish(id, "succeeded", "{}"))
  )
  const token = Redacted.value(yield* ConnectorTokens.use((tokens) => tokens.get(id)))
  const issued = yield* ApiKeys.use((keys) => keys.create({ workspace, name: "test" }))
  const reader = yield* ApiKeys.use((keys) => keys.create({ workspace, name: "reader", scopes: ["read"] }))
  const base = yield* Served.baseUrl
  const call = (path: string, options: { readonly key?: string | null; readonly method?: string } = {}) =>
    Effect.promise(async () => {
      const key = options.key === undefined ? Redacted.value(issued.secret) : options.key
      const response = await fetch(`${base}${path}`, {
        method: options.method ?? "GET",
        headers: { "x-connector-token": token, ...(key === null ? {} : { authorization: `Bearer ${key}` }) }
      })
      const body: unknown = await response.json()
      return { status: response.status, body }
    })
  /** The log, once so many requests are in it beside those that ask for it. */
  const log = Effect.fnUntraced(function* (count: number, query = "") {
    yield* TestClock.adjust("1 second")
    for (;;) {
      const page = decode((yield* call(`/v1/requests${query}`)).body)
      if (page.data.filter(({ route }) => route !== "/v1/requests").length >= count) return page
    }
  })
  return { ...issued, call, id, log, reader: Redacted.value(reader.secret), token, workspace }
})

/** Runs it over a server. */
export const suite = <E>(name: string, served: Layer.Layer<Layer.Success<typeof Served.layer>, E>) => {
  layer(served, { timeout: 60_000 })(name, (it) => {
    it.effect("holds who asked for what and how it ended, and nothing that tells of a person", () =>
      Effect.gen(function* () {
        const { apiKey, call, id, log, reader, secret, token } = yield* account
        yield* call("/v1/ats/candidates?page_size=2&include_raw_data=true")
        yield* call("/bindbee/api/ats/v1/candidates?first_name=Robin&page_size=x%20y")
        yield* call(`/kombo/v1/ats/candidates?email=robin@example.com`)
        yield* call(`/unified/ats/${id}/candidate?query=Robin&Robin=1`, { key: reader })
        yield* call(`/v1/keys/${token}`, { method: "DELETE", key: reader })
        yield* call("/v1/ats/candidates", { key: null })
        yield* call("/v1/ats/candidates", { key: "cwk_made_up" })
        const { data } = yield* log(5)
        // Those of one instant are in no order.
        assert.sameDeepMembers(
          data.map(({ connector_id, dialect, method, query, route, status }) => [
            `${status} ${method} ${route}`,
            query,
            dialect,
            connector_id
          ]),
          [
            ["200 GET /v1/ats/candidates", "page_size=2&include_raw_data=true", "crosswalk", id],
            ["422 GET /bindbee/api/ats/v1/candidates", "first_name=***&page_size=***", "bindbee", id],
            ["400 GET /kombo/v1/ats/candidates", "email=***", "kombo", null],
            ["200 GET /unified/ats/:connection_id/candidate", "query=***&?=***", "unified", id],
            ["403 DELETE /v1/keys/:id", "", "crosswalk", null]
          ]
        )
        assert.strictEqual(data.find(({ dialect }) => dialect === "kombo")?.key_prefix, apiKey.prefix)
        assert.notInclude(JSON.stringify(data), "obin")
        assert.notInclude(JSON.stringify(data), token)
        assert.notInclude(JSON.stringify(data), Redacted.value(secret))
      })
    )

    it.effect("is paged, narrowed by connector, and for keys with the scope alone", () =>
      Effect.gen(function* () {
        const { call, id, log, reader } = yield* account
        const other = yield* account
        yield* other.call("/v1/models")
        for (let index = 0; index < 3; index++) yield* call("/v1/models")
        yield* call("/v1/ats/candidates")
        const first = yield* log(3, "?page_size=3")
        assert.lengthOf(first.data, 3)
        const rest = decode((yield* call(`/v1/requests?page_size=3&cursor=${first.next_cursor}`)).body)
        assert.strictEqual(rest.next_cursor, null)
        assert.lengthOf(new Set([...first.data, ...rest.data].map((entry) => entry.id)), 4)
        assert.deepStrictEqual(
          (yield* log(1, `?connector_id=${id}`)).data.map(({ route }) => route),
          ["/v1/ats/candidates"]
        )
        const status = (query: string, key?: string) =>
          Effect.map(call(`/v1/requests${query}`, key === undefined ? {} : { key }), (answer) => answer.status)
        assert.strictEqual(yield* status(`?cursor=${first.next_cursor}&connector_id=${id}`), 400)
        assert.strictEqual(yield* status("?cursor=x"), 400)
        assert.strictEqual(yield* status("?page_size=0"), 400)
        assert.strictEqual(yield* status("", reader), 403)
      })
    )

    it.effect("the minute of a key's last use is noted", () =>
      Effect.gen(function* () {
        const { call, log, reader, workspace } = yield* account
        const minute = Effect.map(Clock.currentTimeMillis, (now) => new Date(now - (now % 60_000)).toISOString())
        const lastUses = Effect.map(
          ApiKeys.use((keys) => keys.list(workspace)),
          (keys) => Object.fromEntries(keys.map(({ lastUsedAt, name }) => [name, lastUsedAt]))
        )
        assert.deepStrictEqual(yield* lastUses, { test: null, reader: null })
        const first = yield* minute
        yield* call("/v1/models")
        yield* log(1)
        assert.deepStrictEqual(yield* lastUses, { test: first, reader: null })
        yield* TestClock.adjust("2 minutes")
        assert.deepStrictEqual(yield* lastUses, { test: first, reader: null })
        const second = yield* minute
        yield* call("/v1/models", { key: reader })
        yield* log(2)
        assert.deepStrictEqual(yield* lastUses, { test: first, reader: second })
      })
    )
  })
}
