/**
 * Cursors: where the next page of one list begins, signed, so that one that was made up, cut off or taken from another
 * list or connector is refused.
 */
import type { Signer } from "@crosswalk/store/Vault"

/** The place of a page: behind a record of the listing, or after so many records of another order. */
export type Place = { readonly after: number } | { readonly offset: number }

const signatureLength = 16
const numberLength = 8
const kinds = ["after", "offset"] as const

const text = (place: Uint8Array, list: string): string => `${Buffer.from(place).toString("base64url")} ${list}`

/** The cursor of a place; `list` names the list with all that must be the same on the next page. */
export const write = (signer: Signer, list: string, place: Place): string => {
  const bytes = Buffer.alloc(1 + numberLength)
  const [kind, value] = "after" in place ? [0, place.after] : [1, place.offset]
  bytes.writeUInt8(kind)
  bytes.writeBigUInt64BE(BigInt(value), 1)
  return Buffer.concat([bytes, signer.sign(text(bytes, list), signatureLength)]).toString("base64url")
}

/** The place of a cursor; null when it is none of this list. */
export const read = (signer: Signer, list: string, cursor: string): Place | null => {
  const bytes = Buffer.from(cursor, "base64url")
  if (bytes.length !== 1 + numberLength + signatureLength || bytes.toString("base64url") !== cursor) return null
  const place = bytes.subarray(0, 1 + numberLength)
  if (!signer.verify(text(place, list), bytes.subarray(1 + numberLength))) return null
  const value = Number(place.readBigUInt64BE(1))
  return kinds[place.readUInt8()] === "offset" ? { offset: value } : { after: value }
}

/** The cursor of a place that is a text, as feeds and logs have them. */
export const writeText = (signer: Signer, list: string, place: string): string => {
  const signature = signer.sign(`${list} ${place}`, signatureLength)
  return `${Buffer.from(place).toString("base64url")}.${Buffer.from(signature).toString("base64url")}`
}

/** The place of such a cursor; null when it is none of this list. */
export const readText = (signer: Signer, list: string, cursor: string): string | null => {
  const [text = "", signature = ""] = cursor.split(".")
  const place = Buffer.from(text, "base64url").toString()
  return signer.verify(`${list} ${place}`, Buffer.from(signature, "base64url")) ? place : null
}
