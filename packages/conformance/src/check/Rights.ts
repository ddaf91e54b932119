/** A right that is taken away costs what it was for, and nothing else: no deletion, no other model. */
import type { Resource } from "@crosswalk/core/Resource"
import type { Control } from "@crosswalk/sandbox/Control"
import { Effect } from "effect"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Rig from "../internal/Rig.ts"
import type { Subject } from "../Subject.ts"

const records = 8

/** Rights that are tried: two of lists, one of children. More would prove the same again. */
const chosen = (subject: Subject): ReadonlyArray<Resource> => {
  const named = subject.resources.filter(({ permission }) => permission !== null)
  const turn = <A>(all: ReadonlyArray<A>): ReadonlyArray<A> => {
    const from = all.length === 0 ? 0 : subject.seed % all.length
    return [...all.slice(from), ...all.slice(0, from)]
  }
  return [
    ...turn(named.filter(({ parent }) => parent === null)).slice(0, 2),
    ...turn(named.filter(({ parent }) => parent !== null)).slice(0, 1)
  ]
}

/** Takes the right away by whichever name the simulator knows it; null when it knows none. */
const revoke = Effect.fnUntraced(function* (control: Control, { name, permission }: Resource) {
  const declared = permission ?? name
  for (const right of [declared, declared.split(/[:.]/)[0] ?? declared, name]) {
    const isKnown = yield* Effect.match(control.revoke(right), { onSuccess: () => true, onFailure: () => false })
    if (isKnown) return right
  }
  return null
})

const ancestors = ({ parent }: Resource): ReadonlyArray<Resource> =>
  parent === null ? [] : [parent, ...ancestors(parent)]

const problemsOf = Effect.fnUntraced(function* (rig: Rig.Rig, resource: Resource) {
  const { control } = rig.running
  const before = yield* Rig.last
  const right = yield* revoke(control, resource)
  if (right === null) return [`the simulator knows no right by the name of "${resource.permission}"`]
  const problems: Array<string> = []
  const without = yield* Rig.sync(rig, true)
  const state = without.resources[resource.name]
  // Children of a list that could not be read are not asked for: what failed is the list.
  if (![resource, ...ancestors(resource)].some(({ name }) => without.resources[name]?.status === "failed")) {
    problems.push(
      `without the right "${right}" a sync says that it was ${state?.status ?? "not planned"}: it is empty and seems complete`
    )
  }
  if (without.status !== "partial")
    problems.push(`without the right "${right}" a sync calls itself ${without.status}, not partial`)
  const changes = yield* Rig.feed(before)
  const deleted = changes.filter(({ operation }) => operation === "delete")
  if (deleted.length > 0) {
    problems.push(
      `without the right "${right}" ${deleted.length} records were deleted, such as ${deleted[0]?.model} "${deleted[0]?.remoteId}"`
    )
  } else if (changes.length > 0) {
    const fields = changes.flatMap((change) => change.fields ?? []).slice(0, 3)
    problems.push(
      `without the right "${right}" ${changes.length} records changed, such as ${changes[0]?.model} "${changes[0]?.remoteId}" (${fields.join(", ")})`
    )
  }
  yield* control.grant(right)
  const again = yield* Rig.sync(rig, true)
  if (again.status !== "succeeded") problems.push(`with the right "${right}" given back a sync is ${again.status}`)
  return problems
})

/** Some of the provider's rights, taken away one after the other. */
export const rights = Check.driving("rights", "loses nothing with a right that is taken away", (subject) =>
  Effect.gen(function* () {
    if (subject.simulator === null) return []
    const findings: Array<Finding.Finding> = []
    const rig = yield* Rig.start(subject, subject.simulator, { records })
    const first = yield* Rig.sync(rig, true)
    if (first.status !== "succeeded") {
      const failed = Object.entries(first.resources).flatMap(([name, { detail }]) =>
        detail === null ? [] : [`${name}: ${detail}`]
      )
      return [
        Finding.make(subject.provider.id, `a first sync of its simulator is ${first.status}: ${failed.join("; ")}`)
      ]
    }
    for (const resource of chosen(subject)) {
      for (const problem of yield* problemsOf(rig, resource)) findings.push(Finding.make(resource.name, problem))
    }
    return findings
  }).pipe(Effect.provide(Rig.store(subject)), Effect.scoped)
)
