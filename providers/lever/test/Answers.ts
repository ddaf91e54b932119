/** Recorded or made-up answers of Lever, landed and mapped without a connection. */
import type { Mapper } from "@crosswalk/core/Mapper"
import * as Offline from "@crosswalk/core/Offline"
import type { Resource } from "@crosswalk/core/Resource"
import { assert } from "@effect/vitest"
import { readFileSync } from "node:fs"

/** References as people read them: `candidate:c1`. */
export const readable = (model: string, remoteId: string): string => `${model}:${remoteId}`

/** A JSON file. */
export const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"))

/** What a mapper makes of raw records by resource; fails when one is quarantined. */
export const derive = (
  mapper: Mapper,
  raws: ReadonlyArray<readonly [resource: Resource, records: ReadonlyArray<Offline.Raw>]>
): ReadonlyArray<Readonly<Record<string, unknown>>> => {
  const store = new Map(
    raws.map(([resource, records]) => {
      const { landed, quarantined } = Offline.land(resource, records)
      assert.deepStrictEqual(quarantined, [], `${resource.name} check in`)
      return [resource.name, landed]
    })
  )
  return Offline.derive(mapper, store, readable).map(({ key, outcome }) => {
    assert.deepStrictEqual(outcome.issues, [], `${mapper.name} ${key}`)
    return outcome._tag === "Mapped" ? outcome.record : {}
  })
}

/** Records of a list. */
export const listed = (...raws: ReadonlyArray<unknown>): ReadonlyArray<Offline.Raw> =>
  raws.map((raw) => ({ raw, parent: null }))

/** Records listed for a parent. */
export const listedFor = (parent: string, ...raws: ReadonlyArray<unknown>): ReadonlyArray<Offline.Raw> =>
  raws.map((raw) => ({ raw, parent }))
