/** The incremental filter means updated: an old record that was edited shows up, and what was not edited does not. */
import type { Resource } from "@crosswalk/core/Resource"
import * as Since from "@crosswalk/core/Since"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { Effect } from "effect"
import { isDeepStrictEqual } from "node:util"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Rig from "../internal/Rig.ts"
import * as Work from "../internal/Work.ts"

const records = 40

/** Edits a few old records without changing more than the time of their last change. */
const touch = Effect.fnUntraced(function* ({ running }: Rig.Rig, resource: Resource, ids: ReadonlyArray<string>) {
  for (const id of ids) {
    for (const kind of Work.kindsOf(resource.name)) {
      // The simulator need not know this kind; then its own changes have to do.
      yield* Effect.ignore(running.control.edit({ kind, id, fields: {} }))
    }
  }
})

const problemsOf = Effect.fnUntraced(function* (rig: Rig.Rig, resource: Resource, since: Since.Since) {
  const before = yield* Rig.list(rig, resource)
  yield* touch(rig, resource, [...before.records.keys()].slice(0, 3))
  yield* Work.work(rig.running.control, records)
  const after = yield* Rig.list(rig, resource)
  const shown = yield* Rig.list(rig, resource, Since.query({ ...since, overlapMinutes: 0 }, before.vendorTime))
  const old = [...after.records.keys()].filter((id) => before.records.has(id))
  const isChanged = (id: string) => !isDeepStrictEqual(before.records.get(id), after.records.get(id))
  const edited = old.filter(isChanged)
  const missed = edited.filter((id) => !shown.records.has(id))
  const idle = old.filter((id) => !isChanged(id))
  const needless = idle.filter((id) => shown.records.has(id))
  return [
    ...(missed.length > 0
      ? [
          `${missed.length} of ${edited.length} edited records are not in the list narrowed by "${since.param}", such as "${missed[0]}": the filter is to mean updated, not created`
        ]
      : []),
    ...(needless.length >= 5 && needless.length === idle.length
      ? [`the parameter "${since.param}" narrows nothing: ${needless.length} records that nobody touched are listed`]
      : [])
  ]
})

/** Every resource with an incremental filter. */
export const increments = Check.driving("increments", "finds every edit by its incremental filters", (subject) =>
  Effect.gen(function* () {
    const findings: Array<Finding.Finding> = []
    for (const resource of subject.resources) {
      const { name, since } = resource
      if (since === null) continue
      if (/creat/i.test(since.param)) findings.push(Finding.make(name, `the filter "${since.param}" means created`))
      if (subject.simulator === null || resource.parent !== null) continue
      const rig = yield* Rig.start(subject, subject.simulator, { records })
      for (const problem of yield* problemsOf(rig, resource, since)) findings.push(Finding.make(name, problem))
    }
    return findings
  }).pipe(Effect.scoped, Effect.provide(VendorClient.layerHttp))
)
