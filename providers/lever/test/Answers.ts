/** Recorded or made-up answers of Lever, landed and mapped without a connection. */
import type { Mapper } from "@crosswalk/core/Mapper"
import * as Offline from "@crosswalk/core/Offline"
import type { Resource } from "@crosswalk/core/Resource"
import { assert } from "@effect/vitest"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import * as Path from "node:path"

/** References as people read them: `candidate:c1`. */
export const readable = (model: string, remoteId: string): string => `${model}:${remoteId}`

/** A JSON file. */
export const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"))

/** The records of a chain of answers `1.json`, `2.json`, …, read as the resource pages: the last ends the list. */
const chain = (resource: Resource, folder: string): ReadonlyArray<unknown> => {
  const names = readdirSync(folder).filter((name) => /^\d+\.json$/.test(name))
  let request = resource.page.first
  return names.sort().flatMap((name, index) => {
    const page = resource.page.read({ body: read(Path.join(folder, name)), headers: {}, request })
    if ("unreadable" in page) return assert.fail(`${resource.name}/${name}: ${page.unreadable}`)
    assert.strictEqual(page.next === null, index === names.length - 1, `${resource.name}/${name} is the last page`)
    if (page.next !== null) request = page.next
    return page.items
  })
}

const folders = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

/** Every record in a folder of answers; in a child's folder, each subfolder is named for the parent. */
export const records = (resource: Resource, folder: string): ReadonlyArray<Offline.Raw> => {
  const own = Path.join(folder, resource.name)
  if (!existsSync(own)) return []
  return ["", ...folders(own)].flatMap((name) =>
    chain(resource, Path.join(own, name)).map((raw) => ({ raw, parent: resource.parent === null ? null : name }))
  )
}

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
