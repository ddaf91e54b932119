/** What lists and single records take: pages, times, ids, and what is to be seen. */
import * as Filter from "@crosswalk/core/Filter"
import { Result, Schema } from "effect"
import type { Collection } from "../Collection.ts"
import type { Asked, ByEntry, Expand, GatherRequest, ListRequest, Show, Start } from "../Dialect.ts"
import type { Failure, Fault } from "../Failure.ts"
import type { Entry } from "../Gathering.ts"
import * as Moment from "../Moment.ts"
import type { Parameter } from "../Parameter.ts"
import { readExpand } from "./Expand.ts"

const most = 200
const usual = 50

const one = (description: string, schema: Schema.Top): Parameter => ({ description, schema, form: "one" })
const flag = Schema.Boolean.annotate({ default: false })

const paging = {
  page_size: one(
    `Records in a page, 1 to ${most}.`,
    Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: most })).annotate({ default: usual })
  ),
  cursor: one("The `cursor` of the page before.", Schema.String)
}

const narrowing = {
  ids: { description: "Records with one of these ids.", schema: Schema.String, form: "comma" },
  remote_id: one("Records with this id of the vendor's.", Schema.String),
  modified_after: one(
    "Records whose content changed on our side after it: a date or a date-time, in UTC without a zone.",
    Schema.String
  )
} as const satisfies Readonly<Record<string, Parameter>>

const shown = {
  include_raw_data: one("Whether `raw_data` is filled.", flag),
  include_custom_fields: one("Whether `custom_fields` is filled.", flag)
}

const expand = (names: ReadonlyArray<string>): Parameter =>
  one(
    "Relations to show as the records themselves, separated by commas; of each, in brackets, only some fields: " +
      `\`${names[0] ?? ""}[id,remote_id]\`. There are: ${names.join(", ")}.`,
    Schema.String
  )

/** What is to be seen of a record. */
export const showing = ({ expansions }: Collection): Readonly<Record<string, Parameter>> => {
  const names = Object.keys(expansions)
  return names.length === 0 ? shown : { ...shown, expand: expand(names) }
}

/** What every list takes. */
export const listing = (collection: Collection): Readonly<Record<string, Parameter>> => ({
  ...paging,
  ...narrowing,
  ...showing(collection)
})

/** What a gathered list takes. */
export const gathering: Readonly<Record<string, Parameter>> = { ...paging, ...narrowing, ...shown }

/** The values of a parameter; null when it is not given. */
const valuesOf = (query: URLSearchParams, name: string, form: Parameter["form"]): ReadonlyArray<string> | null => {
  const given = query.getAll(name)
  if (given.length === 0) return null
  return form === "one" ? given.slice(-1) : form === "comma" ? given.flatMap((text) => text.split(",")) : given
}

const flags: Readonly<Record<string, boolean>> = { true: true, "1": true, false: false, "0": false }

/** Reads a query and keeps all that is wrong with it. */
class Reader {
  readonly faults: Array<Fault> = []
  readonly query: URLSearchParams

  constructor(query: URLSearchParams) {
    this.query = query
  }

  wrong(name: string, message: string): null {
    this.faults.push({ in: "query", name, message })
    return null
  }

  one(name: string): string | null {
    return this.query.getAll(name).at(-1) ?? null
  }

  flag(name: string): boolean {
    const value = this.one(name)
    if (value === null) return false
    return flags[value.toLowerCase()] ?? this.wrong(name, "Expected true or false.") ?? false
  }

  limit(): number {
    const value = this.one("page_size")
    if (value === null) return usual
    const size = /^\d{1,9}$/.test(value) ? Number(value) : 0
    return size >= 1 && size <= most ? size : (this.wrong("page_size", `Expected 1 to ${most}.`) ?? usual)
  }

  start(): Start {
    const cursor = this.one("cursor")
    return cursor === null || cursor === "" ? { _tag: "First" } : { _tag: "Cursor", cursor }
  }

  after(): string | null {
    const value = this.one("modified_after")
    return value === null ? null : (Moment.instant(value) ?? this.wrong("modified_after", Moment.expected))
  }

  ids(): ReadonlyArray<string> | null {
    return valuesOf(this.query, "ids", "comma")
  }

  show(collection: Collection, keysOf: KeysOf): Show {
    const text = this.one("expand")
    const read =
      text === null || text === "" ? Result.succeed<ReadonlyArray<Expand>>([]) : readExpand(text, collection, keysOf)
    if (Result.isFailure(read)) this.wrong("expand", read.failure)
    return {
      raw: this.flag("include_raw_data"),
      customFields: this.flag("include_custom_fields"),
      keys: null,
      expand: Result.getOrElse(read, () => [])
    }
  }

  result<A>(value: A): Result.Result<A, Failure> {
    const [first, ...others] = this.faults
    return first === undefined
      ? Result.succeed(value)
      : Result.fail({ _tag: "InvalidRequest", faults: [first, ...others] })
  }
}

/** The keys of a relation's records. */
export type KeysOf = Parameters<typeof readExpand>[2]

interface Narrowed {
  readonly filters: ReadonlyArray<Filter.Filter>
  readonly byEntry: ReadonlyArray<ByEntry>
}

const narrow = (collection: Collection, reader: Reader): Narrowed => {
  const filters: Array<Filter.Filter> = []
  const byEntry: Array<ByEntry> = []
  for (const [name, { filter, form, of }] of Object.entries(collection.filters)) {
    const values = valuesOf(reader.query, name, form)
    if (values === null) continue
    const made = filter(values)
    if (Result.isFailure(made)) reader.wrong(name, made.failure)
    else if (of === undefined) filters.push(made.success)
    else {
      byEntry.push({
        gathering: of,
        ids: values,
        filter: (remoteIds) => Result.getOrElse(filter(remoteIds), () => Filter.any([]))
      })
    }
  }
  return { filters, byEntry }
}

/** What a list is asked for: all parameters must hold. Ids that there are not name nothing. */
export const list = ({ query }: Asked, collection: Collection, keysOf: KeysOf): Result.Result<ListRequest, Failure> => {
  const reader = new Reader(query)
  const { byEntry, filters } = narrow(collection, reader)
  const ids = reader.ids()
  const remoteId = reader.one("remote_id")
  const after = reader.after()
  return reader.result({
    filter: Filter.all([
      ...(ids === null ? [] : [Filter.ids(ids)]),
      ...(remoteId === null ? [] : [Filter.remoteIds([remoteId])]),
      ...(after === null ? [] : [Filter.modifiedAfter(after)]),
      ...filters
    ]),
    byEntry,
    mustExist: [],
    includeDeleted: false,
    limit: reader.limit(),
    start: reader.start(),
    order: null,
    show: reader.show(collection, keysOf)
  })
}

/** What is asked of a single record. Nothing could show that it is gone at the vendor, so then there is none. */
export const item = ({ path, query }: Asked, collection: Collection, keysOf: KeysOf) => {
  const reader = new Reader(query)
  return reader.result({
    filter: Filter.all([Filter.ids([path["id"] ?? ""]), Filter.oneOf(["remote_deleted_at"], [null])]),
    show: reader.show(collection, keysOf)
  })
}

/** What a gathered list is asked for. */
export const gathered = ({ query }: Asked): Result.Result<GatherRequest, Failure> => {
  const reader = new Reader(query)
  const ids = reader.ids()
  const remoteId = reader.one("remote_id")
  const after = reader.after()
  for (const name of Object.keys(shown)) reader.flag(name)
  const keep = (entry: Entry): boolean =>
    (ids === null || ids.includes(entry.id)) &&
    (remoteId === null || entry.facts["remote_id"] === remoteId) &&
    (after === null || entry.modifiedAt > after)
  return reader.result({ keep, mustExist: [], limit: reader.limit(), start: reader.start() })
}
