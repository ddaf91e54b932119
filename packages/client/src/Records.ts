/** The records of one list, a page after the other. */
import * as Answer from "@crosswalk/api/crosswalk/Answer"
import { dialect } from "@crosswalk/api/crosswalk/Dialect"
import * as Parameters from "@crosswalk/api/crosswalk/Parameters"
import type { Collection } from "@crosswalk/api/Collection"
import { Effect, Option, Stream } from "effect"
import type { ClientError } from "./ClientError.ts"
import type { Exchange } from "./Exchange.ts"
import * as Shown from "./Shown.ts"

/** A page of a list. */
export interface Page<A> {
  readonly data: ReadonlyArray<A>
  /** The `cursor` of the next page; null at the end. */
  readonly next_cursor: string | null
}

/** One list. */
export interface Records<Name extends Shown.Listed> {
  /** All records that a query meets, page after page; a page is asked for when the one before was consumed. */
  readonly list: <const Q extends Shown.ListQuery<Name>>(
    query: Shown.Exact<Q, Shown.ListQuery<Name>>
  ) => Stream.Stream<Shown.Shown<Name, Q>, ClientError>
  /** The same as pages, each with the cursor at which a later query can go on. */
  readonly pages: <const Q extends Shown.ListQuery<Name>>(
    query: Shown.Exact<Q, Shown.ListQuery<Name>>
  ) => Stream.Stream<Page<Shown.Shown<Name, Q>>, ClientError>
  /** The record of an id of ours, also when it is gone at the vendor. Fails with `NotFound` when there is none. */
  readonly get: <const Q extends Shown.ItemQuery<Name>>(
    id: string,
    query: Shown.Exact<Q, Shown.ItemQuery<Name>>
  ) => Effect.Effect<Shown.Shown<Name, Q>, ClientError>
}

const tokenOf = (connector: Shown.ConnectorToken): string =>
  typeof connector === "string" ? connector : connector.token

/** The parameters of a query as they stand in an address, lists in the form that each parameter has. */
const queryOf = (query: object): ReadonlyArray<readonly [string, string]> => {
  const given = new Map<string, unknown>(Object.entries(query))
  return Object.entries({ ...Parameters.list, ...Parameters.item }).flatMap(
    ([name, { form }]): ReadonlyArray<readonly [string, string]> => {
      const value = given.get(name)
      if (value === undefined) return []
      if (!Array.isArray(value)) return [[name, String(value)]]
      return form === "repeated" ? value.map((one) => [name, String(one)] as const) : [[name, value.join(",")]]
    }
  )
}

/** The list of a collection. */
export const make = <Name extends Shown.Listed>(exchange: Exchange, collection: Collection): Records<Name> => {
  const [{ model }] = collection.projections
  const path = dialect.listPath(collection)
  const call = { method: "GET", body: null } as const

  const pages: Records<Name>["pages"] = <const Q extends Shown.ListQuery<Name>>(
    query: Shown.Exact<Q, Shown.ListQuery<Name>>
  ) => {
    const success = Answer.list(Shown.schema<Name, Q>(model, query))
    return Stream.paginate(query.cursor, (cursor: string | undefined) =>
      Effect.map(
        exchange({ ...call, path, query: queryOf({ ...query, cursor }), connector: tokenOf(query.connector), success }),
        (page) => [[page], Option.fromNullOr(page.next_cursor)] as const
      )
    )
  }

  return {
    pages,
    list: (query) => Stream.flatMap(pages(query), ({ data }) => Stream.fromIterable(data)),
    get: <const Q extends Shown.ItemQuery<Name>>(id: string, query: Shown.Exact<Q, Shown.ItemQuery<Name>>) =>
      exchange({
        ...call,
        path: `${path}/${encodeURIComponent(id)}`,
        query: queryOf(query),
        connector: tokenOf(query.connector),
        success: Shown.schema<Name, Q>(model, query)
      })
  }
}
