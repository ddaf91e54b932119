/**
 * A dialect: one wire shape in which unified records are served. It is plain data and pure functions; the server runs it.
 */
import type { Category } from "@crosswalk/core/Category"
import type { Filter } from "@crosswalk/core/Filter"
import type { ModelName } from "@crosswalk/core/ModelName"
import type { Result, Schema } from "effect"
import type { Collection } from "./Collection.ts"
import type { Failure, Refusal } from "./Failure.ts"
import type { Entry, Gathering } from "./Gathering.ts"
import type { Parameter } from "./Parameter.ts"
import type { Pieces } from "./Pieces.ts"
import type { Any as Projection } from "./Projection.ts"
import type { Told } from "./Quota.ts"
import type { Any as Route } from "./Route.ts"

/** A request as far as a dialect looks at it. Names of headers are in lower case. */
export interface Asked {
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Parameters of the path, decoded. */
  readonly path: Readonly<Record<string, string>>
  readonly query: URLSearchParams
}

/** How the connector of a request is named. */
export type ConnectorName =
  | { readonly _tag: "Token"; readonly token: string }
  | { readonly _tag: "Id"; readonly id: string }
  /** By its id and, in the dialect's words, its provider: a connector of another one is not meant. */
  | { readonly _tag: "IdAt"; readonly id: string; readonly isProvider: (provider: string) => boolean }

/** What the connector's provider can supply. */
export interface Supplied {
  /** The model that is listed: one collection may show different ones. */
  readonly model: ModelName
  /** Whether any mapper of the provider fills a field of a model. */
  readonly fills: (model: ModelName, field: string) => boolean
}

/** Where a page begins. */
export type Start =
  | { readonly _tag: "First" }
  | { readonly _tag: "Cursor"; readonly cursor: string }
  | { readonly _tag: "Offset"; readonly offset: number }

/** Ids that must be those of the connector's records, deleted ones included; else there is no such list. */
export interface Expected {
  /** Null for the model that is listed. */
  readonly model: ModelName | null
  readonly ids: ReadonlyArray<string>
}

/** A condition by the ids of gathered entries: the server finds their vendor's ids, of which the condition is made. */
export interface ByEntry {
  readonly gathering: Gathering
  readonly ids: ReadonlyArray<string>
  readonly filter: (remoteIds: ReadonlyArray<string>) => Filter
}

/** A field to expand, and which keys of the object are wanted; null for all. */
export interface Expand {
  readonly field: string
  readonly keys: ReadonlyArray<string> | null
}

/** What a list is asked for. */
export interface ListRequest {
  readonly filter: Filter
  /** More conditions, which hold beside the filter. */
  readonly byEntry: ReadonlyArray<ByEntry>
  readonly mustExist: ReadonlyArray<Expected>
  readonly includeDeleted: boolean
  /** Records in a page; null for all there are, where the collection is not paged. */
  readonly limit: number | null
  readonly start: Start
  /** Order by a text field of the records instead of the listing's; null for that. */
  readonly order: { readonly field: string; readonly descending: boolean } | null
  readonly show: Show
}

/** What a single record is asked for. */
export interface ItemRequest {
  /** The condition that the one record meets. */
  readonly filter: Filter
  readonly show: Show
  /** Whether to add, as `explanation`, where each field came from; default false. */
  readonly explain?: boolean
}

/** What a gathered list is asked for. */
export interface GatherRequest {
  readonly keep: (entry: Entry) => boolean
  /** Ids of entries without which there is no such list. */
  readonly mustExist: ReadonlyArray<string>
  readonly limit: number
  readonly start: Start
}

/** The gathered lists of a dialect. */
export interface Gathered {
  readonly gatherings: ReadonlyArray<Gathering>
  /** Parameters that every gathered list takes, by name. */
  readonly parameters: Readonly<Record<string, Parameter>>
  /** The route of a list below the prefix. */
  readonly path: (gathering: Gathering) => `/${string}`
  /** The route of a single entry below the prefix, with `:id`; null where the dialect has none. */
  readonly itemPath: ((gathering: Gathering) => `/${string}`) | null
  readonly list: (asked: Asked, gathering: Gathering) => Result.Result<GatherRequest, Failure>
}

/** What is to be seen of a record. */
export interface Show {
  readonly raw: boolean
  readonly customFields: boolean
  /** Only these keys; null for all. */
  readonly keys: ReadonlyArray<string> | null
  readonly expand: ReadonlyArray<Expand>
}

/** A page as the dialect is to wrap it. */
export interface Page {
  /** Each record as JSON text. */
  readonly items: ReadonlyArray<string>
  /** Where the next page begins, opaque; null at the end. */
  readonly next: string | null
}

/** What a dialect's document says that nothing else needs. */
export interface Described {
  /** What the dialect is for, in a few sentences. */
  readonly description: string
  /** How requests name the connector; null where its place is in the path. */
  readonly connector: {
    readonly header: string
    readonly description: string
    /** The parameter of paths that stands in for the header. */
    readonly unless: string | null
  } | null
  /** An id as records have them, for examples. */
  readonly exampleId: string
  /** What is answered for a record of a projection's shape. */
  readonly record: (shape: Projection["shape"], collection: Collection) => Schema.Top
  /** The whole body of a list, by what is answered for its records. */
  readonly list: (record: Schema.Top, list: Pick<Collection, "isPaged">) => Schema.Top
  /** The whole body of a single record. */
  readonly item: (record: Schema.Top) => Schema.Top
  /** The whole body of a refusal with some status. */
  readonly refusal: (status: number) => Schema.Top
  /** Headers that every answer may have, by name, with what they say. */
  readonly headers: Readonly<Record<string, { readonly description: string; readonly schema: Schema.Top }>>
}

/** A wire shape. */
export interface Dialect {
  readonly id: "crosswalk" | "bindbee" | "kombo" | "unified"
  readonly title: string
  /** Where its routes lie, without a slash at the end. */
  readonly prefix: `/${string}`
  readonly collections: ReadonlyArray<Collection>
  /** Parameters that a list takes beside its own filters, by name. */
  readonly parameters: (collection: Collection) => Readonly<Record<string, Parameter>>
  /** Parameters that its single records take, by name. */
  readonly itemParameters: (collection: Collection) => Readonly<Record<string, Parameter>>
  /** Lists of what stands inside records; null where the dialect has none. They are written as lists of records are. */
  readonly gathered: Gathered | null
  /** Routes beside the lists. */
  readonly routes: ReadonlyArray<Route>
  /** The route of a list below the prefix, parameters as `:name`. */
  readonly listPath: (collection: Collection) => `/${string}`
  /** The route of a single record; null where the dialect has none. */
  readonly itemPath: ((collection: Collection) => `/${string}`) | null
  /** Whether a connector answers on the routes of its own category alone. */
  readonly isCategoryBound: boolean
  /** Whether the key goes without a scheme, too. */
  readonly bareKey: boolean
  readonly connector: (asked: Asked) => Result.Result<ConnectorName, Failure>
  readonly list: (asked: Asked, collection: Collection, supplied: Supplied) => Result.Result<ListRequest, Failure>
  readonly item: (asked: Asked, collection: Collection) => Result.Result<ItemRequest, Failure>
  /** The whole body of a list, as JSON text in pieces; of a list without pages, all of it. */
  readonly writeList: (page: Page, list: Pick<Collection, "isPaged">) => Pieces
  /** The whole body of a single record, as JSON text. */
  readonly writeItem: (item: string) => string
  /** A refusal; the category decides among error families where there are several. */
  readonly refuse: (failure: Failure, category: Category | null) => Refusal
  /** The headers by which every answer to a good key tells what is left of its quota. */
  readonly quota: Told
  readonly described: Described
}
