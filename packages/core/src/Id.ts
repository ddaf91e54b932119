/**
 * Computed ids: 128 bits from connector, model and remote id.
 *
 * The same record has the same id for ever, on every machine, so references resolve without look-ups and in any order
 * of syncing. Written as a UUID of version 8, or as 24 characters for the dialect that needs them.
 */
import { hash } from "node:crypto"
import * as RemoteKey from "./RemoteKey.ts"

const variant = "89ab"

/** The id of one record. `model` is the model's identity: see {@link Model.Any}. */
export const make = (connector: string, model: string, remoteId: string): string => {
  const hex = hash("sha256", `${connector}\n${model}\n${RemoteKey.make(remoteId) ?? ""}`, "hex")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${
    variant[Number.parseInt(hex.charAt(16), 16) & 3]
  }${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Computes ids of one connector's records. */
export type Identify = (model: string, remoteId: string) => string

const remembered = 4096
const rememberedLength = 256

/**
 * {@link make} for one connector, with a bounded memory of recent answers: owners, stages and jobs repeat on every
 * page. It keeps at most 4096 ids of each model, and none that was computed from more than 256 characters.
 */
export const forConnector = (connector: string): Identify => {
  const models = new Map<string, Map<string, string>>()
  return (model, remoteId) => {
    if (remoteId.length > rememberedLength) return make(connector, model, remoteId)
    let known = models.get(model)
    if (known === undefined) models.set(model, (known = new Map()))
    let id = known.get(remoteId)
    if (id === undefined) {
      if (known.size >= remembered) known.clear()
      known.set(remoteId, (id = make(connector, model, remoteId)))
    }
    return id
  }
}

const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
const shortLength = 24
const base = BigInt(alphabet.length)

// As many digits as leave remainders that are still exact numbers when they are moved up by 32 bits.
const divisor = alphabet.length ** 3
const word = 2 ** 32

/** Two digits for each number below the square of the base. */
const pairs = Array.from(
  { length: alphabet.length ** 2 },
  (_, value) => `${alphabet.charAt(Math.floor(value / alphabet.length))}${alphabet.charAt(value % alphabet.length)}`
)

/** A computed id in 24 characters (base 58). */
export const toShort = (id: string): string => {
  // Long division of four words of 32 bits: a page holds hundreds of ids, and a bigint takes three times as long.
  let a = Number.parseInt(id.slice(0, 8), 16)
  let b = Number.parseInt(id.slice(9, 13) + id.slice(14, 18), 16)
  let c = Number.parseInt(id.slice(19, 23) + id.slice(24, 28), 16)
  let d = Number.parseInt(id.slice(28, 36), 16)
  let out = ""
  while (out.length < shortLength) {
    const first = Math.floor(a / divisor)
    const second = (a - first * divisor) * word + b
    a = first
    b = Math.floor(second / divisor)
    const third = (second - b * divisor) * word + c
    c = Math.floor(third / divisor)
    const fourth = (third - c * divisor) * word + d
    d = Math.floor(fourth / divisor)
    const rest = fourth - d * divisor
    const high = Math.floor(rest / pairs.length)
    out = `${alphabet.charAt(high)}${pairs[rest - high * pairs.length]}${out}`
  }
  return out
}

const shortForm = new RegExp(`^[${alphabet}]{${shortLength}}$`)

/** The UUID of an id in 24 characters; null when the text is none. */
export const fromShort = (short: string): string | null => {
  if (!shortForm.test(short)) return null
  let value = 0n
  for (const char of short) value = value * base + BigInt(alphabet.indexOf(char))
  const hex = value.toString(16).padStart(32, "0")
  if (hex.length > 32) return null
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
