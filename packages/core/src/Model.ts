/**
 * A unified model: one record type of a category, as a plain struct whose decoded form is its JSON form.
 */
import { Schema } from "effect"
import type { Category } from "./Category.ts"
import * as Field from "./Field.ts"
import { facts } from "./Annotations.ts"
import type { FieldFacts } from "./Annotations.ts"
import type { ModelName } from "./ModelName.ts"

/** The computed id, which opens every record. */
export const idField = {
  id: Field.required(Schema.String, "Our id: computed from connector, model and remote id, so it never changes.")
}

/** What the store alone can know of a record; it closes every record, so that the store can append it to a text. */
export const storedFields = {
  remote_deleted_at: Field.instant("When the vendor's record was found to be gone; null while it exists."),
  modified_at: Field.required(Field.InstantText, "When the record's content last changed on our side.")
}

/** The fields that every mapping has to give for every model. */
export const remoteFields = {
  remote_id: Field.required(Schema.NonEmptyString, "The vendor's id of the record."),
  remote_created_at: Field.instant("When the record was created at the vendor."),
  remote_updated_at: Field.instant("When the record was last changed at the vendor, by the vendor's account."),
  custom_fields: Field.map("Fields that the customer added at the vendor, keyed by the vendor's name.", {
    pii: "basic"
  })
}

/** Fields of the models alone, as an author of a model writes them. */
export type Fields = Readonly<Record<string, Schema.ConstraintDecoder<unknown>>>

/** Any unified model, where its own fields do not matter. */
export interface Any {
  readonly name: ModelName
  /** Plural as it stands in paths, e.g. `candidates`. */
  readonly plural: string
  readonly category: Category
  readonly description: string
  /** Model whose ids this one shares: a user is an employee seen by another system. Its own name for most. */
  readonly identity: ModelName
  /** What a mapping gives: every field but those that Crosswalk computes, references as remote ids. */
  readonly mapped: Schema.Struct<Fields>
  /** The record as it is stored and served, keys in this order. */
  readonly schema: Schema.Struct<Fields>
}

/** A unified model with the fields `F` beside the common ones. */
export interface Model<
  Name extends ModelName,
  Plural extends string,
  C extends Category,
  F extends Fields
> extends Any {
  readonly name: Name
  readonly plural: Plural
  readonly category: C
  readonly mapped: Schema.Struct<typeof remoteFields & F>
  readonly schema: Schema.Struct<typeof idField & typeof remoteFields & F & typeof storedFields>
}

/** The mapped part of a model's record: plain JSON. */
export type Mapped<M extends Any> = M["mapped"]["Type"]

/** A model's record as it is stored and served: plain JSON. */
export type Unified<M extends Any> = M["schema"]["Type"]

/** Defines a model. */
export const make = <
  const Name extends ModelName,
  const Plural extends string,
  const C extends Category,
  const F extends Fields
>(
  name: Name,
  options: {
    readonly plural: Plural
    readonly category: C
    readonly description: string
    readonly identity?: ModelName
    readonly fields: F
  }
): Model<Name, Plural, C, F> => {
  const mapped = { ...remoteFields, ...options.fields }
  return {
    name,
    plural: options.plural,
    category: options.category,
    description: options.description,
    identity: options.identity ?? name,
    mapped: Schema.Struct(mapped),
    schema: Schema.Struct({ ...idField, ...mapped, ...storedFields }).annotate({
      identifier: name,
      description: options.description
    })
  }
}

/** A field's name with what is annotated on it. */
export interface FieldEntry extends FieldFacts {
  readonly field: string
  readonly schema: Schema.ConstraintDecoder<unknown>
}

const entries = (struct: Schema.Struct<Fields>): ReadonlyArray<FieldEntry> =>
  Object.entries(struct.fields).map(([field, schema]) => ({ field, schema, ...facts(schema) }))

/** Every field of a model's record, in order, with its annotations. */
export const fields = (model: Any): ReadonlyArray<FieldEntry> => entries(model.schema)

/** The fields that a mapping gives, in order, with their annotations. */
export const mappedFields = (model: Any): ReadonlyArray<FieldEntry> => entries(model.mapped)
