import { assert, it } from "@effect/vitest"
import * as Telemetry from "@crosswalk/server/Telemetry"
import { ConfigProvider, Effect, Exit, Layer, Scope } from "effect"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import * as Account from "./Account.ts"
import { call } from "./Calling.ts"
import * as Served from "./Served.ts"

interface Attribute {
  readonly key: string
  readonly value: { readonly stringValue?: string; readonly intValue?: number | string }
}

interface Span {
  readonly name: string
  readonly traceId: string
  readonly parentSpanId?: string
  readonly attributes: ReadonlyArray<Attribute>
  readonly status: { readonly code: number }
}

/** A collector that keeps what it is sent. */
const collector = Effect.acquireRelease(
  Effect.callback<{ readonly url: string; readonly sent: Map<string, Array<string>>; readonly close: () => void }>(
    (resume) => {
      const sent = new Map<string, Array<string>>()
      const server = createServer((request, response) => {
        let body = ""
        request.setEncoding("utf8").on("data", (piece: string) => {
          body += piece
        })
        request.on("end", () => {
          const path = request.url ?? ""
          sent.set(path, [...(sent.get(path) ?? []), body])
          response.writeHead(200, { "content-type": "application/json" }).end("{}")
        })
      })
      server.listen(0, "127.0.0.1", () => {
        const { port }: AddressInfo = Object(server.address())
        resume(Effect.succeed({ url: `http://127.0.0.1:${port}`, sent, close: () => server.close() }))
      })
    }
  ),
  ({ close }) => Effect.sync(close)
)

it.live(
  "traces of requests are named by patterns and tell no secrets; without an endpoint nothing is sent",
  () =>
    Effect.gen(function* () {
      const { sent, url } = yield* collector
      const environment = (given: Readonly<Record<string, string>>) =>
        ConfigProvider.layer(ConfigProvider.fromEnv({ env: { ...given } }))
      const scope = yield* Scope.make()
      const services = yield* Layer.buildWithScope(
        Served.layer.pipe(
          Layer.provideMerge(Telemetry.layer),
          Layer.provide(environment({ OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_PROTOCOL: "http/json" }))
        ),
        scope
      )
      const told = yield* Effect.gen(function* () {
        const { accounts, key } = yield* Account.workspace(2)
        yield* Effect.logWarning("something to note")
        const account = accounts.find(({ connector }) => connector.category === "ats")
        if (account === undefined) return assert.fail("no account")
        const { connector, token } = account
        const trace = "0af7651916cd43dd8448eb211c80319c"
        const headers = { "x-connector-token": token, traceparent: `00-${trace}-b7ad6b7169203331-01` }
        const list = yield* call("/v1/ats/candidates?cursor=a-secret-cursor", key, { headers })
        assert.strictEqual(list.status, 400)
        yield* call("/bindbee/api/embedded/v1/connectors/connector_token/a-secret-token", key)
        yield* call("/v1/keys", key, {
          method: "POST",
          body: '{"name":"a-secret-body"}',
          headers: { "content-type": "application/json" }
        })
        return { key, token, id: connector.id, trace }
      }).pipe(Effect.provide(services), Effect.scoped)
      // At the end everything is sent that was not.
      yield* Scope.close(scope, Exit.void)

      const bodies = sent.get("/v1/traces") ?? []
      const spans: ReadonlyArray<Span> = bodies.flatMap((body) => JSON.parse(body).resourceSpans[0].scopeSpans[0].spans)
      const named = (name: string) => spans.filter((span) => span.name === name)
      const [list, ...more] = named("GET /v1/ats/candidates")
      assert.isEmpty(more)
      assert.strictEqual(list?.traceId, told.trace)
      assert.strictEqual(list?.parentSpanId, "b7ad6b7169203331")
      const attributes = new Map(
        list?.attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)])
      )
      assert.strictEqual(attributes.get("http.response.status_code"), 400)
      assert.strictEqual(attributes.get("http.route"), "/v1/ats/candidates")
      assert.strictEqual(attributes.get("crosswalk.dialect"), "crosswalk")
      assert.lengthOf(named("GET /bindbee/api/embedded/v1/connectors/connector_token/:temporary_token"), 1)
      assert.lengthOf(named("POST /v1/keys"), 1)
      assert.isNotEmpty(named("Session.open"))
      const all = [...sent.values()].flat().join("\n")
      for (const secret of [told.key, told.token, "a-secret", "traceparent", "?cursor"]) assert.notInclude(all, secret)
      assert.include(all, '"stringValue":"crosswalk"')

      assert.include((sent.get("/v1/logs") ?? []).join("\n"), "something to note")

      const before = bodies.length
      yield* Effect.gen(function* () {
        yield* call("/v1/models")
      }).pipe(
        Effect.provide(Served.layer.pipe(Layer.provide(Telemetry.layer), Layer.provide(environment({})))),
        Effect.scoped
      )
      assert.strictEqual(sent.get("/v1/traces")?.length, before)
    }).pipe(Effect.scoped),
  60_000
)
