/**
 * A dialect: one wire shape in which unified records are served. It is plain data and pure functions; the server runs it.
 */
import type { Category } from "@crosswalk/core/Category"
import type { Filter } from "@crosswalk/core/Filter"
import type { Result } from "effect"
import type { Collection } from "./Collection.ts"
import type { Failure, Refusal } from "./Failure.ts"

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

/** A field to expand, and which keys of the object are wanted; null for all. */
export interface Expand {
  readonly field: string
  readonly keys: ReadonlyArray<string> | null
}

/** What a list is asked for. */
export interface ListRequest {
  readonly filter: Filter
  readonly includeDeleted: boolean
  /** Records in a page. */
  readonly limit: number
  readonly start:
    | { readonly _tag: "First" }
    | { readonly _tag: "Cursor"; readonly cursor: string }
    | { readonly _tag: "Offset"; readonly offset: number }
  /** Order other than the listing's; null for that. */
  readonly order: { readonly by: "name" | "updated" | "created"; readonly descending: boolean } | null
  readonly show: Show
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

/** A wire shape. */
export interface Dialect {
  readonly id: "bindbee" | "kombo" | "unified"
  readonly title: string
  /** Where its routes lie, without a slash at the end. */
  readonly prefix: `/${string}`
  readonly collections: ReadonlyArray<Collection>
  /** The route of a list below the prefix, parameters as `:name`. */
  readonly listPath: (collection: Collection) => `/${string}`
  /** The route of a single record; null where the dialect has none. */
  readonly itemPath: ((collection: Collection) => `/${string}`) | null
  /** Whether the key goes without a scheme, too. */
  readonly bareKey: boolean
  readonly connector: (asked: Asked) => Result.Result<ConnectorName, Failure>
  readonly list: (asked: Asked, collection: Collection) => Result.Result<ListRequest, Failure>
  /** The condition that the one record meets, and what is to be seen of it. */
  readonly item: (
    asked: Asked,
    collection: Collection
  ) => Result.Result<{ readonly filter: Filter; readonly show: Show }, Failure>
  /** The whole body of a list, as JSON text. */
  readonly writeList: (page: Page) => string
  /** The whole body of a single record, as JSON text. */
  readonly writeItem: (item: string) => string
  /** A refusal; the category decides among error families where there are several. */
  readonly refuse: (failure: Failure, category: Category | null) => Refusal
}
