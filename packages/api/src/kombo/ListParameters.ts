/** What every list takes: pages, times, ids. */
import * as Filter from "@crosswalk/core/Filter"
import * as Id from "@crosswalk/core/Id"
import { Result, Schema } from "effect"
import type { Collection, Narrowing } from "../Collection.ts"
import type { Asked, ByEntry, Expected, GatherRequest, ListRequest, Start, Supplied } from "../Dialect.ts"
import type { Failure, Fault } from "../Failure.ts"
import type { Entry, Gathering } from "../Gathering.ts"
import type { Parameter } from "../Parameter.ts"
import { uuids } from "./Filters.ts"
import * as Moment from "../Moment.ts"
import { canBeMet } from "../Supply.ts"

const most = 250
const usual = 100
const idLength = 24

const flag = Schema.Literals(["true", "false"])

/** Parameters of every list. */
export const parameters = {
  cursor: { description: "The `next` of the page before.", schema: Schema.String, form: "one" },
  page_size: {
    description: `Records in a page, 1 to ${most}; ${usual} unless told.`,
    schema: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: most })),
    form: "one"
  },
  updated_after: {
    description:
      "Records that changed after it, or what is nested in them did. A date or a date-time, in UTC without a zone.",
    schema: Schema.String,
    form: "one"
  },
  include_deleted: { description: "Whether deleted records are listed, too.", schema: flag, form: "one" },
  ignore_unsupported_filters: {
    description: "Whether a filter on what the tool cannot supply is passed over; else nothing meets it.",
    schema: flag,
    form: "one"
  },
  ids: { description: "Records with one of these ids, all of which must exist.", schema: Schema.String, form: "comma" },
  remote_ids: { description: "Records with one of these ids of the vendor's.", schema: Schema.String, form: "comma" }
} as const satisfies Readonly<Record<string, Parameter>>

/** The values of a parameter; null when it is not given. */
const valuesOf = (query: URLSearchParams, name: string, form: Parameter["form"]): ReadonlyArray<string> | null => {
  const given = query.getAll(name)
  if (given.length === 0) return null
  return form === "one" ? given.slice(-1) : form === "comma" ? given.flatMap((text) => text.split(",")) : given
}

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
    return valuesOf(this.query, name, "one")?.[0] ?? null
  }

  flag(name: string): boolean {
    const value = this.one(name)
    if (value !== null && value !== "true" && value !== "false") this.wrong(name, "Expected true or false.")
    return value === "true"
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
    const value = this.one("updated_after")
    return value === null ? null : (Moment.instant(value) ?? this.wrong("updated_after", Moment.expected))
  }

  /** Ids of 24 characters; null when none were given. */
  ids(): ReadonlyArray<string> | null {
    const ids = valuesOf(this.query, "ids", "comma")
    if (ids?.some((id) => id.length !== idLength) === true)
      this.wrong("ids", `Each id has ${idLength} characters; they are separated by commas.`)
    return ids
  }

  remoteIds(): ReadonlyArray<string> | null {
    return valuesOf(this.query, "remote_ids", "comma")
  }

  result<A>(value: A): Result.Result<A, Failure> {
    const [first, ...others] = this.faults
    return first === undefined
      ? Result.succeed(value)
      : Result.fail({ _tag: "InvalidRequest", faults: [first, ...others] })
  }
}

/** An id that has the length of one and cannot be one is nobody's. */
const unknown = (ids: ReadonlyArray<string> | null): Failure | null => {
  const strange = ids?.find((id) => Id.fromShort(id) === null)
  return strange === undefined ? null : { _tag: "NotFound", what: `record ${strange}` }
}

interface Narrowed {
  readonly filters: ReadonlyArray<Filter.Filter>
  readonly byEntry: ReadonlyArray<ByEntry>
}

const narrow = (collection: Collection, supplied: Supplied, reader: Reader): Narrowed => {
  const filters: Array<Filter.Filter> = []
  const byEntry: Array<ByEntry> = []
  const ignores = reader.flag("ignore_unsupported_filters")
  for (const [name, narrowing] of Object.entries(collection.filters)) {
    const values = valuesOf(reader.query, name, narrowing.form)
    if (values === null) continue
    const made = narrowing.filter(values)
    if (Result.isFailure(made)) reader.wrong(name, made.failure)
    else if (!canBeMet(made.success, supplied)) filters.push(...(ignores ? [] : [Filter.any([])]))
    else if (narrowing.of === undefined) filters.push(made.success)
    else byEntry.push(ofEntries(narrowing, narrowing.of, values))
  }
  return { filters, byEntry }
}

const ofEntries = (narrowing: Narrowing, gathering: Gathering, values: ReadonlyArray<string>): ByEntry => ({
  gathering,
  ids: uuids(values),
  filter: (remoteIds) => Result.getOrElse(narrowing.filter(remoteIds), () => Filter.any([]))
})

/** What a list is asked for: different parameters must all hold, one of the values of each. */
export const list = (
  { path, query }: Asked,
  collection: Collection,
  supplied: Supplied
): Result.Result<ListRequest, Failure> => {
  const { isPaged, modifiedThrough, only, parent } = collection
  const reader = new Reader(isPaged ? query : new URLSearchParams())
  const { byEntry, filters } = narrow(collection, supplied, reader)
  const ids = reader.ids()
  const remoteIds = reader.remoteIds()
  const after = reader.after()
  const request = {
    byEntry,
    includeDeleted: reader.flag("include_deleted"),
    limit: isPaged ? reader.limit() : null,
    start: reader.start(),
    order: null,
    show: { raw: false, customFields: true, keys: null, expand: [] }
  }
  const parentId = parent === null ? null : (path[parent.parameter] ?? "")
  const strange = unknown(parentId === null ? ids : [parentId])
  return Result.flatMap(reader.result(request), (request) => {
    if (strange !== null) return Result.fail(strange)
    const below = uuids(parentId === null ? [] : [parentId])
    const expected: ReadonlyArray<Expected> = [
      ...(ids === null ? [] : [{ model: null, ids: uuids(ids) }]),
      ...(parent === null ? [] : [{ model: parent.model, ids: below }])
    ]
    return Result.succeed({
      ...request,
      mustExist: expected,
      filter: Filter.all([
        ...(only === null ? [] : [only]),
        ...(parent === null ? [] : below.map(parent.filter)),
        ...(ids === null ? [] : [Filter.ids(uuids(ids))]),
        ...(remoteIds === null ? [] : [Filter.remoteIds(remoteIds)]),
        ...(after === null ? [] : [Filter.modifiedAfter(after, { through: modifiedThrough })]),
        ...filters
      ])
    })
  })
}

/** What a gathered list is asked for. */
export const gathered = ({ query }: Asked, gathering: Gathering): Result.Result<GatherRequest, Failure> => {
  const reader = new Reader(query)
  const ids = reader.ids()
  const remoteIds = reader.remoteIds()
  const after = reader.after()
  reader.flag("include_deleted")
  reader.flag("ignore_unsupported_filters")
  const own = Object.entries(gathering.parameters).flatMap(([name, { fact, form, schema }]) => {
    const values = valuesOf(query, name, form)
    if (values === null) return []
    const strange = values.find((value) => !Schema.is(schema)(value))
    if (strange !== undefined) reader.wrong(name, `${JSON.stringify(strange)} is not taken here.`)
    return [{ fact, values }]
  })
  const keep = (entry: Entry): boolean =>
    (ids === null || uuids(ids).includes(entry.id)) &&
    (remoteIds === null || (entry.remoteId !== null && remoteIds.includes(entry.remoteId))) &&
    (after === null || entry.modifiedAt > after) &&
    own.every(({ fact, values }) => values.some((value) => entry.facts[fact] === value))
  const request = { keep, mustExist: uuids(ids ?? []), limit: reader.limit(), start: reader.start() }
  const strange = unknown(ids)
  return Result.flatMap(reader.result(request), (request) =>
    strange === null ? Result.succeed(request) : Result.fail(strange)
  )
}
