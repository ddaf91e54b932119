/**
 * Derives unified records from landed ones: gathers the material of each touched key, maps it, and writes what became
 * of it. One call is part of one transaction; its memory is that of the keys it is given.
 */
import type * as Id from "@crosswalk/core/Id"
import type * as Mapper from "@crosswalk/core/Mapper"
import type * as Source from "@crosswalk/core/Source"
import * as RemoteKey from "@crosswalk/core/RemoteKey"
import * as Quarantine from "@crosswalk/store/Quarantine"
import * as Records from "@crosswalk/store/Records"
import { Clock, DateTime, Effect } from "effect"
import { hash } from "node:crypto"
import * as Material from "./Material.ts"
import type { Plan } from "./Plan.ts"
import * as Tally from "./Tally.ts"

/** What deriving a connector's records depends on. */
export interface Context {
  readonly connector: string
  readonly plan: Plan
  readonly identify: Id.Identify
  /** The run that quarantined records are noted with. */
  readonly run: string
  /** Whether a resource was ever read to its end: a look-up in one that was not is unknown, not empty. */
  readonly isKnown: (resource: string) => boolean
}

/** The text that is stored and served of a mapped record, and its fingerprint. */
export const render = (id: string, record: Readonly<Record<string, unknown>>) => {
  const text = `{"id":"${id}",${JSON.stringify(record).slice(1)}`
  return { text, hash: hash("sha256", text, "base64url") }
}

const rawOf = (group: Source.Group): string =>
  JSON.stringify(group.members.length === 1 ? group.members[0]?.record : group.members.map((member) => member.record))

/** Derives the records under some keys of one mapper, `fresh` ones as they were landed, and tells what changed. */
export const derive = Effect.fn("Derive.derive")(function* (
  context: Context,
  mapper: Mapper.Mapper,
  keys: ReadonlyArray<string>,
  fresh: Material.Fresh | null = null
) {
  if (keys.length === 0) return Tally.empty
  const records = yield* Records.Records
  const quarantine = yield* Quarantine.Quarantine
  const { connector, identify } = context
  const { model, source } = mapper
  const now = DateTime.formatIso(DateTime.makeUnsafe(yield* Clock.currentTimeMillis))

  const changes: Array<Records.Change> = []
  const cases: Array<Quarantine.Case> = []
  const clean: Array<string> = []
  let lost = 0
  let rejected = 0
  for (const group of yield* Material.gather(context, mapper, keys, fresh)) {
    const key = group.key
    const id = identify(model.identity, RemoteKey.toRemoteId(key))
    const [broken] = group.unreadable
    if (broken !== undefined) {
      // Absent and unreadable are two things: the record stays as it was.
      const { issues, data } = broken
      cases.push({ resource: source.resource.name, key, mapper: mapper.name, remoteId: key, issues, data })
      rejected++
      continue
    }
    const outcome = group.members.length === 0 ? null : mapper.run(group, identify)
    if (outcome === null) {
      changes.push({ remoteId: key, id, deleted: true, at: now })
      clean.push(key)
      continue
    }
    if (outcome.issues.length === 0) clean.push(key)
    else {
      cases.push({
        resource: source.resource.name,
        key,
        mapper: mapper.name,
        remoteId: key,
        issues: outcome.issues,
        data: rawOf(group)
      })
    }
    if (outcome._tag === "Mapped") {
      changes.push({ remoteId: key, id, ...render(id, outcome.record) })
      lost += outcome.issues.length
    } else rejected++
  }
  const counts = yield* records.write(connector, model.name, changes, now)
  yield* quarantine.put(connector, context.run, cases)
  yield* quarantine.clear(connector, source.resource.name, mapper.name, clean)
  return Tally.ofModel(model.name, { ...counts, lost, rejected })
})
