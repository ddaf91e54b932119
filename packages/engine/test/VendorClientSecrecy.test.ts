import * as Auth from "@crosswalk/core/Auth"
import { CursorExpired } from "@crosswalk/core/ProviderError"
import { assert, describe, it } from "@effect/vitest"
import { Cause, Effect, Exit, Logger, Tracer } from "effect"
import { inspect } from "node:util"
import * as Redaction from "../src/Redaction.ts"
import * as VendorClient from "../src/VendorClient.ts"
import { type Answer, client, first, json, opportunities, page, provider, vendor } from "./Vendor.ts"

const secrets = {
  api_key: "key-5f1d2c",
  client_secret: 'secret "with" quotes',
  refresh_token: "refresh/9a8b+7c==",
  access_token: "access-token-77",
  customer: "customer-key-31",
  word: "pass word 12"
}
const pair = Buffer.from(`robot:${secrets.word}`).toString("base64")
const forbidden = [
  ...Object.values(secrets),
  ...Object.values(secrets).map(encodeURIComponent),
  Buffer.from(`${secrets.api_key}:`).toString("base64"),
  pair,
  "renewed-token-88",
  "rotated-refresh-99"
]

/** A vendor that says back all it was told, in every way an error can. */
const gossip =
  (status: number): Answer =>
  (response, { form, headers, url }) => {
    if (url.startsWith("/token") && status !== 400) {
      return json(response, 200, { access_token: "renewed-token-88", refresh_token: "rotated-refresh-99" })
    }
    const told = `${JSON.stringify(headers)} ${form.toString()} ${[...form.values()].join(" ")}`
    if (status === 302)
      return response.writeHead(302, { location: `http://x.example/?t=${encodeURIComponent(told)}` }).end()
    if (status === 200) return response.writeHead(200, { "content-type": "text/html" }).end(`<p>${told}</p>`)
    return json(response, status, { error: "invalid_request", code: told, message: told, error_description: told })
  }

const methods: ReadonlyArray<readonly [Auth.Auth, Record<string, string>]> = [
  [Auth.apiKeyAsUser(Auth.secret("api_key", "API key")), { api_key: secrets.api_key }],
  [
    Auth.basic(Auth.plain("user", "User"), Auth.secret("word", "Word"), {
      fields: [Auth.secret("customer", "Customer")],
      headers: { "x-customer-key": "customer" }
    }),
    { user: "robot", word: secrets.word, customer: secrets.customer }
  ],
  [Auth.bearer(Auth.secret("access_token", "Token")), { access_token: secrets.access_token }],
  [Auth.header("x-key", Auth.secret("customer", "Key")), { customer: secrets.customer }],
  [
    Auth.authorizationCode({ authorizeUrl: null, tokenUrl: "https://auth.acme.example" }),
    {
      client_id: "client",
      client_secret: secrets.client_secret,
      refresh_token: secrets.refresh_token,
      access_token: secrets.access_token
    }
  ]
]

const recording = () => {
  const spans: Array<Tracer.NativeSpan> = []
  const span = (options: ConstructorParameters<typeof Tracer.NativeSpan>[0]) => {
    const made = new Tracer.NativeSpan(options)
    spans.push(made)
    return made
  }
  return { spans, tracer: Tracer.make({ span }) }
}

describe("a credential", () => {
  it.live("is in no error, no log and no span, whatever the vendor says back", () =>
    Effect.gen(function* () {
      const { spans, tracer } = recording()
      const logs: Array<string> = []
      const logger = Logger.make((entry) => {
        logs.push(inspect(entry, { depth: 12 }))
      })
      const outputs: Array<string> = []
      for (const [auth, credentials] of methods) {
        for (const status of [200, 302, 400, 401, 403, 404, 422, 429, 500]) {
          const { baseUrl } = yield* vendor(gossip(status))
          const failing = provider([auth], {
            failure: (body) => (status === 422 ? { reason: new CursorExpired({ detail: JSON.stringify(body) }) } : {})
          })
          const call = Effect.gen(function* () {
            const token = auth.method === "oauth2" ? { token_url: `${baseUrl}/token` } : {}
            const acme = yield* client(
              baseUrl,
              { provider: failing, credentials: { ...credentials, ...token } },
              { tries: 2 }
            )
            return yield* acme.page(opportunities, first)
          })
          const exit = yield* Effect.tapCause(call, (cause) => Effect.logError("failed", cause)).pipe(
            Effect.provide(Logger.layer([logger])),
            Effect.withTracer(tracer),
            Effect.exit
          )
          assert.isTrue(Exit.isFailure(exit), `${auth.id} ${status}`)
          const cause = Exit.isFailure(exit) ? exit.cause : Cause.empty
          outputs.push(
            inspect(exit, { depth: 12 }),
            JSON.stringify(exit),
            Cause.pretty(cause),
            String(Cause.squash(cause))
          )
        }
      }
      assert.isAtLeast(spans.length, 40)
      assert.isAtLeast(logs.length, 40)
      const inSpans = spans.map((span) => inspect(span, { depth: 12 }))
      for (const text of [...outputs, ...logs, ...inSpans]) {
        for (const secret of forbidden) assert.notInclude(text, secret)
      }
      assert.isTrue(spans.every(({ name }) => name === "acme.opportunities.page"))
    }).pipe(Effect.provide(VendorClient.layerHttp))
  )

  it.live("is not in the span of a good answer either", () =>
    Effect.gen(function* () {
      const { spans, tracer } = recording()
      const { baseUrl, received } = yield* vendor((response) => page(response, "1"))
      const acme = yield* client(baseUrl, { credentials: { api_key: secrets.api_key } })
      yield* Effect.withTracer(acme.page(opportunities, { ...first, query: { cursor: "c-1" } }), tracer)
      assert.strictEqual(spans.length, 1)
      assert.deepStrictEqual(Object.fromEntries(spans[0]?.attributes ?? []), {
        "crosswalk.provider": "acme",
        "crosswalk.items": 1,
        "crosswalk.bytes": 37
      })
      assert.strictEqual(received[0]?.headers["traceparent"], undefined)
    }).pipe(Effect.provide(VendorClient.layerHttp))
  )

  it("is cut out before the text is cut to length", () => {
    const redaction = Redaction.make([], {})
    redaction.add("s".repeat(300))
    const text = redaction.text(`${"s".repeat(300)} and ${"word ".repeat(60)}`)
    assert.isTrue(text.startsWith("<redacted> and word"))
    assert.strictEqual(text.length, 200)
    assert.isTrue(text.endsWith("…"))
  })
})
