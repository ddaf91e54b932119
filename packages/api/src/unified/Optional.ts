/** Fields of the served shapes: a key is there when its value is known, and null never is. */
import { InstantText } from "@crosswalk/core/Field"
import { Schema } from "effect"

const may = <S extends Schema.Top>(schema: S, description: string) =>
  Schema.optionalKey(schema.annotate({ description }))

/** Text. */
export const text = (description: string) => may(Schema.String, description)

/** A number. */
export const number = (description: string) => may(Schema.Finite, description)

/** True or false. */
export const boolean = (description: string) => may(Schema.Boolean, description)

/** A full date-time in UTC; a day is its midnight. */
export const instant = (description: string) => may(InstantText, description)

/** Mostly one of some words; the vendor's own where none of them means the same. */
export const word = <const Words extends ReadonlyArray<string>>(words: Words, description: string) =>
  may(Schema.Union([Schema.Literals(words), Schema.String]), description)

/** A list. */
export const list = <S extends Schema.Top>(item: S, description: string) => may(Schema.Array(item), description)

/** Texts. */
export const texts = (description: string) => list(Schema.String, description)

/** A structure. */
export const struct = <S extends Schema.Top>(shape: S, description: string) => may(shape, description)
