import { assert, layer } from "@effect/vitest"
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import { Connectors } from "@crosswalk/store/Connectors"
import { ConnectorTokens } from "@crosswalk/store/ConnectorTokens"
import { Records } from "@crosswalk/store/Records"
import * as Id from "@crosswalk/core/Id"
import * as RemoteKey from "@crosswalk/core/RemoteKey"
import { Effect, Redacted, Schema } from "effect"
import { randomUUID } from "node:crypto"
import * as Served from "./Served.ts"

const at = "2026-01-01T00:00:00.000Z"

const account = Effect.gen(function* () {
  const id = randomUUID()
  const workspace = randomUUID()
  yield* Connectors.use((connectors) =>
    connectors.create({ id, workspace, provider: "lever", category: "ats", credentials: {} })
  )
  const { secret } = yield* ApiKeys.use((keys) => keys.create({ workspace, name: "test" }))
  const token = yield* ConnectorTokens.use((tokens) => tokens.get(id))
  yield* Records.use((records) =>
    records.write(
      id,
      "candidate",
      Array.from({ length: 5 }, (_, index) => {
        const own = Id.make(id, "candidate", String(index))
        const text = JSON.stringify({ id: own, remote_id: String(index), user_id: null })
        return { remoteId: String(index), id: own, hash: text, text }
      }),
      at
    )
  )
  return { id, workspace, key: Redacted.value(secret), token: Redacted.value(token), baseUrl: yield* Served.baseUrl }
})

/** What the tests look at of an answer. */
const Body = Schema.Struct({
  type: Schema.optionalKey(Schema.String),
  data: Schema.optionalKey(Schema.Array(Schema.Struct({ remote_id: Schema.String }))),
  next_cursor: Schema.optionalKey(Schema.NullOr(Schema.String))
})
const decode = Schema.decodeUnknownSync(Body)

type Account = Effect.Success<typeof account>

const get = (to: Account, path: string, headers: Record<string, string> = {}) =>
  Effect.promise(async () => {
    const response = await fetch(`${to.baseUrl}${path}`, {
      headers: { authorization: `Bearer ${to.key}`, "x-connector-token": to.token, ...headers }
    })
    return { status: response.status, headers: response.headers, body: decode(await response.json()) }
  })

layer(Served.layer)("Crosswalk's own dialect", (it) => {
  it.effect("pages through records to the end", () =>
    Effect.gen(function* () {
      const to = yield* account
      const seen: Array<string> = []
      let cursor = ""
      do {
        const { body, status } = yield* get(to, `/v1/ats/candidates?page_size=2${cursor}`)
        assert.strictEqual(status, 200)
        for (const { remote_id } of body.data ?? []) seen.push(remote_id)
        cursor = body.next_cursor === null || body.next_cursor === undefined ? "" : `&cursor=${body.next_cursor}`
      } while (cursor !== "")
      assert.deepStrictEqual(seen, ["0", "1", "2", "3", "4"])
    })
  )

  it.effect("lists, filters and the feed name a record by the vendor's id, whatever characters that has", () =>
    Effect.gen(function* () {
      const to = yield* account
      const odd = '"a\u0001'
      const own = Id.make(to.id, "candidate", odd)
      const text = JSON.stringify({ id: own, remote_id: odd, user_id: null })
      const row = { remoteId: RemoteKey.make(odd) ?? "", id: own, hash: text, text }
      yield* Records.use((records) => records.write(to.id, "candidate", [row], at))
      assert.strictEqual((yield* get(to, "/v1/ats/candidates")).body.data?.at(-1)?.remote_id, odd)
      assert.strictEqual((yield* get(to, `/v1/changes?connector_id=${to.id}`)).body.data?.at(-1)?.remote_id, odd)
      const named = yield* get(to, `/v1/ats/candidates?remote_ids=${encodeURIComponent(odd)}`)
      assert.deepStrictEqual(named.body.data, [{ remote_id: odd }])
    })
  )

  it.effect("refuses what is not right", () =>
    Effect.gen(function* () {
      const to = yield* account
      const other = yield* account
      const { body } = yield* get(to, "/v1/ats/candidates?page_size=2")
      const status = (path: string, headers?: Record<string, string>) =>
        Effect.map(get(to, path, headers), ({ body, status }) => [status, body.type])
      assert.deepStrictEqual(yield* status("/v1/ats/candidates", { authorization: "Bearer x" }), [
        401,
        "urn:crosswalk:error:unauthenticated"
      ])
      assert.deepStrictEqual(yield* status("/v1/ats/candidates", { "x-connector-token": other.token }), [
        404,
        "urn:crosswalk:error:connector-unknown"
      ])
      assert.deepStrictEqual(yield* status("/v1/hris/employees"), [403, "urn:crosswalk:error:category-mismatch"])
      assert.deepStrictEqual(yield* status("/v1/ats/nothing"), [404, "urn:crosswalk:error:not-found"])
      assert.deepStrictEqual(yield* status(`/v1/ats/jobs?cursor=${body.next_cursor}`), [
        400,
        "urn:crosswalk:error:invalid-request"
      ])
      assert.deepStrictEqual(yield* status("/v1/ats/candidates?page_size=0"), [
        400,
        "urn:crosswalk:error:invalid-request"
      ])
    })
  )

  it.effect("answers every route beside the lists", () =>
    Effect.gen(function* () {
      const to = yield* account
      const call = (method: string, path: string, body?: unknown) =>
        Effect.promise(async () => {
          const response = await fetch(`${to.baseUrl}/v1${path}`, {
            method,
            headers: { authorization: `Bearer ${to.key}`, "content-type": "application/json" },
            ...(body === undefined ? {} : { body: JSON.stringify(body) })
          })
          const sent: unknown = await response.json()
          return { status: response.status, body: sent }
        })
      const about = `/connectors/${to.id}`
      assert.strictEqual((yield* call("GET", "/connectors")).status, 200)
      assert.include(JSON.stringify((yield* call("GET", about)).body), '"total":5')
      assert.strictEqual((yield* call("POST", `${about}/pause`)).status, 200)
      assert.deepStrictEqual((yield* call("POST", `${about}/resume`)).body, { paused_at: null })
      assert.include(JSON.stringify((yield* call("POST", `${about}/sync`)).body), '"joined":false')
      assert.include(JSON.stringify((yield* call("POST", `${about}/sync?full=true`)).body), '"joined":true')
      assert.include(JSON.stringify((yield* call("GET", "/changes")).body), '"seq":5')
      assert.include(JSON.stringify((yield* call("GET", `/changes?connector_id=${to.id}`)).body), '"has_more":false')
      assert.strictEqual((yield* call("GET", "/changes?cursor=eA.eA")).status, 400)
      assert.include(JSON.stringify((yield* call("GET", "/models")).body), '"reference":"employee"')
      assert.strictEqual((yield* call("GET", "/providers")).status, 200)
      assert.include(JSON.stringify((yield* call("GET", "/providers/lever")).body), '"rule":"derived"')
      assert.strictEqual((yield* call("GET", "/providers/nobody")).status, 404)
      assert.strictEqual((yield* call("POST", "/keys", { name: "" })).status, 400)
      assert.strictEqual((yield* call("POST", "/keys", { name: "reader", scopes: ["read"] })).status, 200)
      assert.strictEqual((yield* call("GET", "/keys")).status, 200)
      assert.deepStrictEqual((yield* call("DELETE", about)).body, { deleted: true })
      assert.strictEqual((yield* call("GET", about)).status, 404)
    })
  )
})
