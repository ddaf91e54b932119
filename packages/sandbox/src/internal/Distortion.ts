/**
 * Faults that leave an answer well-formed but not as promised.
 */
import type { Json, JsonObject } from "../Answer.ts"

const isList = (value: Json): value is ReadonlyArray<Json> => Array.isArray(value)

const isObject = (value: Json): value is JsonObject => typeof value === "object" && value !== null && !isList(value)

const mapObject = (value: JsonObject, change: (value: Json) => Json): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([key, member]) => [key, change(member)]))

/** Every number as text, at any depth. */
export const numbersAsText = (value: Json): Json => {
  if (typeof value === "number") return String(value)
  if (isList(value)) return value.map(numbersAsText)
  return isObject(value) ? mapObject(value, numbersAsText) : value
}

/** Every object with fields that nobody has heard of: text, number, list, object and null. */
export const unknownFields = (value: Json): Json => {
  if (isList(value)) return value.map(unknownFields)
  if (!isObject(value)) return value
  return {
    ...mapObject(value, unknownFields),
    sandboxText: "unknown",
    sandboxNumber: 42,
    sandboxList: [1, "two", null],
    sandboxObject: { nested: true },
    sandboxNull: null
  }
}

/** The object without the named fields at its top. */
export const without =
  (names: ReadonlyArray<string>) =>
  (value: Json): Json =>
    isObject(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !names.includes(key))) : value
