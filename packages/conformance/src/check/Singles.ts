/** A record that is read by itself is the one that the list shows: audits compare the two. */
import * as CheckIn from "@crosswalk/core/CheckIn"
import * as Keep from "@crosswalk/core/Keep"
import * as RemoteKey from "@crosswalk/core/RemoteKey"
import type { Resource } from "@crosswalk/core/Resource"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { Effect, Predicate } from "effect"
import { isDeepStrictEqual } from "node:util"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Rig from "../internal/Rig.ts"

const records = 20
const looked = 3

/** What is missing is null. */
const present = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(present)
  if (!Predicate.isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => (entry === null ? [] : [[key, present(entry)]]))
  )
}

const problemsOf = Effect.fnUntraced(function* (client: VendorClient.VendorClient, resource: Resource) {
  const checkIn = CheckIn.make(resource)
  const read = Keep.read(resource)
  const { items } = yield* client.page(resource, { request: null, parent: null, query: {} })
  const problems: Array<string> = []
  for (const item of items.slice(0, looked)) {
    const listed = checkIn(item, null)
    if (listed._tag === "Rejected") continue
    const id = RemoteKey.toRemoteId(listed.key)
    const answer = yield* client.single(resource, id)
    const found = answer.items.find((one) => {
      const checked = checkIn(one, null)
      return checked._tag === "Accepted" && checked.key === listed.key
    })
    if (found === undefined) problems.push(`"${id}" is listed, and is not in the answer when it is read by itself`)
    else if (!isDeepStrictEqual(present(read(found)), present(read(item)))) {
      problems.push(`"${id}" has another form when it is read by itself than in the list`)
    }
  }
  return problems
})

/** Every resource of which a record can be read by itself. */
export const singles = Check.driving("singles", "reads a record by itself as the list shows it", (subject) =>
  Effect.gen(function* () {
    const findings: Array<Finding.Finding> = []
    if (subject.simulator === null) return findings
    const rig = yield* Rig.start(subject, subject.simulator, { records })
    const client = yield* VendorClient.make(rig.connection(), Rig.patient)
    for (const resource of subject.resources) {
      if (resource.single === null) continue
      if (resource.parent !== null) {
        findings.push(Finding.make(resource.name, "it is listed for a parent, which the reading of one record lacks"))
        continue
      }
      const problems = yield* Effect.catchTag(problemsOf(client, resource), "ProviderError", ({ message }) =>
        Effect.succeed([message])
      )
      for (const problem of problems) findings.push(Finding.make(resource.name, problem))
    }
    return findings
  }).pipe(Effect.scoped, Effect.provide(VendorClient.layerHttp))
)
