/**
 * Fields of the served shapes: every key is always there, and null where the contract allows it. What a field means
 * stands in its description.
 */
import { InstantText } from "@crosswalk/core/Field"
import { Schema } from "effect"

/** An id of ours. */
export const id = (description: string) => Schema.String.annotate({ description })

/** The id of another record, or null. */
export const reference = (description: string) => Schema.NullOr(Schema.String).annotate({ description })

/** Text that is never null. */
export const required = (description: string) => Schema.String.annotate({ description })

/** Text, or null. */
export const text = (description: string) => Schema.NullOr(Schema.String).annotate({ description })

/** A number, or null. */
export const number = (description: string) => Schema.NullOr(Schema.Finite).annotate({ description })

/** A whole number, or null. */
export const integer = (description: string) => Schema.NullOr(Schema.Int).annotate({ description })

/** True, false, or null. */
export const boolean = (description: string) => Schema.NullOr(Schema.Boolean).annotate({ description })

const Instant = InstantText.annotate({ format: "date-time" })

/** A full date-time in UTC, or null. */
export const instant = (description: string) => Schema.NullOr(Instant).annotate({ description })

/** One of some words, or null: nothing else. */
export const closed = <const Words extends ReadonlyArray<string>>(words: Words, description: string) =>
  Schema.NullOr(Schema.Literals(words)).annotate({ description })

/** Mostly one of some words; the vendor's own where none of them means the same. */
export const open = <const Words extends ReadonlyArray<string>>(words: Words, description: string) =>
  Schema.NullOr(Schema.Union([Schema.Literals(words), Schema.String])).annotate({ description })

/** A list, which is never null. */
export const list = <S extends Schema.Top>(item: S, description: string) => Schema.Array(item).annotate({ description })

/** A list, or null. */
export const maybeList = <S extends Schema.Top>(item: S, description: string) =>
  Schema.NullOr(Schema.Array(item)).annotate({ description })

/** A structure, or null. */
export const maybe = <S extends Schema.Top>(shape: S, description: string) =>
  Schema.NullOr(shape).annotate({ description })

/** Fields that customers added at the vendor, by their keys. */
export const customFields = Schema.NullOr(Schema.Record(Schema.String, Schema.Unknown)).annotate({
  description: "Fields that the customer added at the vendor, by their keys."
})

/** A full date-time in UTC that is never null. */
export const requiredInstant = (description: string) => Instant.annotate({ description })
