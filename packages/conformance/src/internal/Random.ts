/** Chance that can be had again: a small seeded generator (mulberry32). */

/** Draws of one seed. */
export interface Random {
  /** From 0 up to, but not, 1. */
  readonly next: () => number
  /** From `from` to `to`, both included. */
  readonly integer: (from: number, to: number) => number
}

/** The draws of a seed. */
export const make = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, integer: (from, to) => from + Math.floor(next() * (to - from + 1)) }
}
