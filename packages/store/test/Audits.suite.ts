import { assert, layer } from "@effect/vitest"
import { Audits } from "@crosswalk/store/Audits"
import type { Store } from "@crosswalk/store/Store"
import type { Vault } from "@crosswalk/store/Vault"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type { SqlClient } from "effect/sql/SqlClient"
import { at, connector } from "./sample.ts"

/** What every database must do with audits. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    it.effect("keeps samples and takes those since an instant together, by connector", () =>
      Effect.gen(function* () {
        const [id, other, none] = [yield* connector, yield* connector, yield* connector]
        const audits = yield* Audits
        const findings = {
          sampled: 12,
          equal: 7,
          behind: 1,
          wrong: 0,
          held: 2,
          gone: 1,
          unreadable: 1,
          lagSeconds: 12.5
        }
        const all = [
          { ...findings, connectorId: id, resource: "jobs", at: at(1) },
          { ...findings, connectorId: id, resource: "jobs", at: at(2), wrong: 2, equal: 5, lagSeconds: 80 },
          { ...findings, connectorId: id, resource: "users", at: at(3), behind: 0, equal: 8, lagSeconds: null }
        ] as const
        for (const audit of all) yield* audits.put({ ...audit, sampled: 99 })
        for (const audit of all) yield* audits.put(audit)
        yield* audits.put({ ...all[2], connectorId: other })
        assert.deepStrictEqual(yield* audits.list(id), all.toReversed())
        assert.deepStrictEqual(yield* audits.list(id, 1), [all[2]])
        const own = {
          connectorId: id,
          audits: 2,
          sampled: 24,
          equal: 13,
          behind: 1,
          wrong: 2,
          held: 4,
          gone: 2,
          unreadable: 2
        }
        assert.deepStrictEqual(yield* audits.accuracy(at(2), id), [{ ...own, lagSeconds: 80 }])
        const since = (yield* audits.accuracy(at(3))).filter((each) => [id, other, none].includes(each.connectorId))
        const { at: _at, resource: _resource, ...newest } = all[2]
        assert.sameDeepMembers(since, [
          { ...newest, audits: 1 },
          { ...newest, connectorId: other, audits: 1 }
        ])
      })
    )
  })
}
