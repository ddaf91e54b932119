/**
 * How far a sync has come and how long it may still take, from what it tells of its steps.
 *
 * Estimated are the requests that are still to be made: the pages left of a list whose length is known, at as many records
 * a page as so far, and one request for each parent whose children are to be read. The length of a list is what the vendor
 * says, else, when all of it is read, what the last full run found. Pages and children are each taken to go on at
 * the rate of this run so far, but never above the limit that the vendor declares. Lists of unknown length are left out,
 * and named.
 */
import * as Provider from "@crosswalk/core/Provider"
import type { Progress } from "./Progress.ts"

/** How far one list has come. */
export interface Read {
  readonly pages: number
  readonly records: number
  /** Records of the whole list; null when nobody knows. */
  readonly expected: number | null
  /** Parents whose children have still to be read; null where that does not apply. */
  readonly waiting: number | null
}

/** What is known of a sync at work. */
export interface Estimate {
  /** The list that is being read. */
  readonly resource: string
  /** Remote records that were read. */
  readonly records: number
  /** Records read a second, since the sync began. */
  readonly perSecond: number
  /** By list, those alone that were begun. */
  readonly lists: ReadonlyMap<string, Read>
  /** Seconds to the end; null while nothing is known of it. */
  readonly remainingSeconds: number | null
  /** Lists that are still to be read, or to be read to their end, and of unknown length. */
  readonly unknown: ReadonlyArray<string>
}

/** Follows one sync. */
export interface Follower {
  /** Takes a step into account; `now` is in milliseconds. */
  readonly step: (progress: Progress, now: number) => Estimate
}

/** A list that a sync reads. */
export interface List {
  readonly name: string
  readonly parent: string | null
  /** Records of it that a run is to read, as far as that is known before it begins; null when it is not. */
  readonly expected: number | null
}

/** The lists that a sync of some models reads, in order, of no length that is known. */
export const listsOf = (provider: Provider.Provider, scopes: ReadonlyArray<string> | null): ReadonlyArray<List> =>
  Provider.resourcesFor(provider.mappers.filter((mapper) => scopes === null || scopes.includes(mapper.model.name))).map(
    ({ name, parent }) => ({ name, parent: parent === null ? null : parent.name, expected: null })
  )

/** Counts requests of one kind and tells how many there are a second, from `since` or else from the first one on. */
const meter = (most: number, since: number | null) => {
  let done = 0
  return {
    count: (now: number): void => {
      since ??= now
      done++
    },
    /** Requests a second; as many as are allowed while there was none, or less than a second of them. */
    rate: (now: number): number => {
      const seconds = since === null ? 0 : (now - since) / 1000
      return done > 0 && seconds >= 1 ? Math.min(most, done / seconds) : most
    }
  }
}

const none: Read = { pages: 0, records: 0, expected: null, waiting: null }

/** Follows a sync that begins at `start` (milliseconds). `limit` is null for a vendor without one. */
export const make = (lists: ReadonlyArray<List>, limit: Provider.RateLimit | null, start: number): Follower => {
  const read = new Map<string, Read>()
  const most = limit === null ? Number.POSITIVE_INFINITY : limit.limit / limit.windowSeconds
  const pages = meter(most, start)
  const children = meter(most, null)
  let records = 0

  const lengthOf = ({ expected, name }: List): number | null => read.get(name)?.expected ?? expected

  /** Records a page, over all that was read. */
  const perPage = (): number => {
    let all = 0
    for (const one of read.values()) all += one.pages
    return all === 0 ? 1 : Math.max(1, records / all)
  }

  /** Pages of a list that has no parent and was not read to its end. */
  const pagesOf = (list: List): number => {
    const { pages, records } = read.get(list.name) ?? none
    const left = Math.max(0, (lengthOf(list) ?? 0) - records)
    return list.parent === null ? Math.ceil(left / (pages === 0 ? perPage() : Math.max(1, records / pages))) : 0
  }

  /** Records of a list, to its end as far as that is known: each is a parent of the lists below. */
  const parentsIn = (name: string, open: ReadonlyArray<List>): number => {
    const list = open.find((one) => one.name === name)
    return Math.max(read.get(name)?.records ?? 0, list === undefined ? 0 : (lengthOf(list) ?? 0))
  }

  return {
    step: ({ expected, resource, step, ...progress }, now) => {
      const place = lists.findIndex(({ name }) => name === resource)
      const before = read.get(resource) ?? { ...none, expected: lists[place]?.expected ?? null }
      records += progress.records
      read.set(resource, {
        pages: before.pages + (step === "deletions" ? 0 : 1),
        records: before.records + progress.records,
        expected: expected ?? before.expected,
        waiting: progress.waiting
      })
      if (step === "page") pages.count(now)
      if (step === "children") children.count(now)

      const open = lists.slice(Math.max(0, place))
      const duePages = open.reduce((sum, list) => sum + pagesOf(list), 0)
      const dueChildren = open
        .slice(1)
        .reduce((sum, { parent }) => sum + (parent === null ? 0 : parentsIn(parent, open)), progress.waiting ?? 0)
      const seconds = (due: number, rate: number): number => (due === 0 ? 0 : due / rate)
      const remaining = seconds(duePages, pages.rate(now)) + seconds(dueChildren, children.rate(now))
      return {
        resource,
        records,
        perSecond: now > start ? (records * 1000) / (now - start) : 0,
        lists: read,
        remainingSeconds: remaining > 0 ? remaining : null,
        unknown: open.flatMap((list) => (list.parent === null && lengthOf(list) === null ? [list.name] : []))
      }
    }
  }
}
