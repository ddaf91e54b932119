/** Made-up answers of UKG Pro, landed and mapped without a connection. */
import type { Mapper } from "@crosswalk/core/Mapper"
import * as Offline from "@crosswalk/core/Offline"
import * as Redact from "@crosswalk/core/Redact"
import type { Resource, Settings } from "@crosswalk/core/Resource"
import { assert } from "@effect/vitest"
import { readFileSync } from "node:fs"
import * as Path from "node:path"

/** References as people read them: `employee:e1`. */
export const readable = (model: string, remoteId: string): string => `${model}:${remoteId}`

/** A JSON file. */
export const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"))

/** The records of a list's one recorded page. */
export const records = (resource: Resource, folder: string): ReadonlyArray<Offline.Raw> => {
  const body = read(Path.join(folder, resource.name, "1.json"))
  const page = resource.page.read({ body, headers: {}, request: resource.page.first })
  if ("unreadable" in page) return assert.fail(`${resource.name}: ${page.unreadable}`)
  assert.isNull(page.next, `${resource.name} ends with its first page`)
  return page.items.map((raw) => ({ raw, parent: null }))
}

/** Records of a list. */
export const listed = (resource: Resource, ...raws: ReadonlyArray<unknown>) =>
  [resource, raws.map((raw) => ({ raw, parent: null }))] as const

/** What a mapper makes of raw records by resource, everything collected unless told; fails when one is quarantined. */
export const derive = (
  mapper: Mapper,
  raws: ReadonlyArray<readonly [resource: Resource, records: ReadonlyArray<Offline.Raw>]>,
  settings: Settings = Redact.everything
): ReadonlyArray<Readonly<Record<string, unknown>>> => {
  const store = new Map(
    raws.map(([resource, records]) => {
      const { landed, quarantined } = Offline.land(resource, records, settings)
      assert.deepStrictEqual(quarantined, [], `${resource.name} check in`)
      return [resource.name, landed]
    })
  )
  return Offline.derive(mapper, store, readable).map(({ key, outcome }) => {
    assert.deepStrictEqual(outcome.issues, [], `${mapper.name} ${key}`)
    return outcome._tag === "Mapped" ? outcome.record : {}
  })
}
