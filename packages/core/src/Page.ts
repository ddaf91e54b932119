/**
 * How a vendor hands out a list: paging as a declaration.
 *
 * A strategy is two pure functions: the request of the first page, and what one answer holds and asks for next. The
 * next request is plain JSON, so that a checkpoint can keep it.
 */
import { Predicate } from "effect"
import { linksOf } from "./internal/linkHeader.ts"
import * as Wire from "./Wire.ts"

/** Query parameters; a list repeats its parameter. */
export type Query = Readonly<Record<string, string | ReadonlyArray<string>>>

/**
 * What distinguishes one page's request from the list's own. `replaces` means the query stands alone, without the
 * list's other parameters, because the vendor refuses them beside its cursor.
 */
export interface PageRequest {
  /** Parameters of this page. */
  readonly query: Query
  /** Default false: the list's own parameters are sent as well. */
  readonly replaces?: boolean
  /** Which of the list's parts the page is of, from 0; see {@link parts}. */
  readonly part?: number
}

/** The part of a vendor's answer that paging looks at. */
export interface Answer {
  /** The parsed JSON. */
  readonly body: unknown
  /** By their names in lower case; of a repeated header, the values joined by commas. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The request that was answered. */
  readonly request: PageRequest
}

/** One page as read. */
export interface Read {
  /** Its records, unchecked. */
  readonly items: ReadonlyArray<unknown>
  /** The next page's request; null at the end of the list. */
  readonly next: PageRequest | null
  /** Number of records in the whole list, when the vendor promises one. */
  readonly total: number | null
}

/** An answer that is no page of this list: why, in words. Never taken for an empty page. */
export interface Unreadable {
  /** The reason. It names places in the answer, never what stands there. */
  readonly unreadable: string
}

/** A paging strategy. */
export interface Page {
  readonly strategy: "cursor" | "offset" | "numbered" | "link" | "single"
  /** The first page's request. */
  readonly first: PageRequest
  /** Reads one answer. Whether pages come twice or in a circle is for the walk to see. */
  readonly read: (answer: Answer) => Read | Unreadable
}

/**
 * Where in an answer something stands: a dotted path, or `""` for the answer itself. Of several, the first that fits
 * is taken: vendors wrap the same list differently from endpoint to endpoint.
 */
export type Path = string | ReadonlyArray<string>

/** The value at a dotted path of own keys of objects; undefined when there is none. */
export const at = (body: unknown, path: string): unknown => {
  let value = body
  if (path === "") return value
  for (const key of path.split(".")) {
    if (!Predicate.isObject(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}

const itemsAt = (body: unknown, path: Path): ReadonlyArray<unknown> | undefined => {
  for (const candidate of typeof path === "string" ? [path] : path) {
    const found = at(body, candidate)
    if (Array.isArray(found)) return found
  }
  return undefined
}

const quoted = (path: Path): string =>
  [path]
    .flat()
    .map((one) => (one === "" ? "its top" : `"${one}"`))
    .join(" or ")

const noList = (path: Path): Unreadable => ({ unreadable: `the answer has no list at ${quoted(path)}` })

const integerAt = (body: unknown, path: string | undefined): number | null => {
  const found = path === undefined ? undefined : at(body, path)
  const value = typeof found === "string" || typeof found === "number" ? Wire.integer(found) : null
  return value !== null && value >= 0 ? value : null
}

const isText = (value: unknown): value is string | number =>
  (typeof value === "string" && value !== "") || typeof value === "number"

const isTrue = (value: unknown): boolean => value === true || value === "true"

const isFalse = (value: unknown): boolean => value === false || value === "false"

/** How vendors say that there is no further page. */
const isNone = (value: unknown): boolean => value === undefined || value === null || value === "" || value === false

/**
 * The size parameter and its value, e.g. `["limit", 100]`: records per page, and no more than the vendor grants, because
 * a shorter page may be taken for the last one.
 */
export type Size = readonly [param: string, value: number]

const sized = (size: Size | undefined): Query => (size === undefined ? {} : { [size[0]]: String(size[1]) })

/**
 * A token in each answer names the next page.
 *
 * `more`, where the vendor sends it, tells whether there is a next page: false ends the list even beside a token; true
 * without a token is a broken answer; missing means what the token says.
 */
export const cursor = (options: {
  readonly items: Path
  /** Path of the next page's token: text or a number. */
  readonly token: string
  /** Query parameter that takes the token. */
  readonly param: string
  /** Path of the flag, where the vendor has one. */
  readonly more?: string
  readonly size?: Size
}): Page => {
  const first = { query: sized(options.size) }
  return {
    strategy: "cursor",
    first,
    read: ({ body, request }) => {
      const items = itemsAt(body, options.items)
      if (items === undefined) return noList(options.items)
      const token = at(body, options.token)
      const more = options.more === undefined ? undefined : at(body, options.more)
      if (isTrue(more) && !isText(token)) {
        return {
          unreadable: `the answer promises another page at "${options.more}" but has no token at "${options.token}"`
        }
      }
      if (isFalse(more) || isNone(token)) return { items, next: null, total: null }
      if (!isText(token))
        return { unreadable: `the answer has no text at "${options.token}", where its token should be` }
      const next = String(token)
      return request.query[options.param] === next
        ? { unreadable: "the list does not advance: the answer names its own page as the next" }
        : { items, next: { query: { ...first.query, [options.param]: next } }, total: null }
    }
  }
}

/**
 * The request counts records: `offset` and `limit`. The list ends at `total` records where the vendor tells it, or with
 * an empty page before that; else with a page shorter than asked for.
 */
export const offset = (options: {
  readonly items: Path
  /** Query parameter that takes the number of records to pass over. */
  readonly param: string
  readonly size: Size
  /** Path of the number of records in the whole list. */
  readonly total?: string
}): Page => {
  const query = (start: number) => ({ query: { ...sized(options.size), [options.param]: String(start) } })
  return {
    strategy: "offset",
    first: query(0),
    read: ({ body, request }) => {
      const items = itemsAt(body, options.items)
      if (items === undefined) return noList(options.items)
      const total = integerAt(body, options.total)
      const reached = Number(request.query[options.param] ?? 0) + items.length
      const more = total === null ? items.length >= options.size[1] : reached < total && items.length > 0
      return { items, next: more ? query(reached) : null, total }
    }
  }
}

/**
 * The request counts pages. The list ends at the last page by `pages`, or `total` records, where the vendor tells
 * either; else with a page shorter than asked for.
 */
export const numbered = (options: {
  readonly items: Path
  /** Query parameter that takes the page's number. */
  readonly param: string
  readonly size: Size
  /** Number of the first page. Default 1. */
  readonly from?: number
  /** Path of the number of pages. */
  readonly pages?: string
  /** Path of the number of records in the whole list. */
  readonly total?: string
  /** A length at which the vendor may cut pages whatever is asked for: one of that length is not taken for the last. */
  readonly cut?: number
}): Page => {
  const from = options.from ?? 1
  const query = (page: number) => ({ query: { ...sized(options.size), [options.param]: String(page) } })
  return {
    strategy: "numbered",
    first: query(from),
    read: ({ body, request }) => {
      const items = itemsAt(body, options.items)
      if (items === undefined) return noList(options.items)
      const page = Number(request.query[options.param] ?? from)
      const pages = integerAt(body, options.pages)
      const total = integerAt(body, options.total)
      const walked = page - from + 1
      const more =
        pages !== null
          ? walked < pages
          : total !== null
            ? walked * options.size[1] < total
            : items.length >= options.size[1] || items.length === options.cut
      return { items, next: more ? query(page + 1) : null, total }
    }
  }
}

/**
 * A `Link` header with `rel="next"` names the next page (RFC 8288); the list ends with an answer that has none. Only its
 * query is taken: the host and the path stay those that were asked.
 */
export const link = (options: { readonly items: Path; readonly size?: Size }): Page => ({
  strategy: "link",
  first: { query: sized(options.size) },
  read: ({ body, headers, request }) => {
    const items = itemsAt(body, options.items)
    if (items === undefined) return noList(options.items)
    const header = headers["link"] ?? ""
    const links = linksOf(header)
    if (links.length === 0 && header.trim() !== "") return { unreadable: "the Link header holds no link" }
    const target = links.find(({ relations }) => relations.includes("next"))?.target
    if (target === undefined) return { items, next: null, total: null }
    if (!URL.canParse(target, "https://vendor.invalid")) return { unreadable: "the Link header names no address" }
    const query = queryOf(new URL(target, "https://vendor.invalid").searchParams)
    return JSON.stringify(query) === JSON.stringify(request.query)
      ? { unreadable: "the list does not advance: the Link header names its own page as the next" }
      : { items, next: { query, replaces: true }, total: null }
  }
})

/**
 * A list that no single query shows whole, such as one that shows either what is active or what is not: each query's
 * pages follow those of the one before.
 */
export const parts = (page: Page, queries: ReadonlyArray<Query>): Page => {
  // A request that stands alone says by its cursor which part it is of.
  const within = (request: PageRequest, part: number): PageRequest => ({
    ...request,
    query: request.replaces === true ? request.query : { ...request.query, ...queries[part] },
    part
  })
  const open = (part: number): PageRequest => within(page.first, part)
  return {
    strategy: page.strategy,
    first: open(0),
    read: (answer) => {
      const part = answer.request.part ?? 0
      const read = page.read(answer)
      if ("unreadable" in read) return read
      const next = read.next !== null ? within(read.next, part) : part + 1 < queries.length ? open(part + 1) : null
      // A promised number is that of one part.
      return { items: read.items, next, total: null }
    }
  }
}

const queryOf = (params: URLSearchParams): Query =>
  Object.fromEntries(
    Array.from(new Set(params.keys()), (key) => {
      const values = params.getAll(key)
      return [key, values.length === 1 ? values.join() : values]
    })
  )

/** The whole list in one answer. */
export const single = (options: { readonly items: Path }): Page => ({
  strategy: "single",
  first: { query: {} },
  read: ({ body }) => {
    const items = itemsAt(body, options.items)
    return items === undefined ? noList(options.items) : { items, next: null, total: null }
  }
})

/**
 * One object in place of a list: the record itself. Where a vendor sends errors as objects with status 200, the record's
 * id tells it from them.
 */
export const object = (options: { readonly at: Path }): Page => ({
  strategy: "single",
  first: { query: {} },
  read: ({ body }) => {
    for (const path of [options.at].flat()) {
      const found = at(body, path)
      if (Predicate.isObject(found)) return { items: [found], next: null, total: null }
    }
    return { unreadable: `the answer has no object at ${quoted(options.at)}` }
  }
})
