/**
 * The text by which a remote record is known in Crosswalk: the vendor's id, made safe for every store.
 *
 * Ordinary ids are kept as they are. Ids with control characters or unpaired surrogates, which databases and hashes
 * alter silently, are written as JSON text, and so is an id that begins like one: two different ids never become one.
 */
import { Result } from "effect"

const odd = /^"|[\u0000-\u001f\u007f]/

/** Whether every character is a printable one of ASCII, and the first no quotation mark: an ordinary id, seen at once. */
const isPlain = (id: string): boolean => {
  for (let at = 0; at < id.length; at++) {
    const char = id.charCodeAt(at)
    if (char < 0x20 || char > 0x7e) return false
  }
  return id.charCodeAt(0) !== 0x22
}

/** The key of a vendor's id; null when the id is empty. `5` and `"5"` are the same id. */
export const make = (id: string | number): string | null => {
  if (typeof id === "number") return String(id)
  if (id === "") return null
  if (isPlain(id)) return id
  return odd.test(id) || !id.isWellFormed() ? JSON.stringify(id).replaceAll("\u007f", "\\u007f") : id
}

/** The vendor's id that a key was made of; a text that {@link make} does not make stands for itself. */
export const toRemoteId = (key: string): string => {
  if (key.charCodeAt(0) !== 0x22) return key
  const parsed = Result.try((): unknown => JSON.parse(key))
  return Result.isSuccess(parsed) && typeof parsed.success === "string" ? parsed.success : key
}
