/** What a connector does not collect is nowhere in the database; and a 404 is an empty list only where it was declared. */
import { Tag } from "@crosswalk/core/ats/Tag"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Page from "@crosswalk/core/Page"
import * as Redact from "@crosswalk/core/Redact"
import * as Resource from "@crosswalk/core/Resource"
import * as Wire from "@crosswalk/core/Wire"
import { Connectors } from "@crosswalk/store/Connectors"
import * as Store from "@crosswalk/store/Store"
import { assert, it } from "@effect/vitest"
import { Effect, Layer, Redacted, Schema, Stream } from "effect"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Pull from "../src/Pull.ts"
import * as Sync from "../src/Sync.ts"
import * as VendorClient from "../src/VendorClient.ts"
import * as Vendor from "./Vendor.ts"

const connector = "00000000-0000-4000-8000-000000000001"

const people = Resource.make("people", {
  path: "/people",
  wire: Schema.Struct({
    id: Schema.String,
    name: Wire.maybe(Schema.String),
    ssn: Wire.maybe(Schema.String)
  }),
  page: Page.numbered({ items: "", param: "page", size: ["per_page", 2] }),
  id: ({ id }) => id,
  emptyOn404: true,
  sensitive: { "government-id": ["ssn", "bank.account"] }
})

const tag = Mapper.make(Tag, people, {
  docs: "https://docs.acme.example",
  fields: {
    remote_id: ({ id }) => id,
    remote_created_at: Mapper.absent("not told"),
    remote_updated_at: Mapper.absent("not told"),
    custom_fields: ({ ssn }) => (ssn === undefined ? null : { ssn }),
    name: ({ name }) => Wire.text(name)
  }
})

const provider = { ...Vendor.provider(), settings: { pii: Redact.setting }, mappers: [tag] }

const secret = "123-45-6789"

/** Two full pages, one record without an id and one with a broken name among them, and a 404 after the last. */
const vendor = Vendor.vendor((response, { url }) => {
  const records = [
    { id: "1", name: "Ada", ssn: secret },
    { id: "2", name: "Bo", SSN: secret, bank: { name: "First", account: secret } },
    { id: null, name: "Cy", ssn: secret },
    { id: "4", name: 7, ssn: 123456789 }
  ]
  const page = Number(new URL(url, "http://acme.invalid").searchParams.get("page"))
  const found = records.slice(2 * page - 2, 2 * page)
  if (found.length === 0) Vendor.json(response, 404, { message: "nothing found" })
  else Vendor.json(response, 200, found)
})

const connection = (baseUrl: string, settings: Readonly<Record<string, string>>) => ({
  provider,
  baseUrl,
  settings,
  credentials: { api_key: Redacted.make("key-1234567890") },
  onCredentials: () => Effect.void
})

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "crosswalk-collected-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true }))
)

/** All that a sync leaves on the disk. */
const synced = Effect.fnUntraced(function* (settings: Readonly<Record<string, string>>) {
  const path = yield* folder
  const { baseUrl } = yield* vendor
  const summary = yield* Effect.gen(function* () {
    yield* Connectors.use((connectors) =>
      connectors.create({ id: connector, provider: "acme", category: "ats", credentials: {} })
    )
    return yield* Sync.run({ connector, connection: connection(baseUrl, settings), scopes: null })
  }).pipe(
    Effect.scoped,
    Effect.provide(
      Layer.merge(
        Store.layerSqlite({ filename: join(path, "test.db"), keyFile: join(path, "test.key") }),
        VendorClient.layerHttp
      )
    )
  )
  const text = readdirSync(path)
    .map((name) => readFileSync(join(path, name), "latin1"))
    .join("")
  return { summary, text }
})

it.live("neither raw data nor records nor quarantine hold a government id by default", () =>
  Effect.gen(function* () {
    const { summary, text } = yield* synced({})
    assert.strictEqual(summary.models["tag"]?.total, 3)
    assert.strictEqual(summary.quarantined, 2)
    assert.include(text, "First")
    assert.notInclude(text, secret)
    assert.notInclude(text, "123456789")
  }).pipe(Effect.scoped)
)

it.live("they do when the class was switched on", () =>
  Effect.gen(function* () {
    const { text } = yield* synced({ pii: "government-id" })
    assert.include(text, secret)
    assert.include(text, "123456789")
  }).pipe(Effect.scoped)
)

it.live("a pull shows none either, in records, raw data or issues", () =>
  Effect.gen(function* () {
    const { baseUrl } = yield* vendor
    const pulled = yield* Stream.runCollect(
      Pull.records({ connection: connection(baseUrl, {}), model: "tag", since: null })
    )
    assert.deepStrictEqual(pulled.map(({ _tag }) => _tag).sort(), ["Pulled", "Pulled", "Pulled", "Unusable"])
    assert.notInclude(JSON.stringify(pulled), secret)
    assert.notInclude(JSON.stringify(pulled), "123456789")
  }).pipe(Effect.scoped, Effect.provide(VendorClient.layerHttp))
)

it.live("a 404 is an error unless the list is known to answer so when it is empty", () =>
  Effect.gen(function* () {
    const { baseUrl } = yield* Vendor.vendor((response) => Vendor.json(response, 404, {}))
    const client = yield* Vendor.client(baseUrl)
    assert.deepStrictEqual((yield* client.page(people, Vendor.first)).items, [])
    const error = yield* Effect.flip(client.page(Vendor.opportunities, Vendor.first))
    assert.strictEqual(error.reason._tag, "NotFound")
  }).pipe(Effect.scoped, Effect.provide(VendorClient.layerHttp))
)
