/**
 * References by the vendor's ids: those whose target was never read are left out. Colleagues are employees to one system
 * and users to another; both are looked for.
 */
import { User } from "@crosswalk/core/ats/User"
import { Employee } from "@crosswalk/core/hris/Employee"
import type * as Model from "@crosswalk/core/Model"
import type { ModelName } from "@crosswalk/core/ModelName"
import * as Relation from "@crosswalk/core/Relation"
import type { Related } from "../Related.ts"

type Names = Pick<Related<never>, "remoteId">

/** The relations by which a field's colleagues are named. */
export const people = <From extends Model.Any>(from: From, field: Extract<keyof Model.Mapped<From>, string>) => [
  Relation.to(from, field, Employee),
  Relation.to(from, field, User)
]

/** The vendor's id of a record. */
export const one = ({ remoteId }: Names, model: ModelName, id: string | null): string | null =>
  remoteId(model, id) ?? (model === "employee" ? remoteId("user", id) : null)

/** The vendor's ids of some records; null when none of them is known, which is no empty list. */
export const many = (
  names: Names,
  model: ModelName,
  ids: ReadonlyArray<string> | null
): ReadonlyArray<string> | null => {
  const found = ids?.flatMap((id) => one(names, model, id) ?? []) ?? null
  return found === null || (found.length === 0 && ids?.length !== 0) ? null : found
}

interface Named {
  readonly remote_id: string
}

/** Vendor's ids with those of records that name the record themselves; null when neither tells of any. */
export const also = (own: ReadonlyArray<string> | null, naming: ReadonlyArray<Named>): ReadonlyArray<string> | null =>
  own === null && naming.length === 0 ? null : [...new Set([...(own ?? []), ...naming.map((one) => one.remote_id)])]
