/** How the values of the candidate are read, for the rivals whose mappings name a function beside a path. */
import { origins } from "./Mapping.ts"

/** What may have been sent. */
export type Maybe<A> = A | null | undefined

const words = new Map<string, string>(Object.entries(origins))
const canonical = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** The text, or null when it is blank. */
export const text = (value: Maybe<string>) =>
  value === null || value === undefined || value.trim() === "" ? null : value

/** The value, or null when it is missing. */
export const value = (value: unknown) => value ?? null

/** The instant in our form. */
export const instant = (value: Maybe<string>) =>
  value === null || value === undefined ? null : canonical.test(value) ? value : new Date(value).toISOString()

/** The date at a text's start. */
export const date = (value: Maybe<string>) => (value ?? "").match(/^\d{4}-\d{2}-\d{2}/)?.[0] ?? null

/** Our word beside the vendor's. */
export const origin = (entry: Maybe<string>) =>
  entry === null || entry === undefined || entry === "" ? null : { value: words.get(entry) ?? null, remote: entry }
