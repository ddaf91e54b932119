/** What every record of a list has: ids, times, and what the vendor sent. */
import * as Model from "@crosswalk/core/Model"
import type { Identify } from "@crosswalk/core/Id"
import { Schema } from "effect"
import * as Projection from "../Projection.ts"
import * as Form from "./Form.ts"
import * as Shape from "../Shape.ts"

/** A projection of this dialect: every key is served, with null where nothing is known. */
export const projection = Projection.withNulls("kept")

const id = Shape.id("Our id of the record; it never changes.")
const remote_id = Shape.required("The vendor's id of the record.")
const ends = {
  changed_at: Model.storedFields.modified_at.annotate({
    description: "When the record itself last changed on our side; what is nested in it does not count."
  }),
  remote_deleted_at: Shape.instant("When the record was found to be gone at the vendor; null while it exists."),
  remote_data: Schema.NullOr(Schema.Record(Schema.String, Schema.Unknown)).annotate({
    description: "What the vendor sent, by the vendor's list; null unless the server is set to show it."
  })
}

/** The shape of a record with its own fields between those that all have. */
export const shape = <F extends Model.Fields>(fields: F) => Schema.Struct({ id, remote_id, ...fields, ...ends })

/** When the record was created and changed at the vendor. */
export const remoteTimes = {
  remote_created_at: Shape.instant("When the record was created at the vendor."),
  remote_updated_at: Shape.instant("When the record was last changed at the vendor, by the vendor's account.")
}

interface Stored {
  readonly id: string
  readonly remote_id: string
  readonly modified_at: string
  readonly remote_deleted_at: string | null
}

interface Shown {
  readonly raw: ReadonlyArray<Projection.Raw> | null
}

/** The functions of the fields that all records have. */
export const rules = {
  id: ({ id }: Stored) => Form.id(id),
  remote_id: ({ remote_id }: Stored) => remote_id,
  changed_at: ({ modified_at }: Stored) => modified_at,
  remote_deleted_at: ({ remote_deleted_at }: Stored) => Form.instant(remote_deleted_at),
  remote_data: (_: Stored, { raw }: Shown) => (raw === null ? null : Projection.byResource(raw))
}

/** The functions of {@link remoteTimes}. */
export const remoteTimeRules = {
  remote_created_at: ({ remote_created_at }: { readonly remote_created_at: string | null }) =>
    Form.instant(remote_created_at),
  remote_updated_at: ({ remote_updated_at }: { readonly remote_updated_at: string | null }) =>
    Form.instant(remote_updated_at)
}

/** A field of the vendor's that has no place in the shape. */
export const IntegrationField = Schema.Struct({
  id: Shape.id("Our id of the field."),
  key: Shape.required("The vendor's name of the field."),
  type: Schema.Literals(["DEFAULT", "CUSTOM"]).annotate({ description: "Whether the customer added the field." }),
  value: Schema.Unknown.annotate({ description: "The value, as the vendor has it." }),
  label: Shape.text("The field's name for people.")
})

/** The customer's own fields, twice: by their keys, and as entries that say where they come from. */
export const custom = {
  custom_fields: Shape.customFields,
  integration_fields: Shape.list(IntegrationField, "Fields of the vendor's that have no place in the shape.")
}

/** The id of a field that a customer added to a kind of records, named by this dialect's model. */
export const customFieldId = (identify: Identify, model: string, key: string): string =>
  identify("custom_field", `${model}/${key}`)

/** The functions of {@link custom}. `model` is the kind of records in this dialect's words, e.g. `ats_jobs`. */
export const customRules = (model: string) => ({
  custom_fields: ({ custom_fields }: WithCustomFields) => custom_fields,
  integration_fields: ({ custom_fields }: WithCustomFields, { identify }: { readonly identify: Identify }) =>
    Object.entries(custom_fields ?? {}).map(([key, value]) => ({
      id: Form.id(customFieldId(identify, model, key)),
      key,
      type: "CUSTOM" as const,
      value,
      label: null
    }))
})

/** A record on which customers have fields of their own. */
export interface WithCustomFields {
  readonly custom_fields: Readonly<Record<string, unknown>> | null
}
