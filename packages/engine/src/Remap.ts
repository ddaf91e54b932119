/**
 * Derives a connector's records anew, from what was landed and without a vendor call, for every mapper that is not what
 * it was when they were derived.
 *
 * All that is known of the work stands in the database. Each step is one transaction that looks there for what comes next
 * and notes how far it came, so work that was cut off anywhere goes on, and its memory is that of one step. What a
 * mapper makes of the records then reaches them and the feed as after any other change.
 */
import type * as Mapper from "@crosswalk/core/Mapper"
import { Dirty } from "@crosswalk/store/Dirty"
import { Due } from "@crosswalk/store/Due"
import type { Links } from "@crosswalk/store/Links"
import * as MapperVersions from "@crosswalk/store/MapperVersions"
import * as Remotes from "@crosswalk/store/Remotes"
import type { StoreError } from "@crosswalk/store/StoreError"
import { Effect, Option, Schema } from "effect"
import * as Commit from "./Commit.ts"
import type { Context } from "./Derive.ts"
import { drain } from "./Drain.ts"
import * as Known from "./Known.ts"
import type { Landing } from "./Landing.ts"
import * as MapperVersion from "./MapperVersion.ts"
import * as Plan from "./Plan.ts"
import { relink } from "./Relink.ts"
import type * as Tally from "./Tally.ts"

/** How far the work for one mapper has come. */
const Cursor = Schema.fromJsonString(
  Schema.Union([
    /** More is read of the vendor's records now than was kept of them: they are read again first. */
    Schema.Struct({ step: Schema.Literal("waiting") }),
    /** The links of landed records are made anew, up to a record of a resource; null before the first resource. */
    Schema.Struct({ step: Schema.Literal("links"), resource: Schema.NullOr(Schema.String), after: Schema.String }),
    /** Records are put on the list of what is to be derived, up to one of them. */
    Schema.Struct({ step: Schema.Literal("records"), after: Schema.String })
  ])
)

type Cursor = typeof Cursor.Type

const encode = Schema.encodeSync(Cursor)
const decode = Schema.decodeUnknownOption(Cursor)

/** Records whose links are made anew in one step. */
const linkedAtOnce = 200

/** Records that are put on the list in one step. */
const listedAtOnce = 10_000

/** What to derive anew. */
export interface Options {
  readonly landing: Landing
  /** Mappers to look at. Default: all of the plan. */
  readonly mappers?: ReadonlyArray<Mapper.Mapper>
  /** Resources that were read again to their end since more is read of their records. Default: none. */
  readonly isReadAgain?: (resource: string) => boolean
}

/** A mapper of the plan, its version now, and where the connector stands with it. */
interface Standing {
  readonly mapper: Mapper.Mapper
  readonly declared: MapperVersion.MapperVersion
  readonly stored: MapperVersions.MapperVersion | null
  /** Null unless it is being derived anew with this very version. */
  readonly cursor: Cursor | null
}

const standings = Effect.fnUntraced(function* ({ connector, plan }: Pick<Context, "connector" | "plan">) {
  const stored = yield* (yield* MapperVersions.MapperVersions).list(connector)
  const byName = new Map(stored.map((one) => [one.mapper, one]))
  const all = plan.mappers.map((mapper): Standing => {
    const declared = MapperVersion.of(plan.provider, mapper)
    const known = byName.get(mapper.name) ?? null
    const isAtWork = known?.state === "deriving" && known.version === declared.version
    const cursor = isAtWork ? Option.getOrElse(decode(known.cursor), () => start(plan, mapper)) : null
    return { mapper, declared, stored: known, cursor }
  })
  return { all, stored }
})

const start = (plan: Plan.Plan, mapper: Mapper.Mapper): Cursor =>
  Plan.linkedFor(plan, mapper).length === 0
    ? { step: "records", after: "" }
    : { step: "links", resource: null, after: "" }

const isOutdated = ({ declared, stored }: Standing): boolean => stored?.version !== declared.version

/** Whether landed records lack what the mapper reads now: then a full run has to bring it. */
const lacks = ({ declared, stored }: Standing, landing: Landing): boolean =>
  landing === "read" && stored !== null && MapperVersion.readsOf(stored.version) !== declared.reads

const put = Effect.fnUntraced(function* (context: Context, standing: Standing, cursor: Cursor | null) {
  yield* (yield* MapperVersions.MapperVersions).put(context.connector, {
    mapper: standing.mapper.name,
    version: standing.declared.version,
    state: cursor === null ? "current" : "deriving",
    cursor: cursor === null ? null : encode(cursor)
  })
})

/** Lists the children of all landed parents as due, of resources that no mapper needed until now. */
const addChildren = Effect.fnUntraced(function* (context: Context, mapper: Mapper.Mapper, known: ReadonlySet<string>) {
  const due = yield* Due
  for (const resource of Plan.resourcesOf(mapper)) {
    for (let child = resource; child.parent !== null && !known.has(child.name); child = child.parent) {
      yield* due.addAll(context.connector, child.name, context.run, child.parent.name)
    }
  }
})

/** Begins the work for mappers that differ, and forgets those that nobody asked for any more. */
const begin = Effect.fnUntraced(function* (
  context: Context,
  outdated: ReadonlyArray<Standing>,
  strangers: ReadonlyArray<MapperVersions.MapperVersion>,
  known: ReadonlySet<string> | null,
  landing: Landing
) {
  const versions = yield* MapperVersions.MapperVersions
  const dirty = yield* Dirty
  for (const { mapper } of strangers) {
    yield* dirty.clear(context.connector, mapper)
    yield* versions.remove(context.connector, mapper)
  }
  for (const one of outdated) {
    yield* put(context, one, lacks(one, landing) ? { step: "waiting" } : start(context.plan, one.mapper))
    if (one.stored === null && known !== null) yield* addChildren(context, one.mapper, known)
  }
})

/** Takes the mappers whose links are made anew one step further, all together. */
const link = Effect.fnUntraced(function* (context: Context, linking: ReadonlyArray<Standing>) {
  const resources = context.plan.resources.filter((planned) =>
    linking.some(({ mapper }) => Plan.linkedFor(context.plan, mapper).includes(planned))
  )
  const cursors = linking.map(({ cursor }) => (cursor?.step === "links" ? cursor : null))
  const [first] = cursors
  // A mapper that came later begins at the beginning, and the others with it.
  const isCommon = cursors.every((one) => one?.resource === first?.resource && one?.after === first?.after)
  const at = isCommon ? resources.findIndex(({ resource }) => resource.name === first?.resource) : -1
  const mappers = linking.map(({ mapper }) => mapper)
  let after = at === -1 ? "" : (first?.after ?? "")
  for (const planned of resources.slice(Math.max(0, at))) {
    const resource = planned.resource.name
    const rows = yield* (yield* Remotes.Remotes).after(context.connector, resource, after, linkedAtOnce)
    yield* relink(context, planned, mappers, rows)
    const last = rows.length < linkedAtOnce ? undefined : rows.at(-1)
    if (last !== undefined) {
      for (const one of linking) yield* put(context, one, { step: "links", resource, after: last.key })
      return
    }
    after = ""
  }
  for (const one of linking) {
    // The groups are on the list already.
    yield* put(context, one, one.mapper.source.shape === "one" ? { step: "records", after: "" } : null)
  }
})

/** What a step did. `put off`: it found mappers that wait until everything was read again. */
type Step = "done" | "more" | "put off"

/** One step of the work. To be run in a transaction. */
const step = Effect.fnUntraced(function* (
  context: Context,
  options: Options
): Effect.fn.Return<Step, StoreError, Dirty | Due | Links | MapperVersions.MapperVersions | Remotes.Remotes> {
  const { all, stored } = yield* standings(context)
  const chosen = options.mappers === undefined ? all : all.filter(({ mapper }) => options.mappers?.includes(mapper))
  const strangers = stored.filter(({ mapper }) => all.every((one) => one.mapper.name !== mapper))
  const outdated = chosen.filter(isOutdated)
  if (outdated.length + strangers.length > 0) {
    const settled = all.filter((one) => one.stored !== null)
    const known = new Set(settled.flatMap(({ mapper }) => Plan.resourcesOf(mapper).map(({ name }) => name)))
    // Of a connector of which nothing is noted nothing was landed, or an older engine did it and missed no child.
    yield* begin(context, outdated, strangers, stored.length === 0 ? null : known, options.landing)
    return outdated.some((one) => lacks(one, options.landing)) ? "put off" : "more"
  }
  const linking = chosen.filter(({ cursor }) => cursor?.step === "links")
  if (linking.length > 0) {
    yield* link(context, linking)
    return "more"
  }
  let hasWorked = false
  for (const one of chosen) {
    if (one.cursor?.step === "waiting") {
      if (!Plan.resourcesOf(one.mapper).every(({ name }) => options.isReadAgain?.(name) === true)) continue
      yield* put(context, one, start(context.plan, one.mapper))
    } else if (one.cursor?.step === "records") {
      const resource = one.mapper.source.resource.name
      const from = { resource, after: one.cursor.after, limit: listedAtOnce }
      const last = yield* (yield* Dirty).addRecords(context.connector, one.mapper.name, from)
      yield* put(context, one, last === null ? null : { step: "records", after: last })
      if (last !== null) return "more"
    } else continue
    hasWorked = true
  }
  return hasWorked ? "more" : "done"
})

/** Whether a look says that there is nothing to do: nearly always, and then nothing is written. */
const isSettled = Effect.fnUntraced(function* (context: Context, { mappers }: Options) {
  const { all, stored } = yield* standings(context)
  const chosen = mappers === undefined ? all : all.filter(({ mapper }) => mappers.includes(mapper))
  return (
    stored.every(({ mapper }) => all.some((one) => one.mapper.name === mapper)) &&
    chosen.every((one) => !isOutdated(one) && one.cursor === null)
  )
})

/**
 * Puts on the work list whatever is to be derived anew, for {@link derive} or the end of a sync. Does nothing when every
 * mapper is what it was. Answers whether some mapper turns out to read more than was kept of the vendor's records: it
 * waits until everything was read again, which the caller had best do now.
 */
export const prepare = Effect.fn("Remap.prepare")(function* <F>(
  commit: Commit.Commit<F>,
  context: Context,
  options: Options
) {
  if (yield* isSettled(context, options)) return false
  let isPutOff = false
  for (;;) {
    const did = yield* commit(step(context, options))
    if (did === "done") return isPutOff
    isPutOff ||= did === "put off"
  }
})

/**
 * Derives what waits on the work list, of mappers all of whose resources were read: what a look-up does not find in a list
 * that is still to be read says nothing. Tells what changed.
 */
export const derive = Effect.fn("Remap.derive")(function* <F>(commit: Commit.Commit<F>, context: Context) {
  const { plan } = context
  const mappers = plan.mappers.filter((mapper) => Plan.resourcesOf(mapper).every(({ name }) => context.isKnown(name)))
  return yield* drain(commit, { ...context, plan: { ...plan, mappers } })
})

/** Has some mappers derived anew although nothing tells their versions apart. */
const restart = Effect.fn("Remap.restart")(function* (context: Context, mappers: ReadonlyArray<Mapper.Mapper>) {
  const { all } = yield* standings(context)
  for (const one of all) {
    if (one.stored !== null && mappers.includes(one.mapper)) yield* put(context, one, start(context.plan, one.mapper))
  }
})

/**
 * Has derived anew what looked into a list that nobody had read to its end before, and so could not say what is not there.
 * To be run in the transaction that notes that it was read. On a first sync there is nothing: such lists are read first.
 */
export const learn = Effect.fn("Remap.learn")(function* (context: Context, resource: string) {
  const remotes = yield* Remotes.Remotes
  const { all } = yield* standings(context)
  for (const one of all) {
    const { joins, resource: own } = one.mapper.source
    const looks = own.name !== resource && Object.values(joins).some((join) => join.resource.name === resource)
    if (!looks || one.stored === null || one.cursor?.step === "waiting") continue
    const [first] = yield* remotes.after(context.connector, own.name, "", 1)
    if (first !== undefined) yield* put(context, one, start(context.plan, one.mapper))
  }
})

/** What deriving anew by hand did. */
export interface Remapped {
  readonly connector: string
  /** Mappers that were looked at, by name. */
  readonly mappers: ReadonlyArray<string>
  /** Those that wait until everything was read again, since they read more than was kept. */
  readonly waiting: ReadonlyArray<string>
  readonly tally: Tally.Tally
}

/**
 * Derives a stored connector's records anew, beside a sync that may be at work. `models` names those to look at, null for
 * all in scope; `force` also derives what the versions do not tell apart. Cut off, it goes on when it is called again, or
 * with the next sync.
 */
export const run = Effect.fn("Remap.run")(function* (
  id: string,
  chosen: { readonly models: ReadonlyArray<string> | null; readonly force: boolean }
) {
  const { context, landing } = yield* Known.context(id, "remap")
  const commit = yield* Commit.beside(id)
  const mappers = context.plan.mappers.filter(({ model }) => chosen.models?.includes(model.name) ?? true)
  if (chosen.force) yield* commit(restart(context, mappers))
  yield* prepare(commit, context, { landing, mappers })
  const tally = yield* derive(commit, context)
  const { all } = yield* standings(context)
  return {
    connector: id,
    mappers: mappers.map(({ name }) => name),
    waiting: all.flatMap(({ cursor, mapper }) => (cursor?.step === "waiting" ? [mapper.name] : [])),
    tally
  } satisfies Remapped
})
