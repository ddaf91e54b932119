/** Which derived records a change of remote records touches. */
import type * as Mapper from "@crosswalk/core/Mapper"
import * as Dirty from "@crosswalk/store/Dirty"
import * as Links from "@crosswalk/store/Links"
import * as Remotes from "@crosswalk/store/Remotes"
import { Effect } from "effect"
import { derive as deriveKeys } from "./Derive.ts"
import type { Context } from "./Derive.ts"
import type { Fresh } from "./Material.ts"
import type { Planned } from "./Plan.ts"
import * as Tally from "./Tally.ts"

/** Keys to derive again, by mapper. Filled by one transaction and emptied at its end. */
export type Touched = Map<Mapper.Mapper, Set<string>>

/** Nothing yet. */
export const make = (): Touched => new Map()

const add = (touched: Touched, mapper: Mapper.Mapper, keys: Iterable<string>): void => {
  const known = touched.get(mapper) ?? new Set()
  for (const key of keys) known.add(key)
  touched.set(mapper, known)
}

/** Adds the groups that some links name. */
export const addLinked = (
  touched: Touched,
  planned: Planned,
  links: ReadonlyArray<{ readonly link: string; readonly target: string }>
): void => {
  for (const mapper of planned.mappers) {
    if (mapper.source.shape !== "one") {
      add(
        touched,
        mapper,
        links.filter(({ link }) => link === mapper.name).map(({ target }) => target)
      )
    }
  }
}

/**
 * What has these links' targets joined by them goes to the durable list, as far as it is there already: much of it may
 * be about to be read.
 */
export const addReferred = Effect.fnUntraced(function* (
  context: Context,
  planned: Planned,
  links: ReadonlyArray<{ readonly link: string; readonly target: string }>
) {
  const dirty = yield* Dirty.Dirty
  const remotes = yield* Remotes.Remotes
  for (const { join, link, mapper } of planned.naming) {
    if (join.kind !== "referring") continue
    const named = links.filter((one) => one.link === link).map(({ target }) => target)
    if (named.length === 0) continue
    const there = yield* remotes.byKeys(context.connector, mapper.source.resource.name, named)
    yield* dirty.add(
      context.connector,
      mapper.name,
      there.map(({ key }) => key)
    )
  }
})

/** Adds what some landed records stand in by themselves or by their stored links. */
export const addStored = Effect.fnUntraced(function* (
  touched: Touched,
  context: Context,
  planned: Planned,
  keys: ReadonlyArray<string>
) {
  for (const mapper of planned.mappers) if (mapper.source.shape === "one") add(touched, mapper, keys)
  const isReferring = planned.naming.some(({ join }) => join.kind === "referring")
  if (!isReferring && planned.mappers.every((mapper) => mapper.source.shape === "one")) return
  const links = yield* (yield* Links.Links).targets(context.connector, planned.resource.name, keys)
  addLinked(touched, planned, links)
  yield* addReferred(context, planned, links)
})

/**
 * What else depends on changed records: children that join them are added; what looks them up may be much more than a
 * page holds, so it goes to the durable list.
 */
export const addDependents = Effect.fnUntraced(function* (
  touched: Touched,
  context: Context,
  planned: Planned,
  changed: ReadonlyArray<string>
) {
  if (changed.length === 0) return
  const dirty = yield* Dirty.Dirty
  const remotes = yield* Remotes.Remotes
  for (const { group, link, mapper, resource } of planned.lookedUpBy) {
    yield* dirty.addSources(context.connector, mapper.name, {
      resource,
      link,
      targets: changed,
      group: group ?? undefined
    })
  }
  for (const name of new Set(planned.joinedBy.map((mapper) => mapper.source.resource.name))) {
    const child = context.plan.byName.get(name)
    if (child === undefined) continue
    const rows = yield* remotes.byParents(context.connector, name, changed)
    yield* addStored(
      touched,
      context,
      child,
      rows.map(({ key }) => key)
    )
  }
})

/** Derives all of it, `fresh` records as they were landed. */
export const derive = Effect.fnUntraced(function* (touched: Touched, context: Context, fresh: Fresh | null = null) {
  let tally = Tally.empty
  for (const [mapper, keys] of touched) tally = Tally.add(tally, yield* deriveKeys(context, mapper, [...keys], fresh))
  return tally
})
