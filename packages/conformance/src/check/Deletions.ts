/** What proves a deletion is true: a record that exists is found, one that is gone is not, and deletions are listed. */
import * as Page from "@crosswalk/core/Page"
import type { Resource } from "@crosswalk/core/Resource"
import * as Since from "@crosswalk/core/Since"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { Effect } from "effect"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Rig from "../internal/Rig.ts"
import * as Work from "../internal/Work.ts"

const records = 20
const looked = 3

/** Deletes a record; whether the simulator can. */
const removed = Effect.fnUntraced(function* ({ running }: Rig.Rig, resource: Resource, id: string) {
  for (const kind of Work.kindsOf(resource.name)) {
    const isRemoved = yield* Effect.match(running.control.remove({ kind, id }), {
      onSuccess: () => true,
      onFailure: () => false
    })
    if (isRemoved) return true
  }
  return false
})

const problemsOf = Effect.fnUntraced(function* (rig: Rig.Rig, resource: Resource) {
  const client = yield* VendorClient.make(rig.connection(), Rig.patient)
  const { records: found, vendorTime } = yield* Rig.list(rig, resource)
  const { absence, deletions } = resource
  const ids = [...found.keys()]
  const problems: Array<string> = []
  if (typeof absence !== "string") {
    for (const id of ids.slice(0, looked)) {
      if (!(yield* client.exists(resource, id))) {
        problems.push(`"${id}" is listed, and yet ${absence.confirm} says that it does not exist: it would be deleted`)
      }
    }
  }
  const gone = ids.at(-1)
  if (problems.length > 0 || gone === undefined || !(yield* removed(rig, resource, gone))) return problems
  const still = yield* Rig.list(rig, resource)
  if (still.records.has(gone)) return problems
  if (typeof absence !== "string" && (yield* client.exists(resource, gone))) {
    problems.push(`"${gone}" was deleted, and yet ${absence.confirm} says that it exists`)
  }
  if (deletions !== null) {
    const query = Since.query({ ...deletions.since, overlapMinutes: 0 }, vendorTime)
    const page = yield* client.deletions(resource, { request: null, query })
    if (!page.items.some((item) => String(Page.at(item, deletions.id)) === gone)) {
      problems.push(`"${gone}" was deleted and is not in the list of deletions`)
    }
  }
  return problems
}, Effect.scoped)

/** Every resource without a parent, whose absences and deletions are believed. */
export const deletions = Check.driving("deletions", "takes nothing for deleted that exists", (subject) =>
  Effect.gen(function* () {
    const findings: Array<Finding.Finding> = []
    if (subject.simulator === null) return findings
    const rig = yield* Rig.start(subject, subject.simulator, { records })
    for (const resource of subject.resources) {
      if (resource.parent !== null || (typeof resource.absence === "string" && resource.deletions === null)) continue
      for (const problem of yield* problemsOf(rig, resource)) findings.push(Finding.make(resource.name, problem))
    }
    return findings
  }).pipe(Effect.scoped, Effect.provide(VendorClient.layerHttp))
)
