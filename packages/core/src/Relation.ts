/**
 * How records of one connector hang together: a field of one model holds the ids of another's records.
 */
import type * as Model from "./Model.ts"
import type { ModelName } from "./ModelName.ts"

/** A step from records of one model to those of another, in either direction of the field between them. */
export interface Relation<out From extends ModelName = ModelName, out To extends ModelName = ModelName> {
  /** Model of the records that the step begins with. */
  readonly from: From
  /** Model of the records that it leads to. */
  readonly to: To
  /** The field that holds the ids, one or a list. */
  readonly field: string
  /** The model whose field it is: `from` when the step follows the field, `to` when it goes against it. */
  readonly holder: "from" | "to"
}

type Key<M extends Model.Any> = Extract<keyof Model.Mapped<M>, string>

/** From a record to those that its own field names. */
export const to = <From extends Model.Any, To extends Model.Any>(
  from: From,
  field: Key<From>,
  target: To
): Relation<From["name"], To["name"]> => ({ from: from.name, to: target.name, field, holder: "from" })

/** From a record to those whose field names it. */
export const of = <From extends Model.Any, To extends Model.Any>(
  from: From,
  target: To,
  field: Key<To>
): Relation<From["name"], To["name"]> => ({ from: from.name, to: target.name, field, holder: "to" })
