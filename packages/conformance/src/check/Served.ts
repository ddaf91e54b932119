/** The simulator serves every list: behind a 404 that counts as empty, a wrong path would look like a list of nothing. */
import type { Resource } from "@crosswalk/core/Resource"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { Effect } from "effect"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Rig from "../internal/Rig.ts"

const records = 30

/** The list's first page, with nothing taken for empty. */
const asked = Effect.fnUntraced(function* (rig: Rig.Rig, resource: Resource) {
  const client = yield* VendorClient.make(rig.connection(), Rig.patient)
  return yield* Effect.match(
    client.page({ ...resource, emptyOn404: false }, { request: null, parent: null, query: {} }),
    { onSuccess: () => null, onFailure: ({ message }) => message }
  )
}, Effect.scoped)

/** A first sync reads every resource, and what it finds empty is there to be asked for. */
export const served = Check.driving("served", "finds every list in its simulator", (subject) =>
  Effect.gen(function* () {
    if (subject.simulator === null) return []
    const findings: Array<Finding.Finding> = []
    const rig = yield* Rig.start(subject, subject.simulator, { records })
    const { resources } = yield* Rig.sync(rig, true)
    for (const resource of subject.resources) {
      const { name, parent } = resource
      const read = resources[name]
      if (read !== undefined && read.status !== "read") {
        findings.push(Finding.make(name, `it is ${read.status}: ${read.detail ?? "without a reason"}`))
      } else if (parent === null && (read?.records ?? 0) === 0) {
        const problem = yield* asked(rig, resource)
        if (problem !== null) findings.push(Finding.make(name, `the simulator does not serve it: ${problem}`))
      }
    }
    return findings
  }).pipe(Effect.provide(Rig.store(subject)), Effect.scoped)
)
