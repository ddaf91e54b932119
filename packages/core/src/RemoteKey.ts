/**
 * The text by which a remote record is known in Crosswalk: the vendor's id, made safe for every store.
 *
 * Ordinary ids are kept as they are. Ids with control characters or unpaired surrogates, which databases and hashes
 * alter silently, are written as JSON text, and so is an id that begins like one: two different ids never become one.
 */
import { Result } from "effect"

const odd = /^"|[\u0000-\u001f\u007f]/

/** The key of a vendor's id; null when the id is empty. `5` and `"5"` are the same id. */
export const make = (id: string | number): string | null => {
  const text = String(id)
  if (text === "") return null
  return odd.test(text) || !text.isWellFormed() ? JSON.stringify(text).replaceAll("\u007f", "\\u007f") : text
}

/** The vendor's id that a key was made of; a text that {@link make} does not make stands for itself. */
export const toRemoteId = (key: string): string => {
  if (!key.startsWith('"')) return key
  const parsed = Result.try((): unknown => JSON.parse(key))
  return Result.isSuccess(parsed) && typeof parsed.success === "string" ? parsed.success : key
}
