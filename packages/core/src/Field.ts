/**
 * Constructors of model fields: a schema with its description, sensitivity, unit and reference in one call.
 *
 * Every field of a model exists always and is `null` when unknown, so every constructor but {@link required} yields a
 * nullable schema. Decoded and JSON form are the same: dates and instants are text.
 */
import { Schema } from "effect"
import type { FieldFacts, Pii } from "./Annotations.ts"
import type { ModelName } from "./ModelName.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** What a field constructor takes beside its description. */
export interface Options {
  /** Sensitivity class. Default `none`. */
  readonly pii?: Pii
  /** Unit of a number, e.g. `minutes`. */
  readonly unit?: string
}

// The flag `u` changes nothing about these patterns, but without it no JSON Schema carries them.

/** `YYYY-MM-DD`. */
export const DateText = Schema.String.check(
  Schema.isPattern(/^\d{4}-\d{2}-\d{2}$/u, { expected: "a date as YYYY-MM-DD" })
)

/** An instant in ISO 8601, UTC, with milliseconds: `2026-01-31T09:30:00.000Z`. */
export const InstantText = Schema.String.check(
  Schema.isPattern(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u, {
    expected: "an instant as YYYY-MM-DDTHH:mm:ss.sssZ"
  })
)

/** A time of day without a zone: `HH:mm:ss`. */
export const TimeText = Schema.String.check(
  Schema.isPattern(/^\d{2}:\d{2}:\d{2}$/u, { expected: "a time as HH:mm:ss" })
)

/** An amount of money: never without its currency when the vendor gives one. */
export const Money = Schema.Struct({
  amount: Schema.Finite,
  /** ISO 4217 code, or the vendor's text where it is none. */
  currency: Schema.NullOr(Schema.String)
})

const make = <S extends Schema.Top>(schema: S, description: string, options?: Options & FieldFacts) =>
  Schema.NullOr(schema).annotate({ description, ...options })

/** Text, or `null` when unknown. */
export const text = (description: string, options?: Options) => make(Schema.String, description, options)

/** A number; name its `unit` where it has one. */
export const number = (description: string, options?: Options) => make(Schema.Finite, description, options)

/** A whole number; name its `unit` where it has one. */
export const integer = (description: string, options?: Options) => make(Schema.Int, description, options)

/** True, false, or `null` when unknown. */
export const boolean = (description: string, options?: Options) => make(Schema.Boolean, description, options)

/** A calendar date as `YYYY-MM-DD`. */
export const date = (description: string, options?: Options) => make(DateText, description, options)

/** An instant in ISO 8601, UTC, with milliseconds. */
export const instant = (description: string, options?: Options) => make(InstantText, description, options)

/** A time of day as `HH:mm:ss`, in the place where it happens. */
export const time = (description: string, options?: Options) => make(TimeText, description, options)

/** Money with its currency. Sensitivity is `compensation` by default. */
export const money = (description: string, options?: Options) =>
  make(Money, description, { pii: "compensation", ...options })

/** One of our words beside the vendor's: `{ value, remote }`. */
export const word = <const Words extends ReadonlyArray<string>>(words: Words, description: string, options?: Options) =>
  make(Vocabulary.Word(words), description, options)

/** One of our words where no vendor's word stands behind it: facts that Crosswalk itself establishes. */
export const literal = <const Words extends ReadonlyArray<string>>(
  words: Words,
  description: string,
  options?: Options
) => make(Schema.Literals(words), description, options)

/** A list; `null` when the vendor does not tell, `[]` when there is none. */
export const list = <S extends Schema.Top>(item: S, description: string, options?: Options) =>
  make(Schema.Array(item), description, options)

/** One structured value. */
export const struct = <Fields extends Schema.Struct.Fields>(fields: Fields, description: string, options?: Options) =>
  make(Schema.Struct(fields), description, options)

/** Anything JSON can hold, keyed by the vendor's names. */
export const map = (description: string, options?: Options) =>
  make(Schema.Record(Schema.String, Schema.Unknown), description, options)

/**
 * The id of another model's record. A mapper gives the vendor's id; the unified id is computed from it.
 */
export const reference = (model: ModelName, description: string, options?: Options) =>
  make(Schema.String, description, { ...options, reference: model })

/** The ids of another model's records; see {@link reference}. */
export const references = (model: ModelName, description: string, options?: Options) =>
  make(Schema.Array(Schema.String), description, { ...options, reference: model })

/** A field that a record cannot be without: a mapper that fails to give it costs the record, not just the field. */
export const required = <S extends Schema.Top>(schema: S, description: string, options?: Options) =>
  schema.annotate({ description, ...options })
