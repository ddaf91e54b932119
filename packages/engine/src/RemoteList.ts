/** A resource's records as a stream, each once, children through their parents: what a pull reads. */
import * as CheckIn from "@crosswalk/core/CheckIn"
import type { Issue } from "@crosswalk/core/Issue"
import type { Query } from "@crosswalk/core/Page"
import type { ProviderError } from "@crosswalk/core/ProviderError"
import type * as Resource from "@crosswalk/core/Resource"
import type * as Source from "@crosswalk/core/Source"
import { Effect, Stream } from "effect"
import type { VendorClient } from "./VendorClient.ts"

/** A record as read: checked, beside the vendor's own form of it. */
export interface Read extends Source.Landed {
  readonly raw: unknown
  /** The checked record that it is listed for; null without a parent. */
  readonly listedFor: unknown
  /** What was lost on the way in. */
  readonly issues: ReadonlyArray<Issue>
}

/** A record that cannot be told apart or read at all. */
export interface Unreadable {
  readonly raw: unknown
  readonly issues: ReadonlyArray<Issue>
}

/** A page of records. */
export interface Batch {
  readonly read: ReadonlyArray<Read>
  readonly unreadable: ReadonlyArray<Unreadable>
}

const parentsInFlight = 8
const restarts = 3

/** One list; it is begun again when its cursor expires, and what was seen before is left out. */
const pages = (
  client: VendorClient,
  resource: Resource.Resource,
  parent: Read | null,
  query: Query
): Stream.Stream<Batch, ProviderError> => {
  const checkIn = CheckIn.make(resource)
  const seen = new Set<string>()
  const key = parent?.key ?? null
  const once = client
    .pages(resource, {
      request: null,
      parent: key,
      query
    })
    .pipe(
      Stream.map(({ items }): Batch => {
        const read: Array<Read> = []
        const unreadable: Array<Unreadable> = []
        for (const raw of items) {
          const checked = checkIn(raw, key)
          if (checked._tag === "Rejected") unreadable.push({ raw, issues: checked.issues })
          else if (!seen.has(checked.key)) {
            seen.add(checked.key)
            if (resource.deletedAt(checked.record) !== null) continue
            const { issues, record } = checked
            read.push({ key: checked.key, parent: key, record, raw, listedFor: parent?.record ?? null, issues })
          }
        }
        return { read, unreadable }
      })
    )
  const again = (left: number): typeof once =>
    Stream.catchReason(once, "ProviderError", "CursorExpired", (_, error) =>
      left === 0 ? Stream.fail(error) : again(left - 1)
    )
  return again(restarts)
}

/** All children of one parent; none when the parent itself is gone. */
const children = (client: VendorClient, resource: Resource.Resource, parent: Read) =>
  Stream.runFold(
    pages(client, resource, parent, {}),
    (): Batch => ({ read: [], unreadable: [] }),
    (sum, page) => ({ read: [...sum.read, ...page.read], unreadable: [...sum.unreadable, ...page.unreadable] })
  ).pipe(Effect.catchReason("ProviderError", "NotFound", () => Effect.succeed<Batch>({ read: [], unreadable: [] })))

/** The records of a resource; `query` narrows the list that has no parent, be it this one or an ancestor's. */
export const records = (
  client: VendorClient,
  resource: Resource.Resource,
  query: Query
): Stream.Stream<Batch, ProviderError> =>
  resource.parent === null
    ? pages(client, resource, null, query)
    : records(client, resource.parent, query).pipe(
        Stream.flatMap(({ read }) => Stream.fromIterable(read)),
        Stream.mapEffect((parent) => children(client, resource, parent), { concurrency: parentsInFlight })
      )

/** The resource at the head of a line of parents: the one whose list can be narrowed. */
export const root = (resource: Resource.Resource): Resource.Resource =>
  resource.parent === null ? resource : root(resource.parent)
