/** The change feed: what was inserted, updated and deleted, in order and without gap. */
import * as Routes from "@crosswalk/api/crosswalk/Routes"
import type { Output } from "@crosswalk/api/Route"
import { type Duration, Effect, Option, Stream } from "effect"
import type { Calls } from "./Calls.ts"
import type { ClientError } from "./ClientError.ts"

/** A page of the feed, with the cursor at which to go on, now or later. */
export type ChangesPage = Output<typeof Routes.changes>

/** One change. */
export type Change = ChangesPage["data"][number]

/** Which changes: the wire's own parameters. */
export interface ChangesQuery {
  /** Only changes of this connector, by its id. */
  readonly connector_id?: string | undefined
  /** `next_cursor` of a page: begins behind it. From the very first change unless told. */
  readonly cursor?: string | undefined
  /** Changes in a page, 1 to 1000. Default 100. */
  readonly page_size?: number | undefined
}

/** How the feed is followed. */
export interface FollowQuery extends ChangesQuery {
  /** How long to wait at the newest change before asking again. Default 5 seconds. */
  readonly interval?: Duration.Input | undefined
}

/** The change feed. */
export interface Changes {
  /** The changes there are, to the newest. */
  readonly list: (query?: ChangesQuery) => Stream.Stream<Change, ClientError>
  /** The same as pages: keep the `next_cursor` of each that was dealt with, and nothing is missed or done twice. */
  readonly pages: (query?: ChangesQuery) => Stream.Stream<ChangesPage, ClientError>
  /** The changes there are and all that come: it never ends by itself. */
  readonly follow: (query?: FollowQuery) => Stream.Stream<Change, ClientError>
  /** The same as pages; there is one without changes whenever there was nothing new. */
  readonly followPages: (query?: FollowQuery) => Stream.Stream<ChangesPage, ClientError>
}

interface Place {
  readonly cursor: string | undefined
  readonly isNewest: boolean
}

/** The change feed over the calls of its route. */
export const make = (call: Calls): Changes => {
  const page = ({ connector_id, page_size }: ChangesQuery, cursor: string | undefined) =>
    call(Routes.changes, {
      query: {
        ...(connector_id === undefined ? {} : { connector_id }),
        ...(cursor === undefined ? {} : { cursor }),
        ...(page_size === undefined ? {} : { page_size: String(page_size) })
      }
    })

  const pages: Changes["pages"] = (query = {}) =>
    Stream.paginate(query.cursor, (cursor: string | undefined) =>
      Effect.map(
        page(query, cursor),
        (found) => [[found], found.has_more ? Option.some(found.next_cursor) : Option.none()] as const
      )
    )

  const followPages: Changes["followPages"] = ({ interval = "5 seconds", ...query } = {}) =>
    Stream.paginate({ cursor: query.cursor, isNewest: false }, ({ cursor, isNewest }: Place) =>
      page(query, cursor).pipe(
        isNewest ? Effect.delay(interval) : (now) => now,
        Effect.map((found) => {
          const next: Place = { cursor: found.next_cursor, isNewest: !found.has_more }
          return [[found], Option.some(next)] as const
        })
      )
    )

  const each = (all: Stream.Stream<ChangesPage, ClientError>) =>
    Stream.flatMap(all, ({ data }) => Stream.fromIterable(data))

  return {
    pages,
    followPages,
    list: (query) => each(pages(query)),
    follow: (query) => each(followPages(query))
  }
}
