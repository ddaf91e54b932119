/** Ids are unique, and the same record has the same id whenever it is read and whatever else of it changes. */
import * as Id from "@crosswalk/core/Id"
import * as Offline from "@crosswalk/core/Offline"
import * as Wire from "@crosswalk/core/Wire"
import { Effect } from "effect"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Json from "../internal/Json.ts"
import * as Material from "../internal/Material.ts"
import type { Subject } from "../Subject.ts"

const connector = "00000000-0000-4000-8000-000000000001"

/** Names of values that move when a record is edited. */
const moving = /(updat|modif|chang|edited|touch|version|revision|etag|last)/i

const keysOf = (recorded: Material.Recorded, change: (raw: unknown) => unknown): ReadonlyArray<string> => {
  const raws = recorded.raws.map(({ parent, raw }) => ({ raw: change(Material.copy(raw)), parent }))
  return raws.map((raw) => Offline.land(recorded.resource, [raw]).landed[0]?.key ?? "")
}

const moved = (raw: unknown): unknown => {
  let changed = raw
  Json.leaves(raw, (leaf, path) => {
    if (!moving.test(path.at(-1) ?? "")) return
    if (typeof leaf === "number") changed = Json.changeAt(changed, path, () => leaf + 1000)
    else if (typeof leaf === "string" && !Number.isNaN(Date.parse(leaf))) {
      changed = Json.changeAt(changed, path, () => Wire.instantFromMillis(Date.parse(leaf) + 86_400_000))
    }
  })
  return changed
}

const repeatedRemotes = (subject: Subject): ReadonlyArray<Finding.Finding> =>
  subject.material.recorded.flatMap((recorded) => {
    const rows = new Map<string, string>()
    const keys = keysOf(recorded, (raw) => raw)
    return recorded.raws.flatMap(({ raw }, index) => {
      const key = keys[index] ?? ""
      const text = JSON.stringify(raw)
      const other = rows.get(key)
      rows.set(key, text)
      return key === "" || other === undefined || other === text
        ? []
        : [Finding.make(recorded.resource.name, `two different records have the id "${key}"`)]
    })
  })

const repeatedIds = (subject: Subject): ReadonlyArray<Finding.Finding> => {
  const owners = new Map<string, string>()
  return subject.provider.mappers.flatMap((mapper) =>
    Material.made(mapper, subject.material.store).flatMap(({ remoteId }) => {
      const id = Id.make(connector, mapper.model.name, remoteId)
      const other = owners.get(id)
      owners.set(id, mapper.name)
      return other === undefined
        ? []
        : [Finding.make(mapper.name, `the ${mapper.model.name} "${remoteId}" is made by ${other}, too`)]
    })
  )
}

const unstable = (
  recorded: Material.Recorded,
  before: ReadonlyArray<string>,
  when: string,
  again: ReadonlyArray<string>
) =>
  again.flatMap((key, index) =>
    // A record that no longer fits its schema tells nothing of its id.
    key === before[index] || key === ""
      ? []
      : [
          Finding.make(
            recorded.resource.name,
            `the id of record ${index} is another ${when}: "${before[index]}", then "${key}"`
          )
        ]
  )

/** Unique within a model; equal at every reading; untouched by an edit. */
export const ids = Check.calling("ids", "gives every record one id for ever", (subject) =>
  Effect.gen(function* () {
    const before = subject.material.recorded.map((recorded) => keysOf(recorded, (raw) => raw))
    // A clock that was read for an id shows itself only when it has moved on.
    yield* Effect.sleep("2 millis")
    return [
      ...repeatedRemotes(subject),
      ...repeatedIds(subject),
      ...subject.material.recorded.flatMap((recorded, index) => {
        const keys = before[index] ?? []
        return [
          ...unstable(
            recorded,
            keys,
            "at a second reading",
            keysOf(recorded, (raw) => raw)
          ),
          ...unstable(recorded, keys, "after an edit", keysOf(recorded, moved))
        ]
      })
    ]
  })
)
