/**
 * Tables of text for people: columns as wide as their widest cell, the last one cut where a terminal ends.
 */
import { Effect } from "effect"
import * as Output from "./Output.ts"

/** A line at most `columns` characters wide, an ellipsis in place of what was cut. */
export const cut = (line: string, columns: number): string =>
  line.length <= columns ? line : `${line.slice(0, Math.max(0, columns - 1))}…`

/** The lines of a table with a head; `columns` is the width of the terminal, null for no end. */
export const format = (
  head: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  columns: number | null
): ReadonlyArray<string> => {
  const all = [head.map((title) => title.toUpperCase()), ...rows]
  const widths = head.map((_, at) => Math.max(...all.map((row) => (row[at] ?? "").length)))
  return all.map((row) => {
    const line = row
      .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
      .join("  ")
      .trimEnd()
    return columns === null ? line : cut(line, columns)
  })
}

/** Prints a table to standard output, as `Output.lines` does. */
export const print = Effect.fnUntraced(function* (
  head: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>
) {
  yield* Output.lines(format(head, rows, yield* Output.width))
})
