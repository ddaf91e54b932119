import { assert, layer } from "@effect/vitest"
import * as IntegrationId from "@crosswalk/api/kombo/IntegrationId"
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import { ConnectLinks } from "@crosswalk/store/ConnectLinks"
import { Connectors } from "@crosswalk/store/Connectors"
import { Effect, Option, Redacted, Schema } from "effect"
import { TestClock } from "effect/testing"
import { randomUUID } from "node:crypto"
import { call, key } from "./Calling.ts"
import * as Served from "./Served.ts"

const Link = Schema.fromJsonString(
  Schema.Struct({ status: Schema.Literal("success"), data: Schema.Struct({ link: Schema.String }) })
)
const Made = Schema.fromJsonString(Schema.Struct({ status: Schema.Literal("success"), data: Schema.Unknown }))

const workspace = Effect.gen(function* () {
  const name = randomUUID()
  const { secret } = yield* ApiKeys.use((keys) => keys.create({ workspace: name, name: "test" }))
  const id = randomUUID()
  const connector = yield* Connectors.use((connectors) =>
    connectors.create({ id, workspace: name, provider: "lever", category: "ats", credentials: {} })
  )
  const own = Redacted.value(secret)
  const post = (path: string, body: unknown) =>
    call(`/kombo/v1${path}`, own, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body)
    })
  const integration = IntegrationId.write("lever", connector.id)
  return { connector, integration, key: own, name, post }
})

const wanted = {
  end_user_email: "robin@example.com",
  end_user_organization_name: "Example",
  end_user_origin_id: "42",
  integration_category: "ATS",
  integration_tool: "lever"
}

/** The token at the end of a link's address. */
const tokenOf = (text: string) =>
  new URL(Schema.decodeUnknownSync(Link)(text).data.link).pathname.split("/").at(-1) ?? ""

const lookUp = (token: string, of: string) => call(`/kombo/v1/connect/integration-by-token/${token}`, of)

layer(Served.layer)("Links to connect with, through Kombo's routes", (it) => {
  it.effect("are made, used once, and then lead to the integration", () =>
    Effect.gen(function* () {
      const { connector, integration, key: own, name, post } = yield* workspace
      const created = yield* post("/connect/create-link", wanted)
      assert.strictEqual(created.status, 200)
      const token = tokenOf(created.text)
      const links = yield* ConnectLinks
      assert.deepInclude(Option.getOrThrow(yield* links.find(Redacted.make(token))), {
        workspace: name,
        category: "ats",
        provider: "lever",
        customer: "Example",
        customerKey: "42",
        customerEmail: "robin@example.com",
        relinks: null
      })
      assert.strictEqual((yield* lookUp(token, own)).status, 404)
      assert.isTrue(Option.isSome(yield* links.use(Redacted.make(token), connector.id)))
      assert.isTrue(Option.isNone(yield* links.use(Redacted.make(token), randomUUID())))
      const found = yield* lookUp(token, own)
      assert.strictEqual(found.status, 200)
      assert.deepStrictEqual(Schema.decodeUnknownSync(Made)(found.text).data, {
        tool: "lever",
        id: integration,
        end_user_origin_id: "42",
        end_user_organization_name: "Example",
        end_user_email: "robin@example.com",
        setup_status: "FINAL_SYNC_PENDING"
      })
      assert.strictEqual((yield* lookUp(token, yield* key())).status, 404)
      assert.strictEqual((yield* lookUp("cwl_made_up", own)).status, 404)
    })
  )

  it.effect("are made for an integration that is there, too", () =>
    Effect.gen(function* () {
      const { connector, integration, post } = yield* workspace
      const links = yield* ConnectLinks
      for (const route of ["relink", "setup-link"]) {
        const { status, text } = yield* post(`/integrations/${encodeURIComponent(integration)}/${route}`, {
          language: "en",
          link_type: "MAGIC_LINK"
        })
        assert.strictEqual(status, 200)
        const link = Option.getOrThrow(yield* links.find(Redacted.make(tokenOf(text))))
        assert.deepStrictEqual([link.relinks, link.provider], [connector.id, "lever"])
      }
    })
  )

  it.effect("end by themselves, and are refused for a tool that is not there", () =>
    Effect.gen(function* () {
      const { connector, key: own, post } = yield* workspace
      const links = yield* ConnectLinks
      const token = tokenOf((yield* post("/connect/create-link", wanted)).text)
      yield* TestClock.adjust("1 day")
      assert.isTrue(Option.isNone(yield* links.use(Redacted.make(token), connector.id)))
      assert.strictEqual((yield* lookUp(token, own)).status, 404)
      const { status } = yield* post("/connect/create-link", { ...wanted, integration_tool: "nobody" })
      assert.strictEqual(status, 404)
    })
  )

  it.effect("lie below the server's own address", () =>
    Effect.gen(function* () {
      const { post } = yield* workspace
      const { text } = yield* post("/connect/create-link", wanted)
      const base = yield* Served.baseUrl
      assert.isTrue(Schema.decodeUnknownSync(Link)(text).data.link.startsWith(`${base}/connect/cwl_`))
    })
  )
})

layer(Served.layerWith({ publicUrl: new URL("https://hub.example.com/crosswalk/") }))(
  "Behind another address",
  (it) => {
    it.effect("links lie below that", () =>
      Effect.gen(function* () {
        const { post } = yield* workspace
        const { text } = yield* post("/connect/create-link", wanted)
        const { link } = Schema.decodeUnknownSync(Link)(text).data
        assert.isTrue(link.startsWith("https://hub.example.com/crosswalk/connect/cwl_"), link)
      })
    )
  }
)
