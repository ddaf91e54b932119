/** Vendors add fields without notice and leave optional ones out: neither may cost a record. */
import type * as Issue from "@crosswalk/core/Issue"
import * as Offline from "@crosswalk/core/Offline"
import { isDeepStrictEqual } from "node:util"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Material from "../internal/Material.ts"
import * as Variations from "../internal/Variations.ts"
import type { Subject } from "../Subject.ts"

const phrases = {
  unknown: "with a field more that nobody documents",
  missing: "without this field, which is optional",
  null: "with this field null"
} as const

/** Of several values that can be the id each one may be missing; a record with none of them is nothing to keep. */
const withoutId = "the record has no id"

/** Records of a resource that are varied at the same place: the others are alike. */
const records = 3

const issuesOf = (issues: ReadonlyArray<Issue.Issue>): string =>
  issues.map(({ path, reason }) => `${path === "" ? "the record" : path}: ${reason}`).join("; ")

const problemsOf = (
  { material, provider }: Subject,
  { resource }: Material.Recorded,
  given: Offline.Raw,
  variation: Variations.Variation
): ReadonlyArray<string> => {
  const { landed, quarantined } = Offline.land(resource, [{ raw: variation.record, parent: given.parent }])
  const lost = quarantined.filter(({ issues }) => !issues.every(({ reason }) => reason === withoutId))
  if (quarantined.length > 0) return lost.map(({ issues }) => issuesOf(issues))
  const store = new Map(material.store).set(resource.name, landed)
  const own = provider.mappers.filter(({ source }) => source.resource === resource)
  return own.flatMap((mapper) => {
    const worked = Material.worked(mapper, store)
    const issues = worked.flatMap(({ outcome }) => outcome.issues)
    if (issues.length > 0) return [`${mapper.name}: ${issuesOf(issues)}`]
    if (variation.kind !== "unknown") return []
    const alone = new Map(material.store).set(resource.name, Offline.land(resource, [given]).landed)
    const outcomes = (all: ReadonlyArray<Material.Worked>) => all.map(({ outcome }) => outcome)
    return isDeepStrictEqual(outcomes(worked), outcomes(Material.worked(mapper, alone)))
      ? []
      : [`${mapper.name} makes something else of it`]
  })
}

/** Whatever the wire schema says may be missing can be missing; whatever it does not know does not matter. */
export const leniency = Check.make(
  "leniency",
  "maps records with more and with less than the recorded ones",
  (subject) =>
    subject.material.recorded.flatMap((recorded) => {
      const tried = new Map<string, number>()
      return recorded.raws.flatMap((given) =>
        Variations.of(given.raw, recorded.resource.wire).flatMap((variation) => {
          const name = `${variation.kind} ${variation.place}`
          const times = tried.get(name) ?? 0
          tried.set(name, times + 1)
          if (times >= records) return []
          return problemsOf(subject, recorded, given, variation).map((problem) =>
            Finding.make(
              `${recorded.resource.name} ${variation.place}`.trim(),
              `a record ${phrases[variation.kind]} is not mapped: ${problem}`
            )
          )
        })
      )
    })
)
