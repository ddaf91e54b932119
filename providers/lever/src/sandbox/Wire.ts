/**
 * Reading JSON that tests may have edited to anything.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"

export const text = (value: Json | undefined): string => (typeof value === "string" ? value : "")

export const number = (value: Json | undefined): number | null => (typeof value === "number" ? value : null)

export const object = (value: Json | undefined): JsonObject =>
  typeof value === "object" && value !== null && !isList(value) ? value : {}

export const list = (value: Json | undefined): ReadonlyArray<Json> =>
  value !== undefined && isList(value) ? value : []

const isList = (value: Json): value is ReadonlyArray<Json> => Array.isArray(value)
