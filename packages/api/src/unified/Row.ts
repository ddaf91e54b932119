/** What every record has: the vendor's id, times, and on request what the vendor sent. */
import type * as Model from "@crosswalk/core/Model"
import type { Relation } from "@crosswalk/core/Relation"
import { Schema } from "effect"
import * as Projection from "../Projection.ts"
import * as Time from "../Time.ts"
import * as Optional from "./Optional.ts"

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The vendor's record; by resource where several made the unified one, or one that is no object. */
const sent = (raw: ReadonlyArray<Projection.Raw>): Readonly<Record<string, unknown>> => {
  const [first] = raw
  return raw.length === 1 && isPlain(first?.record) ? first.record : Projection.byResource(raw)
}

const stripped = Projection.withNulls("stripped")

const raw = Schema.optionalKey(
  Schema.Record(Schema.String, Schema.Unknown).annotate({
    description: "The vendor's own record as it came, nulls included; only when `fields` names it."
  })
)

/** A projection of this dialect: keys without a value are left out at every depth, and `raw` is added when asked for. */
export const projection = <
  M extends Model.Any,
  S extends Schema.Struct<Model.Fields>,
  const Loads extends ReadonlyArray<Relation> = readonly []
>(
  model: M,
  shape: S,
  options: {
    readonly loads?: Loads
    readonly names?: ReadonlyArray<Relation>
    readonly fields: Projection.Fields<M, S, Loads[number]["to"], "stripped">
  }
): Projection.Any => {
  const own: Projection.Any = stripped(model, shape, options)
  return {
    ...own,
    shape: Schema.Struct({ ...shape.fields, raw }),
    project: (record, context) => {
      const served = own.project(record, context)
      return context.raw === null ? served : { ...served, raw: sent(context.raw) }
    }
  }
}

/** The vendor's id of the record. */
export const id = Optional.text("The vendor's id of the record.")

/** When a record was created and changed at the vendor. */
export const times = {
  created_at: Optional.instant("When the record was created at the vendor."),
  updated_at: Optional.instant("When the record was last changed at the vendor.")
}

interface Stored {
  readonly remote_id: string
  readonly remote_created_at: string | null
  readonly remote_updated_at: string | null
}

/** The functions of {@link id} and {@link times}. */
export const rules = {
  id: ({ remote_id }: Stored) => remote_id,
  created_at: ({ remote_created_at }: Stored) => Time.instant(remote_created_at),
  updated_at: ({ remote_updated_at }: Stored) => Time.instant(remote_updated_at)
}
