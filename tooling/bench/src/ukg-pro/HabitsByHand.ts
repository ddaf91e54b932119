/** UKG Pro's habits of writing values, read by hand. */

/** What may have been sent: the value, null, or nothing. */
export type Maybe<A> = A | null | undefined

/** The text; null where it is missing or blank. */
export const text = (value: Maybe<string>): string | null =>
  value === null || value === undefined || value.trim() === "" ? null : value

/** A code; null where it is missing, blank, or `Z`. */
export const code = (value: Maybe<string | number>): string | null => {
  if (value === null || value === undefined || value === "Z") return null
  return typeof value === "number" ? String(value) : text(value)
}

/** Yes, no, or neither. */
export const flag = (value: Maybe<boolean | string>): boolean | null => {
  if (value === null || value === undefined || typeof value === "boolean") return value ?? null
  switch (value.trim().toUpperCase()) {
    case "Y":
    case "YES":
    case "TRUE":
      return true
    case "N":
    case "NO":
    case "FALSE":
      return false
    default:
      return null
  }
}

const isoDate = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/
const monthFirst = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/

/** The calendar date, from either way of writing it. */
export const day = (value: Maybe<string>): string | null => {
  if (value === null || value === undefined) return null
  if (isoDate.test(value)) return value.slice(0, 10)
  const [, month = "", date = "", year] = monthFirst.exec(value) ?? []
  return year === undefined ? null : `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`
}
