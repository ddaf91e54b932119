/**
 * The vendor's ids: short words of capitals and digits, from which the row they stand for can be read back.
 */

const alphabet = 36
const width = 6
const capacity = alphabet ** width

/** Shares no factor with the capacity, so that every row has a word of its own. */
const factor = 1_234_567_891

const inverse = (() => {
  let [a, b] = [BigInt(factor), BigInt(capacity)]
  let [x, y] = [1n, 0n]
  while (b !== 0n) {
    const quotient = a / b
    ;[a, b] = [b, a - quotient * b]
    ;[x, y] = [y, x - quotient * y]
  }
  return ((x % BigInt(capacity)) + BigInt(capacity)) % BigInt(capacity)
})()

/** Six characters for a row below three million; `key` makes them differ from account to account. */
export const write = (key: number, row: number): string =>
  ((row * factor + (key % capacity)) % capacity).toString(alphabet).toUpperCase().padStart(width, "0")

/** The row of such a word; undefined when it is none. */
export const read = (key: number, word: string): number | undefined => {
  if (!/^[0-9A-Z]{6}$/.test(word)) return undefined
  const value = BigInt(Number.parseInt(word, alphabet)) - BigInt(key % capacity)
  const row = (((value * inverse) % BigInt(capacity)) + BigInt(capacity)) % BigInt(capacity)
  return Number(row)
}
