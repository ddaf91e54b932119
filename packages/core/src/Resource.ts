/**
 * One vendor endpoint that lists remote records, as a declaration: where it is, how it pages, how changes and
 * deletions show, and which of a record's fields are read.
 */
import type { Schema } from "effect"
import type { Page, Query } from "./Page.ts"
import type { Sensitive } from "./Redact.ts"
import type { Since } from "./Since.ts"

/** The settings of a connector that a request may depend on, e.g. whether confidential records were granted. */
export type Settings = Readonly<Record<string, string>>

/**
 * What it means when a complete walk of the list no longer shows a record.
 *
 * - `deleted`: the record is gone; the list is stable and complete.
 * - `{ confirm }`: nothing yet, because records move within the list or may be hidden: the record is asked for at this
 *   path (`{id}` stands for its key), and only a 404 or 410 is a deletion.
 * - `kept`: nothing; the list shows only part of what exists.
 */
export type Absence = "deleted" | "kept" | { readonly confirm: string }

/** A list of what was deleted since a moment. */
export interface Deletions {
  /** Path below the base URL. */
  readonly path: string
  readonly page: Page
  /** Filter of the list; its own overlap applies. */
  readonly since: Since
  /** Where in an entry the deleted record's id stands. */
  readonly id: string
}

/** How one record is read by itself, in the form in which the list shows it. */
export interface Single {
  /** Path below the base URL. `{id}` stands for the record's key. */
  readonly path: string
  /** Parameters beside the list's own. `{id}` in a value stands for the record's key: `ids={id}`. */
  readonly query: Query
  /** Reads the answer, as a list of this one record. */
  readonly page: Page
}

/** A vendor endpoint that lists records of the wire type `W`. */
export interface Resource<out Name extends string = string, out W = unknown> {
  /** The vendor's noun, plural: `opportunities`. */
  readonly name: Name
  /** What is read of a record; lenient, without transformations. */
  readonly wire: Schema.Codec<W>
  /** Path below the base URL. `{parent}` stands for the parent's key in a child resource. */
  readonly path: string
  readonly page: Page
  /** The list's own parameters, beside those of paging and of the filter. */
  readonly query: (settings: Settings) => Query
  /** How the list is narrowed to what was updated lately; null when it cannot be. */
  readonly since: Since | null
  readonly absence: Absence
  /** Where the vendor lists what was deleted; null when it does not. */
  readonly deletions: Deletions | null
  /** How one record is read by itself; null when it cannot be, or comes in another form than in the list. */
  readonly single: Single | null
  /** The resource whose records this one is listed for, one call each. */
  readonly parent: Resource | null
  /** The vendor's name of the right that reading it takes. */
  readonly permission: string | null
  /** Whether the vendor answers 404 where the list, or what is left of it, is empty. */
  readonly emptyOn404: boolean
  /** Where in a record values stand that are collected only when their class is; read or not. */
  readonly sensitive: Sensitive
  /** The vendor's id of a record, unique within the resource; null or empty sends the record to quarantine. */
  id(record: W, parent: string | null): string | number | null
  /** Whether a record that still exists is marked as deleted by the vendor, and when (our instant text). */
  deletedAt(record: W): string | null
}

/** Declares a resource. */
export const make = <const Name extends string, W>(
  name: Name,
  options: {
    /** Path below the base URL. `{parent}` stands for the parent's id. */
    readonly path: string
    /** What is read of a record: only that, lenient, without transformations. */
    readonly wire: Schema.Codec<W>
    readonly page: Page
    /** The vendor's id of a record, unique within the resource. */
    readonly id: (record: W, parent: string | null) => string | number | null
    /** Further parameters of every request. */
    readonly query?: Query | ((settings: Settings) => Query)
    /** Incremental filter; without one every sync reads the whole list and compares. */
    readonly since?: Since
    /** Default `deleted`. */
    readonly absence?: Absence
    /** Default none. */
    readonly deletions?: Deletions
    /** Default none. Without a query of its own the list's is sent. */
    readonly single?: Omit<Single, "query"> & { readonly query?: Query }
    /** Soft deletion: the instant at which the vendor marked the record as deleted. */
    readonly deletedAt?: (record: W) => string | null
    /** The resource whose records this one is listed for. Default none. */
    readonly parent?: Resource
    /** The vendor's name of the right that reading it takes. Default unknown. */
    readonly permission?: string
    /** Default false: a 404 is an error. Only for vendors who are known to answer so. */
    readonly emptyOn404?: boolean
    /** Default none. */
    readonly sensitive?: Sensitive
  }
): Resource<Name, W> => {
  const query = options.query ?? {}
  return {
    name,
    wire: options.wire,
    path: options.path,
    page: options.page,
    query: typeof query === "function" ? query : () => query,
    since: options.since ?? null,
    absence: options.absence ?? "deleted",
    deletions: options.deletions ?? null,
    single: options.single === undefined ? null : { query: {}, ...options.single },
    parent: options.parent ?? null,
    permission: options.permission ?? null,
    emptyOn404: options.emptyOn404 ?? false,
    sensitive: options.sensitive ?? {},
    id: options.id,
    deletedAt: options.deletedAt ?? (() => null)
  }
}

/**
 * A path with its placeholder filled by the vendor's id of a record, escaped. Ids that no address can carry, such as `..`
 * or unpaired surrogates, are for the caller to refuse.
 */
export const pathFor = (path: string, placeholder: "parent" | "id", remoteId: string): string =>
  path.replaceAll(`{${placeholder}}`, encodeURIComponent(remoteId.toWellFormed()))
