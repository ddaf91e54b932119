/** Records of Greenhouse, landed and mapped without a connection. */
import type { Mapper } from "@crosswalk/core/Mapper"
import * as Offline from "@crosswalk/core/Offline"
import type { Resource } from "@crosswalk/core/Resource"
import { assert } from "@effect/vitest"

/** References as people read them: `candidate:7`. */
export const readable = (model: string, remoteId: string): string => `${model}:${remoteId}`

/** A list that the connector reads, with its records. */
export type Read = readonly [resource: Resource, ...records: ReadonlyArray<unknown>]

/** What a mapper makes of some lists; fails when anything is lost. */
export const derive = (mapper: Mapper, ...lists: ReadonlyArray<Read>) => {
  const store = new Map(
    lists.map(([resource, ...records]) => {
      const { landed, quarantined } = Offline.land(
        resource,
        records.map((raw) => ({ raw, parent: null }))
      )
      assert.deepStrictEqual(quarantined, [], resource.name)
      return [resource.name, landed]
    })
  )
  return Offline.derive(mapper, store, readable).map(({ key, outcome }) => {
    assert.deepStrictEqual(outcome.issues, [], `${mapper.name} ${key}`)
    return outcome._tag === "Mapped" ? outcome.record : {}
  })
}

/** One field of the first record that a mapper makes of some lists. */
export const field = (mapper: Mapper, name: string, ...lists: ReadonlyArray<Read>): unknown =>
  derive(mapper, ...lists)[0]?.[name]
