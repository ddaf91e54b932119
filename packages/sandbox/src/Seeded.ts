/**
 * A random source addressed by (seed, kind, index).
 *
 * Nothing is drawn in sequence: record 900,000 of a kind is known without the records before it, and one field of it
 * without its other fields. So an account of any size costs nothing until somebody reads it, and the same seed always
 * gives the same account.
 */

/** The random source of one kind of record in one account. */
export interface Seeded {
  readonly key: number
}

/** The largest number of records of one kind: indexes run from 0 to one less. */
export const capacity = 0x1_0000_0000

const first = 0x7feb352d
const second = 0x846ca68b

/** A bijection of the 32-bit numbers in which neighbours land far apart. */
const scatter = (value: number): number => {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), first)
  x = Math.imul(x ^ (x >>> 16), second)
  return (x ^ (x >>> 16)) >>> 0
}

/** The inverse of an odd number modulo 2^32, by Newton's iteration. */
const inverse = (odd: number): number => {
  let x = odd
  for (let round = 0; round < 5; round++) x = Math.imul(x, 2 - Math.imul(odd, x))
  return x
}

const firstInverse = inverse(first)
const secondInverse = inverse(second)

const gather = (value: number): number => {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), secondInverse)
  x = Math.imul(x ^ (x >>> 16), firstInverse)
  return (x ^ (x >>> 16)) >>> 0
}

/** The source for one kind of record under a seed. Any number is a seed; its fraction and sign count too. */
export const make = (seed: number, kind: string): Seeded => {
  let key = scatter(seed ^ 0x9e3779b9) ^ scatter(Math.floor(seed / capacity) + Math.round((seed % 1) * 1e9))
  for (let at = 0; at < kind.length; at++) key = scatter(key ^ (kind.charCodeAt(at) + 0x9e37 * (at + 1)))
  return { key: key >>> 0 }
}

/** 32 random bits for a field of a record. `field` is a small number of the caller's choosing, one per fact. */
export const bits = (self: Seeded, index: number, field: number): number =>
  scatter(scatter(index ^ self.key) ^ Math.imul(field + 1, 0x9e3779b1))

/** A number from 0 to below 1. */
export const unit = (self: Seeded, index: number, field: number): number => bits(self, index, field) / capacity

/** True with the given probability (0 to 1). */
export const chance = (self: Seeded, index: number, field: number, probability: number): boolean =>
  unit(self, index, field) < probability

/** A whole number from `low` to `high`, both included. */
export const between = (self: Seeded, index: number, field: number, low: number, high: number): number =>
  low + Math.floor(unit(self, index, field) * (high - low + 1))

/** One member of a list that has at least one. */
export const pick = <const L extends readonly [unknown, ...ReadonlyArray<unknown>]>(
  self: Seeded,
  index: number,
  field: number,
  list: L
): L[number] => list[Math.floor(unit(self, index, field) * list.length)] ?? list[0]

/** One member of a list of [member, weight] pairs, each as often as its weight says. */
export const weighted = <const A>(
  self: Seeded,
  index: number,
  field: number,
  list: readonly [readonly [A, number], ...ReadonlyArray<readonly [A, number]>]
): A => {
  let total = 0
  for (const [, weight] of list) total += weight
  let rest = unit(self, index, field) * total
  for (const [member, weight] of list) {
    rest -= weight
    if (rest < 0) return member
  }
  return list[0][0]
}

/** Every 16-bit number as four hexadecimal digits: ids are written so often that this table pays. */
const quads: ReadonlyArray<string> = Array.from({ length: 0x1_0000 }, (_, value) => value.toString(16).padStart(4, "0"))

const quad = (value: number): string => quads[value & 0xffff] ?? ""

/** The record's id: shaped as a version 4 UUID, different for every index of the kind. */
export const uuid = (self: Seeded, index: number): string => {
  const a = prefix(self, index)
  const b = bits(self, index, 0x10001)
  const c = bits(self, index, 0x10002)
  const d = bits(self, index, 0x10003)
  const version = quad(0x4000 | (b & 0x0fff))
  const variant = quad(0x8000 | ((c >>> 16) & 0x3fff))
  return `${quad(a >>> 16)}${quad(a)}-${quad(b >>> 16)}-${version}-${variant}-${quad(c)}${quad(d >>> 16)}${quad(d)}`
}

/**
 * The first 32 bits of the record's id as a number: different for every index, and in the order of the ids' text, so
 * ids can be sorted without being written out.
 */
export const prefix = (self: Seeded, index: number): number => scatter(scatter(index ^ self.key) ^ self.key)

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** The index an id was made from; undefined when it is no id of this kind. The inverse of `uuid`: no table is kept. */
export const indexOf = (self: Seeded, id: string): number | undefined => {
  if (!shape.test(id)) return undefined
  const index = (gather(gather(Number.parseInt(id.slice(0, 8), 16)) ^ self.key) ^ self.key) >>> 0
  return uuid(self, index) === id ? index : undefined
}
