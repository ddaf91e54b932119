import { assert, layer } from "@effect/vitest"
import * as IntegrationId from "@crosswalk/api/kombo/IntegrationId"
import * as Id from "@crosswalk/core/Id"
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import { Connectors } from "@crosswalk/store/Connectors"
import { ConnectorTokens } from "@crosswalk/store/ConnectorTokens"
import { Records } from "@crosswalk/store/Records"
import { Runs } from "@crosswalk/store/Runs"
import type { Outcome } from "@crosswalk/store/Runs"
import { Effect, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { randomUUID } from "node:crypto"
import * as Served from "./Served.ts"

/** A connector with a candidate whose syncs ended in some ways, each of them a minute after it began. */
const account = Effect.fnUntraced(function* (outcomes: ReadonlyArray<Outcome>) {
  const id = randomUUID()
  const workspace = randomUUID()
  yield* Connectors.use((connectors) =>
    connectors.create({ id, workspace, provider: "lever", category: "ats", credentials: {} })
  )
  const { secret } = yield* ApiKeys.use((keys) => keys.create({ workspace, name: "test" }))
  const token = yield* ConnectorTokens.use((tokens) => tokens.get(id))
  const own = Id.make(id, "candidate", "1")
  const text = JSON.stringify({ id: own, remote_id: "1", user_id: null })
  yield* Records.use((records) =>
    records.write(id, "candidate", [{ remoteId: "1", id: own, hash: text, text }], "2026-01-01T00:00:00.000Z")
  )
  const runs = yield* Runs
  for (const outcome of outcomes) {
    const run = yield* runs.start({ id: randomUUID(), connectorId: id, mode: "full" })
    yield* TestClock.adjust("1 minute")
    yield* runs.finish(run.id, outcome, "{}")
  }
  const headers = {
    authorization: `Bearer ${Redacted.value(secret)}`,
    "x-connector-token": Redacted.value(token),
    "x-integration-id": IntegrationId.write("lever", id)
  }
  const base = yield* Served.baseUrl
  const get = (path: string) =>
    Effect.promise(async () => {
      const response = await fetch(`${base}${path}`, { headers })
      return {
        status: response.status,
        synced: response.headers.get("x-crosswalk-last-synced-at"),
        asOf: response.headers.get("x-crosswalk-data-as-of")
      }
    })
  return { get, id, own }
})

const at = (minutes: number) => new Date(minutes * 60_000).toISOString()

layer(Served.layer)("Freshness", (it) => {
  it.effect("is told with every list and single record, in every dialect", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(0)
      const { get, id, own } = yield* account(["succeeded"])
      for (const path of [
        "/v1/ats/candidates",
        `/v1/ats/candidates/${own}`,
        "/bindbee/api/ats/v1/candidates",
        `/bindbee/api/ats/v1/candidates/${own}`,
        "/kombo/v1/ats/tags",
        `/unified/ats/${id}/job`
      ]) {
        const { asOf, status, synced } = yield* get(path)
        assert.deepStrictEqual([path, status, synced, asOf], [path, 200, at(1), at(0)])
      }
    })
  )

  it.effect("counts from the newest sync, as of the newest that left nothing out", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(0)
      const { get } = yield* account(["succeeded", "partial", "failed"])
      assert.deepStrictEqual(yield* get("/v1/ats/candidates"), { status: 200, synced: at(2), asOf: at(0) })
    })
  )

  it.effect("is not told when no sync has ended well", () =>
    Effect.gen(function* () {
      const { get } = yield* account(["failed", "cancelled"])
      assert.deepStrictEqual(yield* get("/v1/ats/candidates"), { status: 200, synced: null, asOf: null })
    })
  )

  it.effect("is looked up again after a second", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(0)
      const { get, id } = yield* account(["succeeded"])
      assert.strictEqual((yield* get("/v1/ats/candidates")).synced, at(1))
      const runs = yield* Runs
      const run = yield* runs.start({ id: randomUUID(), connectorId: id, mode: "full" })
      yield* TestClock.adjust("1 hour")
      yield* runs.finish(run.id, "succeeded", "{}")
      assert.strictEqual((yield* get("/v1/ats/candidates")).synced, at(61))
    })
  )
})
