/** What every list takes: pages, order, times, a text to look for, which keys to show. */
import * as Filter from "@crosswalk/core/Filter"
import type { ModelName } from "@crosswalk/core/ModelName"
import { Result, Schema, SchemaAST } from "effect"
import type { Collection } from "../Collection.ts"
import type { Asked, ListRequest, Show, Supplied } from "../Dialect.ts"
import type { Failure, Fault } from "../Failure.ts"
import type { Parameter } from "../Parameter.ts"
import { canBeMet } from "../Supply.ts"
import * as Instant from "./Instant.ts"
import * as Search from "./Search.ts"

const most = 100
const sorts = ["name", "updated_at", "created_at"] as const
const orders = ["asc", "desc"] as const

const fields: Parameter = {
  description: "Keys to show, each given once; `raw` adds the vendor's own record. All but `raw` unless told.",
  schema: Schema.String,
  form: "repeated"
}

/** Parameters of single records. */
export const itemParameters: Readonly<Record<string, Parameter>> = { fields }

/** Parameters of every list. */
export const parameters: Readonly<Record<string, Parameter>> = {
  limit: {
    description: `Records in a page, 1 to ${most}; ${most} unless told. A page with fewer is the last.`,
    schema: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: most })),
    form: "one"
  },
  offset: {
    description: "How many records come before the page.",
    schema: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
    form: "one"
  },
  updated_gte: {
    description:
      "Records changed at that date-time or later, by the vendor's account; by what was read where the vendor gives none.",
    schema: Schema.String,
    form: "one"
  },
  sort: { description: "By what the records are sorted.", schema: Schema.Literals(sorts), form: "one" },
  order: {
    description: "Whether sorting goes up or down; by `updated_at` unless `sort` is given.",
    schema: Schema.Literals(orders),
    form: "one"
  },
  query: { description: "Text that is part of a name or an e-mail address.", schema: Schema.String, form: "one" },
  fields
}

/** Keys that the shapes of a list require. */
const required = ({ projections }: Collection): ReadonlyArray<string> =>
  projections.flatMap(({ shape }) =>
    Object.entries(shape.fields).flatMap(([name, { ast }]) => (SchemaAST.isOptional(ast) ? [] : [name]))
  )

/** Filters of the dialect that some lists take and others do not. */
const unsupported = [
  "application_id",
  "candidate_id",
  "company_id",
  "contact_id",
  "customer_id",
  "deal_id",
  "document_id",
  "end_lt",
  "expand",
  "fulltext",
  "group_id",
  "interview_id",
  "job_id",
  "location_id",
  "parent_id",
  "pipeline_id",
  "reference",
  "space_id",
  "start_gte",
  "status",
  "ticket_id",
  "type",
  "user_id"
]

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
    const value = this.query.getAll(name).at(-1)
    return value === undefined || value === "" ? null : value
  }

  integer(name: string, usual: number, least: number, greatest: number): number {
    const text = this.one(name)
    if (text === null) return usual
    const value = /^\d{1,9}$/.test(text) ? Number(text) : -1
    return value >= least && value <= greatest
      ? value
      : (this.wrong(name, `Expected ${least} to ${greatest}.`) ?? usual)
  }

  since(): ReadonlyArray<Filter.Filter> {
    const text = this.one("updated_gte")
    if (text === null) return []
    const at = Instant.read(text)
    if (at === null) return this.wrong("updated_gte", Instant.expected) ?? []
    const updated = "remote_updated_at"
    return [
      Filter.any([
        Filter.from([updated], at),
        Filter.all([Filter.oneOf([updated], [null]), Filter.modifiedAfter(at, { inclusive: true })])
      ])
    ]
  }

  order(model: ModelName): ListRequest["order"] {
    const sort = this.one("sort")
    const order = this.one("order")
    if (order !== null && order !== "asc" && order !== "desc") this.wrong("order", "Expected asc or desc.")
    if (sort === null && order === null) return null
    const descending = order === "desc"
    switch (sort ?? "updated_at") {
      case "updated_at":
        return { field: "remote_updated_at", descending }
      case "created_at":
        return { field: "remote_created_at", descending }
      case "name": {
        const field = Search.nameOf(model)
        return field === null ? this.wrong("sort", "These records have no name.") : { field, descending }
      }
      default:
        return this.wrong("sort", `Expected one of ${sorts.join(", ")}.`)
    }
  }

  search(model: ModelName): ReadonlyArray<Filter.Filter> {
    const text = this.one("query")
    if (text === null) return []
    const filter = Search.matching(model, text)
    return filter === null ? (this.wrong("query", "These records have no name and no e-mail address.") ?? []) : [filter]
  }

  narrowed(collection: Collection, supplied: Supplied): ReadonlyArray<Filter.Filter> {
    return Object.entries(collection.filters).flatMap(([name, { filter }]) => {
      const value = this.one(name)
      if (value === null) return []
      const made = filter([value])
      if (Result.isFailure(made)) return this.wrong(name, made.failure) ?? []
      // What is never known of a record would look like a list with nothing in it.
      if (!canBeMet(made.success, supplied)) return this.wrong(name, "The connection does not support it.") ?? []
      return [made.success]
    })
  }

  /** Refuses what would narrow the list if it were supported: all records are not what was asked for. */
  unsupported(collection: Collection): void {
    for (const name of unsupported) {
      if (this.one(name) !== null && !(name in collection.filters)) this.wrong(name, "It is not supported here.")
    }
  }

  show(collection: Collection): Show {
    // Records are served as they were read, so nothing can be told to the vendor.
    if (this.one("raw") !== null) this.wrong("raw", "Nothing is forwarded to the vendor.")
    const keys = this.query.getAll("fields").filter((key) => key !== "")
    return {
      raw: keys.includes("raw"),
      customFields: true,
      // A client refuses a record without the keys that its shape requires, whatever it asked for.
      keys: keys.length === 0 ? null : [...new Set([...keys, ...required(collection)])],
      expand: []
    }
  }

  result<A>(value: A): Result.Result<A, Failure> {
    const [first, ...others] = this.faults
    return first === undefined
      ? Result.succeed(value)
      : Result.fail({ _tag: "InvalidRequest", faults: [first, ...others] })
  }
}

/** What a list is asked for: all parameters must hold. */
export const list = (
  { query }: Asked,
  collection: Collection,
  supplied: Supplied
): Result.Result<ListRequest, Failure> => {
  const reader = new Reader(query)
  return reader.result({
    filter: Filter.all([...reader.since(), ...reader.search(supplied.model), ...reader.narrowed(collection, supplied)]),
    byEntry: [],
    mustExist: [],
    includeDeleted: false,
    limit: reader.integer("limit", most, 1, most),
    start: { _tag: "Offset", offset: reader.integer("offset", 0, 0, 999_999_999) },
    order: reader.order(supplied.model),
    show: reader.show(collection)
  })
}

/** What is asked of a single record. Nothing could show that it is gone at the vendor, so then there is none. */
export const item = ({ path, query }: Asked, collection: Collection) => {
  const reader = new Reader(query)
  return reader.result({
    filter: Filter.all([Filter.remoteIds([path["id"] ?? ""]), Filter.oneOf(["remote_deleted_at"], [null])]),
    show: reader.show(collection)
  })
}

/** What a list that is not of records may be narrowed and sorted by; what a thing has not, it is not. */
export interface Listed {
  readonly categories: ReadonlyArray<string>
  readonly type?: string
  readonly name?: string
  readonly integration_name?: string
  readonly external_xref?: string
  readonly environment?: string
  readonly is_active?: boolean
  readonly created_at?: string
  readonly updated_at?: string
}

const sortKey = (sort: string, item: Listed): string =>
  sort === "name"
    ? (item.name ?? item.integration_name ?? "")
    : ((sort === "created_at" ? item.created_at : item.updated_at) ?? "")

/** The part of such a list that is asked for. */
export const part = <A extends Listed>(
  query: URLSearchParams,
  all: ReadonlyArray<A>
): Result.Result<ReadonlyArray<A>, Failure> => {
  const reader = new Reader(query)
  const limit = reader.integer("limit", most, 1, most)
  const offset = reader.integer("offset", 0, 0, 999_999_999)
  const [since, active] = [reader.one("updated_gte"), reader.one("active")]
  const after = since === null ? null : (Instant.read(since) ?? reader.wrong("updated_gte", Instant.expected))
  const categories = query.getAll("categories").filter((category) => category !== "")
  const isOf = (name: string, value: string | undefined): boolean => {
    const wanted = reader.one(name)
    return wanted === null || value === undefined || wanted === value
  }
  const kept = all.filter(
    (item) =>
      (categories.length === 0 || item.categories.some((category) => categories.includes(category))) &&
      (after === null || item.updated_at === undefined || item.updated_at >= after) &&
      (active === null || item.is_active === undefined || String(item.is_active) === active) &&
      isOf("type", item.type) &&
      isOf("env", item.environment) &&
      (reader.one("external_xref") === null || item.external_xref === reader.one("external_xref"))
  )
  const [sort, order] = [reader.one("sort"), reader.one("order")]
  if (order !== null && order !== "asc" && order !== "desc") reader.wrong("order", "Expected asc or desc.")
  if (sort !== null && !sorts.some((one) => one === sort)) {
    reader.wrong("sort", `Expected one of ${sorts.join(", ")}.`)
  }
  const by = sort ?? "updated_at"
  const sorted =
    sort === null && order === null
      ? kept
      : kept.toSorted((a, b) => {
          const [left, right] = [sortKey(by, a), sortKey(by, b)]
          const up = left < right ? -1 : left > right ? 1 : 0
          return order === "desc" ? -up : up
        })
  return reader.result(sorted.slice(offset, offset + limit))
}
