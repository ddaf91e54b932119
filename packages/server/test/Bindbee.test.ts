import { assert, layer } from "@effect/vitest"
import { Effect, Schema } from "effect"
import * as Account from "./Account.ts"
import * as Served from "./Served.ts"

const Page = Schema.Struct({
  cursor: Schema.NullOr(Schema.String),
  page_size: Schema.Int,
  items: Schema.Array(Schema.Record(Schema.String, Schema.Unknown))
})
const decode = Schema.decodeUnknownSync(Page)

// What the vendor's page shows of a connector, and of a candidate.
const connectorKeys =
  "id is_active status integration_slug end_user sync_status last_sync_start_time next_sync_start_time connector_token category is_test_connector completed_at created_at"
const candidateKeys =
  "id remote_id modified_at raw_data first_name last_name company title last_interaction_at is_private can_email locations phone_numbers email_addresses urls tags applications attachments remote_created_at remote_updated_at"

layer(Served.layer, { timeout: 120_000 })("The bindbee dialect", (it) => {
  it.effect("answers connectors, candidates and one candidate with every key", () =>
    Effect.gen(function* () {
      const { accounts, key } = yield* Account.workspace(12)
      const base = yield* Served.baseUrl
      const get = (path: string, token?: string) =>
        Effect.promise(async () => {
          const response = await fetch(`${base}/bindbee/api${path}`, {
            headers: { authorization: `Bearer ${key}`, ...(token === undefined ? {} : { "x-connector-token": token }) }
          })
          const body: unknown = await response.json()
          return { status: response.status, body }
        })
      const connectors = decode((yield* get("/ats/v1/connectors?page_size=1")).body)
      assert.strictEqual(connectors.page_size, 1)
      assert.isString(connectors.cursor)
      assert.containsAllKeys(connectors.items[0], connectorKeys.split(" "))
      assert.strictEqual(decode((yield* get("/hris/v1/connectors")).body).page_size, 1)
      assert.strictEqual(decode((yield* get("/lms/v1/connectors")).body).page_size, 0)

      const lever = accounts.find(({ connector }) => connector.provider === "lever")
      assert.isDefined(lever)
      const token = lever?.token
      const list = decode((yield* get("/ats/v1/candidates?page_size=2&include_raw_data=true", token)).body)
      assert.strictEqual(list.items.length, 2)
      const id = String(list.items[0]?.["id"])
      const one = yield* get(`/ats/v1/candidates/${id}?include_raw_data=true`, token)
      assert.strictEqual(one.status, 200)
      const candidate = Schema.decodeUnknownSync(Schema.Record(Schema.String, Schema.Unknown))(one.body)
      assert.containsAllKeys(candidate, candidateKeys.split(" "))
      assert.isNotNull(candidate["raw_data"])
      assert.strictEqual((yield* get("/hris/v1/employees", token)).status, 403)
      assert.strictEqual((yield* get("/ats/v1/candidates?page_size=201", token)).status, 422)
      assert.strictEqual((yield* get("/ats/v1/candidates/018b18ef-c487-703c-afd9-0ca478ccd9d6", token)).status, 404)
      const document = yield* Effect.promise(() => fetch(`${base}/bindbee/openapi.json`).then(({ status }) => status))
      assert.strictEqual(document, 200)
    })
  )
})
