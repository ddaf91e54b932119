/** Two values beside each other, as much of each as shows where they differ. */
import * as Table from "./Table.ts"

/** Characters that are left before the difference, so that it can be placed. */
const lead = 12

/** The JSON of two values, at most `columns` characters of each; of long ones what stands before the difference is cut. */
export const texts = (before: unknown, after: unknown, columns: number): readonly [string, string] => {
  const left = JSON.stringify(before) ?? "null"
  const right = JSON.stringify(after) ?? "null"
  if (Math.max(left.length, right.length) <= columns) return [left, right]
  let same = 0
  while (same < left.length && left[same] === right[same]) same++
  const from = same < columns - 1 ? 0 : same - lead
  const shown = (text: string) => Table.cut(from === 0 ? text : `…${text.slice(from)}`, columns).toWellFormed()
  return [shown(left), shown(right)]
}
