/**
 * The invariants of a sync, against the provider's simulator at its worst: its people work while it is read, answers
 * fail in every way, its clock is wrong, and the process that syncs dies. When that stops, the store equals the source.
 */
import type * as Faults from "@crosswalk/sandbox/Faults"
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

const rounds = 2

/** What is synced: few records with all that hangs on them, or lists of many pages. */
interface Extent {
  readonly records: number
  /** Models in scope; null for all. */
  readonly scopes: ReadonlyArray<string> | null
}

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
    const other = Object.entries(wanted).filter(
      ([id, record]) => found[id] !== undefined && !isDeepStrictEqual(found[id], record)
    )
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
const feedProblems = (
  { provider }: Subject,
  entries: ReadonlyArray<Entry>,
  held: Rig.Contents
): ReadonlyArray<Finding.Finding> => {
  const alive = new Map<string, Set<string>>()
  const deleted = new Set<string>()
  const comeAndGo = new Set<string>(
    provider.mappers.flatMap(({ model, source }) => (source.shape === "one" ? [] : [model.name]))
  )
  const findings: Array<Finding.Finding> = []
  for (const { model, operation, remoteId } of entries) {
    const ids = alive.get(model) ?? new Set<string>()
    alive.set(model, ids)
    if (ids.has(remoteId) === (operation === "insert")) {
      findings.push(
        Finding.make(
          model,
          `the feed tells of the ${operation} of "${remoteId}", which ${ids.has(remoteId) ? "is there already" : "is not there"}`
        )
      )
    }
    if (operation === "insert" && deleted.has(`${model} ${remoteId}`) && !comeAndGo.has(model)) {
      findings.push(Finding.make(model, `"${remoteId}" was taken for deleted although it existed all the time`))
    }
    if (operation === "delete") {
      ids.delete(remoteId)
      deleted.add(`${model} ${remoteId}`)
    } else ids.add(remoteId)
  }
  for (const [model, records] of Object.entries(held)) {
    const told = alive.get(model) ?? new Set<string>()
    const wrong = [
      ...Object.keys(records).filter((id) => !told.has(id)),
      ...[...told].filter((id) => records[id] === undefined)
    ]
    if (wrong.length > 0)
      findings.push(
        Finding.make(model, `the feed and the store disagree about ${wrong.length} records, such as "${wrong[0]}"`)
      )
  }
  return findings
}

/** A sync among faults, with people at work; it may be cut off or fail, but for no reason of its own. */
const hostile = Effect.fnUntraced(function* (rig: Rig.Rig, random: Random.Random, cut: Cut.Cut, { scopes }: Extent) {
  const { control } = rig.running
  yield* control.setFaults(faults)
  cut.count = 0
  cut.at = random.integer(1, 60)
  cut.when = random.next() < 0.5 ? "before" : "after"
  if (random.next() < 0.5) yield* Work.expireTokens(control)
  const people = Effect.repeat(Work.work(control, 1), Schedule.spaced("15 millis"))
  const exit = yield* Effect.exit(Effect.raceFirst(Rig.sync(rig, false, scopes), Effect.andThen(people, Effect.never)))
  cut.at = Number.POSITIVE_INFINITY
  yield* control.clearFaults
  if (Exit.isSuccess(exit) || Cause.pretty(exit.cause).includes(Cut.message)) return []
  return [Finding.make("sync", `it fails among faults: ${Cause.pretty(exit.cause)}`)]
})

/** A sync of a source that rests. */
const quiet = Effect.fnUntraced(function* (rig: Rig.Rig, full: boolean, { scopes }: Extent) {
  const summary = yield* Rig.sync(rig, full, scopes)
  return Object.entries(summary.resources).flatMap(([name, { detail, status }]) =>
    status === "read"
      ? []
      : [Finding.make(name, `it was not read although nothing is wrong any more: ${detail ?? status}`)]
  )
})

const round = Effect.fnUntraced(function* (
  subject: Subject,
  rig: Rig.Rig,
  random: Random.Random,
  cut: Cut.Cut,
  extent: Extent
) {
  const findings = [...(yield* hostile(rig, random, cut, extent))]
  yield* Work.work(rig.running.control, random.integer(1, 6))
  findings.push(...(yield* quiet(rig, false, extent)))
  findings.push(...(yield* quiet(rig, true, extent)))
  const held = yield* Rig.stored(subject)
  const fresh = yield* Effect.andThen(Rig.sync(rig, true, extent.scopes), Rig.stored(subject)).pipe(
    Effect.provide(Rig.store(subject), { local: true })
  )
  findings.push(...differences(held, fresh), ...feedProblems(subject, yield* Rig.feed(0), held))
  const before = yield* Rig.last
  findings.push(...(yield* quiet(rig, false, extent)))
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

/** Models that are made of lists alone: many of their records take few requests. */
const listed = ({ provider }: Subject): ReadonlyArray<string> => {
  const below = new Set(
    provider.mappers.flatMap(({ model, source }) => (source.resource.parent === null ? [] : [model.name]))
  )
  return [...new Set(provider.mappers.map(({ model }) => model.name))].filter((name) => !below.has(name))
}

const converge = Effect.fnUntraced(function* (subject: Subject, extent: Extent) {
  const { simulator } = subject
  if (simulator === null || extent.scopes?.length === 0) return []
  const random = Random.make(subject.seed)
  const cut = Cut.never()
  const epoch = (yield* Clock.currentTimeMillis) + skew(random)
  const rig = yield* Rig.start(subject, simulator, { records: extent.records, epoch })
  return yield* Effect.gen(function* () {
    for (let nth = 0; nth < rounds; nth++) {
      const findings = yield* round(subject, rig, random, cut, extent)
      if (findings.length > 0) return findings
    }
    return []
  }).pipe(Effect.provide(Rig.store(subject, cut)))
}, Effect.scoped)

/** Convergence, durability, a feed without gaps, idempotence: for few records and all that hangs on them. */
export const convergence = Check.driving(
  "convergence",
  "converges on its simulator, whatever goes wrong meanwhile",
  (subject) => converge(subject, { records: 12, scopes: null })
)

/** The same for lists of several pages, whose records move from page to page while they are read. */
export const walks = Check.driving("walks", "loses no record that moves while its list is read", (subject) =>
  converge(subject, { records: 230, scopes: listed(subject) })
)
