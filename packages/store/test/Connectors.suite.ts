import { assert, layer } from "@effect/vitest"
import { ConnectorNotFound, Connectors } from "@crosswalk/store/Connectors"
import { Feed } from "@crosswalk/store/Feed"
import { Records } from "@crosswalk/store/Records"
import { Remotes } from "@crosswalk/store/Remotes"
import type { Store } from "@crosswalk/store/Store"
import type { Vault } from "@crosswalk/store/Vault"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type { SqlClient } from "effect/sql/SqlClient"
import { at, connector, derived } from "./sample.ts"

const row = (key: string, data: string, parent: string | null = null) => ({ key, parent, hash: `h:${data}`, data })

/** What every database must do with connectors. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    it.effect("creates, changes and removes connectors", () =>
      Effect.gen(function* () {
        const connectors = yield* Connectors
        const records = yield* Records
        const remotes = yield* Remotes
        const feed = yield* Feed
        const kept = yield* connector
        const id = yield* connector
        const created = yield* connectors.get(id)
        assert.deepStrictEqual(
          [created.workspace, created.customer, created.options, created.scopes, created.status],
          ["default", null, {}, null, "active"]
        )
        yield* connectors.saveCredentials(id, { access_token: Redacted.make("t2"), refresh_token: Redacted.make("r2") })
        const credentials = yield* connectors.credentials(id)
        assert.deepStrictEqual(Object.keys(credentials).sort(), ["access_token", "refresh_token"])
        assert.strictEqual(Redacted.value(credentials["access_token"] ?? Redacted.make("")), "t2")
        yield* connectors.configure(id, { options: { region: "us" }, scopes: ["read:job"] })
        const { options, scopes } = yield* connectors.get(id)
        assert.deepStrictEqual([options, scopes], [{ region: "us" }, ["read:job"]])
        yield* connectors.configure(id, { options: {}, scopes: null })
        assert.isNull((yield* connectors.get(id)).scopes)
        yield* connectors.setStatus(id, "reconnect")
        assert.strictEqual((yield* connectors.get(id)).status, "reconnect")
        for (const each of [id, kept]) {
          yield* records.write(each, "job", [derived(each, "1", {})], at(1))
          yield* remotes.land(each, "jobs", "r1", [row("a", "1")])
        }
        const many = Array.from({ length: 2500 }, (_, index) => row(String(index), "1"))
        yield* remotes.land(id, "jobs", "r1", many)
        const last = yield* feed.last(kept)
        yield* connectors.remove(id)
        assert.instanceOf(yield* Effect.flip(connectors.get(id)), ConnectorNotFound)
        assert.instanceOf(yield* Effect.flip(connectors.setStatus(id, "active")), ConnectorNotFound)
        const nothing = connectors.configure(id, { options: {}, scopes: null })
        assert.instanceOf(yield* Effect.flip(nothing), ConnectorNotFound)
        assert.instanceOf(yield* Effect.flip(connectors.credentials(id)), ConnectorNotFound)
        assert.strictEqual(yield* remotes.count(id, "jobs"), 0)
        assert.deepStrictEqual(yield* records.counts(id), [])
        assert.strictEqual(yield* remotes.count(kept, "jobs"), 1)
        yield* records.write(kept, "job", [derived(kept, "2", {})], at(2))
        assert.strictEqual(yield* feed.last(kept), last + 1)
        const listed = yield* connectors.list("default")
        assert.isTrue(listed.some((each) => each.id === kept) && listed.every((each) => each.id !== id))
        assert.deepStrictEqual(yield* connectors.list("elsewhere"), [])
      })
    )
  })
}
