/**
 * Questions about the stored records of one model: plain data that a dialect makes of a request and the store answers.
 */
import type { Relation } from "./Relation.ts"

/**
 * Where a value stands in a record: names of fields from the outside in. A list on the way stands for each of its
 * elements, so `["emails", "value"]` means any of the addresses.
 */
export type Path = ReadonlyArray<string>

/** What a field is compared with. */
export type Value = string | number | boolean | null

/** What an element of a list has under some names: one of these values, which are not null. */
export interface Member {
  readonly path: Path
  readonly values: ReadonlyArray<string | number | boolean>
  readonly fold: boolean
}

/** A condition that a record meets or does not. */
export type Filter =
  /** The value is one of these; with `fold`, upper and lower case are the same. A missing value is null. */
  | { readonly _tag: "In"; readonly path: Path; readonly values: ReadonlyArray<Value>; readonly fold: boolean }
  /** The text holds every one of these words, upper and lower case being the same. */
  | { readonly _tag: "Words"; readonly path: Path; readonly words: ReadonlyArray<string> }
  /** The text lies within bounds; ISO dates and instants compare as texts. A missing value lies nowhere. */
  | {
      readonly _tag: "Range"
      readonly path: Path
      readonly from: string | null
      readonly fromInclusive: boolean
      readonly until: string | null
      readonly untilInclusive: boolean
    }
  /** Some element of the list at the path meets all of these at once: a work address that is one of some. */
  | { readonly _tag: "Element"; readonly path: Path; readonly meets: ReadonlyArray<Member> }
  /** The record's own id is one of these. */
  | { readonly _tag: "Ids"; readonly ids: ReadonlyArray<string> }
  /** The vendor's id of the record is one of these. */
  | { readonly _tag: "RemoteIds"; readonly remoteIds: ReadonlyArray<string> }
  /**
   * Content changed on our side after an instant, the record's own or that of records to which one of these ways leads.
   * `inclusive` counts the instant itself.
   */
  | {
      readonly _tag: "Modified"
      readonly after: string
      readonly inclusive: boolean
      readonly through: ReadonlyArray<ReadonlyArray<Relation>>
    }
  /** Some record to which the way leads meets a condition. */
  | { readonly _tag: "Related"; readonly way: ReadonlyArray<Relation>; readonly filter: Filter }
  /** All of these hold; of none, always. */
  | { readonly _tag: "All"; readonly filters: ReadonlyArray<Filter> }
  /** One of these holds; of none, never. */
  | { readonly _tag: "Any"; readonly filters: ReadonlyArray<Filter> }

/** The value is one of these. */
export const oneOf = (path: Path, values: ReadonlyArray<Value>, options?: { readonly fold?: boolean }): Filter => ({
  _tag: "In",
  path,
  values,
  fold: options?.fold ?? false
})

/** The text holds every word of a phrase. */
export const words = (path: Path, phrase: string): Filter => ({
  _tag: "Words",
  path,
  words: phrase.split(/\s+/).filter((word) => word !== "")
})

/** The text is at or after another. */
export const from = (path: Path, text: string): Filter => range(path, { from: text })

/** The text lies within bounds, which belong to it unless told otherwise. */
export const range = (
  path: Path,
  bounds: {
    readonly from?: string
    readonly until?: string
    readonly fromInclusive?: boolean
    readonly untilInclusive?: boolean
  }
): Filter => ({
  _tag: "Range",
  path,
  from: bounds.from ?? null,
  fromInclusive: bounds.fromInclusive ?? true,
  until: bounds.until ?? null,
  untilInclusive: bounds.untilInclusive ?? true
})

/** Some element of the list at the path meets all of these at once. */
export const element = (path: Path, meets: ReadonlyArray<Member>): Filter => ({ _tag: "Element", path, meets })

/** The record's own id is one of these. */
export const ids = (list: ReadonlyArray<string>): Filter => ({ _tag: "Ids", ids: list })

/** The vendor's id of the record is one of these. */
export const remoteIds = (list: ReadonlyArray<string>): Filter => ({ _tag: "RemoteIds", remoteIds: list })

/** Content changed after an instant. */
export const modifiedAfter = (
  after: string,
  options?: { readonly inclusive?: boolean; readonly through?: ReadonlyArray<ReadonlyArray<Relation>> }
): Filter => ({ _tag: "Modified", after, inclusive: options?.inclusive ?? false, through: options?.through ?? [] })

/** Some related record meets a condition. */
export const related = (way: ReadonlyArray<Relation>, filter: Filter): Filter => ({ _tag: "Related", way, filter })

/** All of these hold. */
export const all = (filters: ReadonlyArray<Filter>): Filter => ({ _tag: "All", filters })

/** One of these holds. */
export const any = (filters: ReadonlyArray<Filter>): Filter => ({ _tag: "Any", filters })
