import { assert, it, layer } from "@effect/vitest"
import { Checkpoints } from "@crosswalk/store/Checkpoints"
import { Connectors } from "@crosswalk/store/Connectors"
import { Dirty } from "@crosswalk/store/Dirty"
import { Due } from "@crosswalk/store/Due"
import { Feed } from "@crosswalk/store/Feed"
import { Links } from "@crosswalk/store/Links"
import { Quarantine } from "@crosswalk/store/Quarantine"
import { Records } from "@crosswalk/store/Records"
import { Remotes } from "@crosswalk/store/Remotes"
import { Runs } from "@crosswalk/store/Runs"
import type { Store } from "@crosswalk/store/Store"
import { Transaction } from "@crosswalk/store/Transaction"
import type { Vault } from "@crosswalk/store/Vault"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { TestClock } from "effect/testing"
import type { SqlClient } from "effect/sql/SqlClient"

let count = 0

/** A connector of its own for each test: the tests of a suite share one database. */
export const connector = Effect.gen(function* () {
  const connectors = yield* Connectors
  const id = `00000000-0000-8000-8000-${String(++count).padStart(12, "0")}`
  yield* connectors.create({
    id,
    provider: "lever",
    category: "ats",
    credentials: { api_key: Redacted.make("a secret key") }
  })
  return id
})

const row = (key: string, data: string, parent: string | null = null) => ({ key, parent, hash: `h:${data}`, data })

const derived = (remoteId: string, content: Record<string, unknown>) => {
  const text = JSON.stringify({ id: `id-${remoteId}`, ...content })
  return { remoteId, id: `id-${remoteId}`, hash: text, text }
}

const at = (second: number) => `2026-01-01T00:00:${String(second).padStart(2, "0")}.000Z`

/** What every database behind the repositories must do. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    it.effect("lands new and changed records, and answers what they were", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const remotes = yield* Remotes
        const first = yield* remotes.land(id, "jobs", "r1", [row("a", "1"), row("b", "1"), row("a", "2")])
        assert.deepStrictEqual(
          first.map(({ key, previous }) => [key, previous]),
          [
            ["a", null],
            ["b", null]
          ]
        )
        const second = yield* remotes.land(id, "jobs", "r2", [row("a", "2"), row("b", "3"), row("c", "1", "p")])
        assert.deepStrictEqual(
          second.map(({ key, previous }) => [key, previous]),
          [
            ["b", "1"],
            ["c", null]
          ]
        )
        const moved = yield* remotes.land(id, "jobs", "r2", [row("c", "1", "q")])
        assert.deepStrictEqual(
          moved.map(({ key }) => key),
          ["c"]
        )
        assert.strictEqual(yield* remotes.count(id, "jobs"), 3)
        assert.deepStrictEqual(
          (yield* remotes.byParents(id, "jobs", ["q"])).map(({ key }) => key),
          ["c"]
        )
      })
    )
  })
}
