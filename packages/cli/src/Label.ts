/**
 * What to call a record in one line for people.
 */
import { Predicate } from "effect"

const naming = ["name", "title", "text", "subject", "file_name", "body", "status"] as const

const brief = (value: unknown): string | null => {
  if (Predicate.isString(value)) return value === "" ? null : value
  if (Predicate.isNumber(value)) return String(value)
  if (Array.isArray(value))
    return value.length === 0 ? null : value.flatMap((item) => brief(item) ?? []).join(", ") || null
  if (Predicate.isObject(value) && "value" in value) return brief(value["value"])
  return null
}

/** The record's name, title or text, cut to 60 characters; else its remote id. */
export const of = (record: Readonly<Record<string, unknown>>): string => {
  const name = naming.map((field) => brief(record[field])).find((text) => text !== null)
  return (name ?? String(record["remote_id"] ?? "")).replaceAll(/\s+/g, " ").slice(0, 60)
}

/** Fields that say who and when rather than what; they are the same in every model. */
const common: ReadonlySet<string> = new Set([
  "id",
  "remote_id",
  "remote_created_at",
  "remote_updated_at",
  "modified_at"
])

const isId = (text: string): boolean => /^[0-9a-f-]{24,}(, [0-9a-f-]{24,})*$/i.test(text)

/** The first things that a record tells, as `field: value`, without its ids. */
export const sample = (record: Readonly<Record<string, unknown>>): string =>
  Object.entries(record)
    .flatMap(([field, value]) => {
      const text = common.has(field) ? null : brief(value)
      return text === null || isId(text) ? [] : [`${field}: ${text.replaceAll(/\s+/g, " ").slice(0, 40)}`]
    })
    .slice(0, 6)
    .join(", ")
