import { assert, layer } from "@effect/vitest"
import * as IntegrationId from "@crosswalk/api/kombo/IntegrationId"
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import { Connectors } from "@crosswalk/store/Connectors"
import { Runs } from "@crosswalk/store/Runs"
import { Effect, Redacted, Schema } from "effect"
import { randomUUID } from "node:crypto"
import { call } from "./Calling.ts"
import * as Served from "./Served.ts"

const Queued = Schema.fromJsonString(
  Schema.Struct({ data: Schema.Struct({ already_queued: Schema.Boolean, type: Schema.String }) })
)

layer(Served.layer)("A sync that a client of Kombo forces", (it) => {
  it.effect("is full unless it says otherwise, and joined when it is asked for again", () =>
    Effect.gen(function* () {
      const workspace = randomUUID()
      const { secret } = yield* ApiKeys.use((keys) => keys.create({ workspace, name: "test" }))
      const force = Effect.fnUntraced(function* (id: string, body: unknown) {
        const { text } = yield* call("/kombo/v1/force-sync", Redacted.value(secret), {
          method: "POST",
          headers: { "content-type": "application/json", "x-integration-id": IntegrationId.write("lever", id) },
          body: JSON.stringify(body)
        })
        const { data } = Schema.decodeUnknownSync(Queued)(text)
        return [data.type, data.already_queued]
      })
      const connector = Effect.map(
        Connectors.use((connectors) =>
          connectors.create({ id: randomUUID(), workspace, provider: "lever", category: "ats", credentials: {} })
        ),
        ({ id }) => id
      )
      const one = yield* connector
      assert.deepStrictEqual(yield* force(one, {}), ["FULL", false])
      assert.deepStrictEqual(yield* force(one, { type: "DELTA" }), ["FULL", true])
      const read = yield* connector
      const runs = yield* Runs
      yield* runs.start({ id: read, connectorId: read, mode: "full" })
      yield* runs.finish(read, "succeeded", "{}")
      assert.deepStrictEqual(yield* force(read, { type: "DELTA" }), ["DELTA", false])
      assert.deepStrictEqual(yield* force(yield* connector, { type: "FULL" }), ["FULL", false])
    })
  )
})
