/** What a dialect promises, as the suite holds it to it. */
import type { Collection } from "@crosswalk/api/Collection"
import type { Dialect } from "@crosswalk/api/Dialect"
import type { Place } from "./Place.ts"

/** Why something is not there, with what it is: names with spaces between them. */
export type Reasons = Readonly<Record<string, string>>

/** All that some reasons name. */
export const named = (reasons: Reasons): ReadonlyArray<string> =>
  Object.values(reasons).flatMap((names) => names.trim().split(/\s+/))

/** Whether something is named, or what it is part of; a name that begins with `*` stands for all that end so. */
export const isNamed = (names: ReadonlyArray<string>, path: string): boolean =>
  names.some((name) =>
    name.startsWith("*")
      ? path.endsWith(name.slice(1))
      : path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[].`)
  )

/** A dialect's promises. */
export interface Policy {
  readonly dialect: Dialect
  /** What is wrong with a record of a list. */
  readonly misfits: (list: string, record: Readonly<Record<string, unknown>>) => ReadonlyArray<string>
  /** Where values may stand in a list's records. */
  readonly places: (list: string) => ReadonlyArray<Place>
  /** Whether every key is kept, with null where nothing is known, or left out at every depth. */
  readonly nulls: "kept" | "stripped"
  /** What is wrong with the ids in a served record. */
  readonly ids: (
    served: Readonly<Record<string, unknown>>,
    stored: Readonly<Record<string, unknown>>
  ) => ReadonlyArray<string>
  /** The records in the body of a list; it fails when the body is of another form. */
  readonly open: (body: unknown, list: Pick<Collection, "isPaged">) => ReadonlyArray<unknown>
  /** Models without a place. */
  readonly placeless: Reasons
  /** Fields of models that are shown nowhere, by model and field, e.g. `job.openings`. */
  readonly hidden: Reasons
  /** Places that no record ever fills, by list and place, e.g. `ats/jobs.post_url`. */
  readonly unfilled: Reasons
  /** Words of the contract that are said of no record, by place and word, e.g. `ats/jobs.status=ARCHIVED`. */
  readonly unsaid: Reasons
}
