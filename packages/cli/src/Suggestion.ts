/**
 * Names near to one that is not known.
 */

/** Number of letters to change, add or leave out to turn one word into the other. */
const distance = (left: string, right: string): number => {
  let before = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let row = 1; row <= left.length; row++) {
    const line = [row]
    for (let column = 1; column <= right.length; column++) {
      const replaced = (before[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1)
      line.push(Math.min(replaced, (before[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1))
    }
    before = line
  }
  return before[right.length] ?? 0
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")

/** The known names nearest to an unknown one; none when all are far away. */
export const near = (name: string, known: ReadonlyArray<string>): ReadonlyArray<string> => {
  const wanted = plain(name)
  // A whole registry of names is short; an argument may be of any length.
  if (wanted.length > 64) return []
  const scored = known.map((other) => ({ other, score: distance(wanted, plain(other)) }))
  const best = Math.min(...scored.map(({ score }) => score))
  const most = Math.max(1, Math.floor(wanted.length / 3))
  return best > most ? [] : scored.filter(({ score }) => score === best).map(({ other }) => other)
}

/** Says what could have been meant, or what there is. */
export const sentence = (name: string, known: ReadonlyArray<string>): string => {
  const found = near(name, known)
  if (found.length > 0) return `Did you mean ${found.join(" or ")}?`
  return known.length === 0 ? "There is none." : `Known are: ${[...known].sort().join(", ")}.`
}
