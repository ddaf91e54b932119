/** What every record has: ids, when it changed, and on demand what the vendor sent and the customer's own fields. */
import type * as Model from "@crosswalk/core/Model"
import { Schema } from "effect"
import * as Projection from "../Projection.ts"
import * as Shape from "../Shape.ts"

/** A projection of this dialect: every key is served, with null where nothing is known. */
export const projection = Projection.withNulls("kept")

const Keyed = Schema.Record(Schema.String, Schema.Unknown)

const Uuid = Schema.String.annotate({ format: "uuid" })

const base = {
  id: Uuid.annotate({ description: "Our id of the record; it never changes." }),
  remote_id: Shape.text("The vendor's id of the record."),
  modified_at: Shape.requiredInstant("When the record's content last changed on our side."),
  raw_data: Schema.NullOr(Keyed).annotate({
    description: "What the vendor sent, by the vendor's list; null unless `include_raw_data` is true."
  }),
  custom_fields: Schema.NullOr(Keyed).annotate({
    description:
      "Fields that the customer added at the vendor, by their keys; null unless `include_custom_fields` is true."
  })
}

/** The shape of a record, by its name in the document, with its own fields behind those that all have. */
export const shape = <F extends Model.Fields>(identifier: string, fields: F) =>
  Schema.Struct({ ...base, ...fields }).annotate({ identifier })

interface Stored {
  readonly id: string
  readonly remote_id: string
  readonly modified_at: string
  readonly custom_fields: Readonly<Record<string, unknown>> | null
}

/** The functions of the fields that all records have. */
export const rules = {
  id: ({ id }: Stored) => id,
  remote_id: ({ remote_id }: Stored) => remote_id,
  modified_at: ({ modified_at }: Stored) => modified_at,
  raw_data: (_: Stored, { raw }: Pick<Projection.Context<never>, "raw">) =>
    raw === null ? null : Projection.byResource(raw),
  custom_fields: ({ custom_fields }: Stored, { customFields }: Pick<Projection.Context<never>, "customFields">) =>
    customFields ? custom_fields : null
}

const Related = Schema.Union([Uuid, Keyed])

/** The id of a related record; the record itself when it is expanded. */
export const one = (description: string) =>
  Schema.NullOr(Related).annotate({ description: `${description} Its id, or the record where it is expanded.` })

/** The ids of related records; the records themselves when they are expanded. */
export const many = (description: string) =>
  Schema.NullOr(Schema.Array(Related)).annotate({
    description: `${description} Their ids, or the records where they are expanded.`
  })
