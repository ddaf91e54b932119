/**
 * Keys that people hand around: random, recognisable by their prefix, and with a checksum, so that a mistyped one is
 * refused without a look into the database and scanners of code can tell a real one from an example.
 */
import { hash, randomBytes } from "node:crypto"
import { crc32 } from "node:zlib"

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
const base = alphabet.length
const randomLength = 43
const checksumLength = 6

/** The greatest multiple of 62 in a byte: bytes above it would make some characters more likely. */
const fair = 256 - (256 % base)

const random = (length: number): string => {
  let out = ""
  while (out.length < length) {
    for (const byte of randomBytes(length)) if (byte < fair && out.length < length) out += alphabet[byte % base]
  }
  return out
}

const checksum = (text: string): string => {
  let rest = crc32(text)
  let out = ""
  while (out.length < checksumLength) {
    out = alphabet.charAt(rest % base) + out
    rest = Math.floor(rest / base)
  }
  return out
}

/** A new key with 256 bits of chance behind its prefix. */
export const make = (prefix: string): string => {
  const body = `${prefix}_${random(randomLength)}`
  return `${body}${checksum(body)}`
}

/** Whether a text has the form and the checksum of a key of this prefix. */
export const isWellFormed = (prefix: string, text: string): boolean => {
  if (text.length !== prefix.length + 1 + randomLength + checksumLength || !text.startsWith(`${prefix}_`)) return false
  const body = text.slice(0, -checksumLength)
  return checksum(body) === text.slice(-checksumLength)
}

/** What is stored of a key. The keys are random, so a plain hash cannot be turned back. */
export const fingerprint = (text: string): string => hash("sha256", text, "hex")
