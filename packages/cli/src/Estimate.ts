/**
 * How far a sync has come and how long it may still take, from what it tells of its steps.
 */
import * as Provider from "@crosswalk/core/Provider"
import type { Progress } from "@crosswalk/engine/Progress"

/** What is known of a sync at work. */
export interface Estimate {
  /** Remote records that were read. */
  readonly records: number
  /** The resource that is being read; null before the first. */
  readonly resource: string | null
  /** Parents whose children have still to be read; null where that does not apply. */
  readonly waiting: number | null
  /** Records read a second, since the sync began. */
  readonly perSecond: number
  /** Seconds to the end; null while nothing is known of it. */
  readonly remainingSeconds: number | null
}

/** Follows one sync. */
export interface Follower {
  /** Takes a step into account; `now` is in milliseconds. */
  readonly step: (progress: Progress, now: number) => Estimate
}

interface List {
  readonly name: string
  readonly parent: string | null
}

/** The lists that a sync of some models reads, in order. */
export const listsOf = (provider: Provider.Provider, scopes: ReadonlyArray<string> | null): ReadonlyArray<List> =>
  Provider.resourcesFor(provider.mappers.filter((mapper) => scopes === null || scopes.includes(mapper.model.name))).map(
    ({ name, parent }) => ({ name, parent: parent === null ? null : parent.name })
  )

/**
 * Follows a sync that begins at `start` (milliseconds). The end is estimated from the children that are still to be
 * read, one request for each parent, at the rate they were read at lately but never above the vendor's limit.
 */
export const make = (lists: ReadonlyArray<List>, limit: Provider.RateLimit | null, start: number): Follower => {
  const counts = new Map<string, number>()
  const most = limit === null ? Number.POSITIVE_INFINITY : limit.limit / limit.windowSeconds
  let records = 0
  let children = 0
  let childrenSince: number | null = null
  return {
    step: (progress, now) => {
      const { resource, step, waiting } = progress
      records += progress.records
      counts.set(resource, (counts.get(resource) ?? 0) + progress.records)
      if (step === "children") {
        childrenSince ??= now
        children++
      }
      const later = lists.slice(lists.findIndex(({ name }) => name === resource) + 1)
      const due = later.reduce(
        (sum, { parent }) => sum + (parent === null ? 0 : (counts.get(parent) ?? 0)),
        waiting ?? 0
      )
      const seconds = childrenSince === null ? 0 : (now - childrenSince) / 1000
      // Before the first children were read the vendor's limit is all that is known.
      const rate = seconds >= 1 ? Math.min(most, children / seconds) : most
      return {
        records,
        resource,
        waiting,
        perSecond: now > start ? (records * 1000) / (now - start) : 0,
        remainingSeconds: due === 0 || !Number.isFinite(rate) ? null : due / rate
      }
    }
  }
}
