/**
 * JSON text in pieces, in their order. They are encoded one by one: joined before, a single letter beyond Latin-1 would make
 * a text of twice the size of all of them, which took nine times as long.
 */
export type Pieces = ReadonlyArray<string>

/** A list of JSON texts with what stands before and behind it. */
export const list = (before: string, items: ReadonlyArray<string>, behind: string): Pieces => [
  before,
  ...items.flatMap((item, nth) => (nth === 0 ? [item] : [",", item])),
  behind
]
