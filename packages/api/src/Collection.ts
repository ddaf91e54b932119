/**
 * One list of a dialect with its items: where it lies, what it shows, by what it can be narrowed.
 */
import type { Category } from "@crosswalk/core/Category"
import type { Filter } from "@crosswalk/core/Filter"
import type { ModelName } from "@crosswalk/core/ModelName"
import type { Relation } from "@crosswalk/core/Relation"
import type { Result } from "effect"
import type { Gathering } from "./Gathering.ts"
import type { Parameter } from "./Parameter.ts"
import type * as Projection from "./Projection.ts"

export type { Parameter } from "./Parameter.ts"

/** A parameter that narrows a list. */
export interface Narrowing extends Parameter {
  /** The condition of the values, of which there is at least one; a text says what is wrong with them. */
  readonly filter: (values: ReadonlyArray<string>) => Result.Result<Filter, string>
  /** The gathered list whose ids the values are: the condition is then made of the vendor's ids of its entries. */
  readonly of?: Gathering
}

/** A field of the served shape that holds ids, or objects once they are asked for. */
export interface Expansion {
  readonly model: ModelName
  readonly many: boolean
}

/** The record below which a list lies. */
export interface Parent {
  /** The parameter of the path that holds its id. */
  readonly parameter: string
  readonly model: ModelName
  /** The condition of the list's records, by our id of the parent. */
  readonly filter: (id: string) => Filter
}

/** One list of a dialect. */
export interface Collection {
  readonly category: Category
  /** Its place under the category's own, e.g. `scheduled-interviews`; parameters as `:name`. */
  readonly path: string
  /** The record below which the list lies, e.g. the candidate of attachments; null for lists of all records. */
  readonly parent: Parent | null
  /** Whether the list comes in pages; one that does not is served whole. */
  readonly isPaged: boolean
  /**
   * What is shown: the first projection whose model the connector's provider supplies. Mostly one; a list of people is
   * made of the users where there are no employees.
   */
  readonly projections: readonly [Projection.Any, ...ReadonlyArray<Projection.Any>]
  readonly description: string
  /** Filters of this list alone, by the parameter's name; those of all lists are the dialect's. */
  readonly filters: Readonly<Record<string, Narrowing>>
  /** Ways to records whose change counts as this record's own in the dialect's filter of what was updated. */
  readonly modifiedThrough: ReadonlyArray<ReadonlyArray<Relation>>
  /** Fields that can be expanded, by their name in the shape. */
  readonly expansions: Readonly<Record<string, Expansion>>
  /** A condition that is always there, e.g. the groups of one kind; null for all records of the model. */
  readonly only: Filter | null
  /** Whether single records have a route. */
  readonly hasItems: boolean
}

/** A list with the usual settings: items, nothing to narrow, nothing to expand. */
export const make = (
  options: Pick<Collection, "category" | "path" | "projections" | "description"> & Partial<Collection>
): Collection => ({
  parent: null,
  isPaged: true,
  filters: {},
  modifiedThrough: [],
  expansions: {},
  only: null,
  hasItems: true,
  ...options
})
