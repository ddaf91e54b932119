/**
 * The invariants of a sync, against the provider's simulator at its worst: its people work while it is read, answers
 * fail in every way, its clock is wrong, and the process that syncs dies. When that stops, the store equals the source.
 */
import * as Faults from "@crosswalk/sandbox/Faults"
import type { Entry } from "@crosswalk/store/Feed"
import { Cause, Clock, Effect, Exit, Schedule } from "effect"
import { isDeepStrictEqual } from "node:util"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Cut from "../internal/Cut.ts"
import * as Random from "../internal/Random.ts"
import * as Rig from "../internal/Rig.ts"
import * as Work from "../internal/Work.ts"
import type { Subject } from "../Subject.ts"

const records = 12
const rounds = 2

const faults: Faults.Spec = {
  "rate-limit": 0.02,
  "internal-error": 0.01,
  unavailable: 0.02,
  html: 0.01,
  cut: 0.01,
  truncated: 0.01,
  reset: 0.01,
  "lost-answer": 0.01,
  "repeat-page": 0.02,
  "expired-cursor": 0.01,
  "unknown-fields": 0.03
}

/** How wrong the vendor's clock is: it runs ahead by up to an hour. */
const skew = (random: Random.Random): number => random.integer(0, 3_600_000)

const describe = (value: unknown): string => JSON.stringify(value)?.slice(0, 120) ?? "nothing"

/** How the contents of a store differ from those of a fresh one. */
const differences = (held: Rig.Contents, fresh: Rig.Contents): ReadonlyArray<Finding.Finding> =>
  Object.entries(fresh).flatMap(([model, wanted]) => {
    const found = held[model] ?? {}
    const missing = Object.keys(wanted).filter((id) => found[id] === undefined)
    const needless = Object.keys(found).filter((id) => wanted[id] === undefined)
    const other = Object.entries(wanted).filter(([id, record]) => found[id] !== undefined && !isDeepStrictEqual(found[id], record))
    const [id, record] = other[0] ?? []
    const field = Object.keys(record ?? {}).find((name) => !isDeepStrictEqual(record?.[name], found[id ?? ""]?.[name]))
    return [
      ...(missing.length > 0 ? [`${missing.length} records are missing, such as "${missing[0]}"`] : []),
      ...(needless.length > 0 ? [`${needless.length} records are kept that are gone, such as "${needless[0]}"`] : []),
      ...(id !== undefined && field !== undefined
        ? [
            `${other.length} records differ from the source, such as "${id}" in ${field}: ${describe(found[id]?.[field])} instead of ${describe(record?.[field])}`
          ]
        : [])
    ].map((problem) => Finding.make(model, problem))
  })

/** What the feed tells that cannot have been, and where it ends up elsewhere than the store. */
const feedProblems = (entries: ReadonlyArray<Entry>, held: Rig.Contents): ReadonlyArray<Finding.Finding> => {
  const alive = new Map<string, Set<string>>()
  const findings: Array<Finding.Finding> = []
  for (const { model, operation, remoteId } of entries) {
    const ids = alive.get(model) ?? new Set<string>()
    alive.set(model, ids)
    if (ids.has(remoteId) === (operation === "insert")) {
      findings.push(Finding.make(model, `the feed tells of the ${operation} of "${remoteId}", which ${ids.has(remoteId) ? "is there already" : "is not there"}`))
    }
    if (operation === "delete") ids.delete(remoteId)
    else ids.add(remoteId)
  }
  for (const [model, records] of Object.entries(held)) {
    const told = alive.get(model) ?? new Set<string>()
    const wrong = [...Object.keys(records).filter((id) => !told.has(id)), ...[...told].filter((id) => records[id] === undefined)]
    if (wrong.length > 0) findings.push(Finding.make(model, `the feed and the store disagree about ${wrong.length} records, such as "${wrong[0]}"`))
  }
  return findings
}

/** A sync among faults, with people at work; it may be cut off or fail, but for no reason of its own. */
const hostile = Effect.fnUntraced(function* (rig: Rig.Rig, random: Random.Random, cut: Cut.Cut) {
  const { control } = rig.running
  yield* control.setFaults(faults)
  cut.count = 0
  cut.at = random.integer(1, 60)
  cut.when = random.next() < 0.5 ? "before" : "after"
  if (random.next() < 0.5) yield* Work.expireTokens(control)
  const people = Effect.repeat(Work.work(control, 1), Schedule.spaced("15 millis"))
  const exit = yield* Effect.exit(Effect.raceFirst(Rig.sync(rig, false), Effect.andThen(people, Effect.never)))
  cut.at = Number.POSITIVE_INFINITY
  yield* control.clearFaults
  if (Exit.isSuccess(exit) || Cause.pretty(exit.cause).includes(Cut.message)) return []
  return [Finding.make("sync", `it fails among faults: ${Cause.pretty(exit.cause)}`)]
})

/** A sync of a source that rests. */
const quiet = Effect.fnUntraced(function* (rig: Rig.Rig, full: boolean) {
  const summary = yield* Rig.sync(rig, full)
  return Object.entries(summary.resources).flatMap(([name, { detail, status }]) =>
    status === "read" ? [] : [Finding.make(name, `it was not read although nothing is wrong any more: ${detail ?? status}`)]
  )
})

const round = Effect.fnUntraced(function* (subject: Subject, rig: Rig.Rig, random: Random.Random, cut: Cut.Cut) {
  const findings = [...(yield* hostile(rig, random, cut))]
  yield* Work.work(rig.running.control, random.integer(1, 6))
  findings.push(...(yield* quiet(rig, false)))
  findings.push(...(yield* quiet(rig, true)))
  const held = yield* Rig.stored(subject)
  const fresh = yield* Effect.andThen(Rig.sync(rig, true), Rig.stored(subject)).pipe(Effect.provide(Rig.store(subject), { local: true }))
  findings.push(...differences(held, fresh), ...feedProblems(yield* Rig.feed(0), held))
  const before = yield* Rig.last
  findings.push(...(yield* quiet(rig, false)))
  const [again] = yield* Rig.feed(before)
  if (again !== undefined) {
    findings.push(
      Finding.make(
        again.model,
        `a second sync of an unchanged source tells of the ${again.operation} of "${again.remoteId}" (${again.fields?.join(", ") ?? "all fields"})`
      )
    )
  }
  return findings
})

/** Convergence, durability, a feed without gaps, idempotence. */
export const convergence = Check.driving("convergence", "converges on its simulator, whatever goes wrong meanwhile", (subject) =>
  Effect.gen(function* () {
    const { simulator } = subject
    if (simulator === null) return []
    const random = Random.make(subject.seed)
    const cut = Cut.never()
    const epoch = (yield* Clock.currentTimeMillis) + skew(random)
    const rig = yield* Rig.start(subject, simulator, { records, epoch })
    return yield* Effect.gen(function* () {
      for (let nth = 0; nth < rounds; nth++) {
        const findings = yield* round(subject, rig, random, cut)
        if (findings.length > 0) return findings
      }
      return []
    }).pipe(Effect.provide(Rig.store(subject, cut)))
  }).pipe(Effect.scoped)
)
