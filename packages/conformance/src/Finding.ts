/** One thing that a provider gets wrong. */

/** What is wrong, and with what. */
export interface Finding {
  /** A resource, a mapper, a field, a file: as specific as can be said. */
  readonly about: string
  /** What is wrong and what to do, as a sentence without its full stop. */
  readonly problem: string
}

/** A finding. */
export const make = (about: string, problem: string): Finding => ({ about, problem })

const shown = 20

/** Findings as people read them: one on each line, at most 20 of them. */
export const format = (findings: ReadonlyArray<Finding>): string =>
  [
    ...findings.slice(0, shown).map(({ about, problem }) => `- ${about}: ${problem}`),
    ...(findings.length > shown ? [`and ${findings.length - shown} more`] : [])
  ].join("\n")
