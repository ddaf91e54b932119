/** One thing that is checked, under the name the summary shows. */
export interface Step {
  readonly name: string
  readonly run: () => Promise<Outcome>
}

/** What came of a step. */
export interface Outcome {
  readonly ok: boolean
  /** A few words for the summary, e.g. "34 passed". */
  readonly detail: string
  /** What went wrong, in full; empty when the step has already printed it. */
  readonly report?: string
  /** Counts for the last line; a step that does not count its parts is one. */
  readonly counts?: { readonly passed: number; readonly failed: number }
  /** What could not be looked at on this machine, one line each. */
  readonly notRun?: ReadonlyArray<string>
}

/** The outcome of a step that found problems, one line each. */
export const problems = (found: ReadonlyArray<string>, detail: string): Outcome =>
  found.length === 0
    ? { ok: true, detail }
    : { ok: false, detail: `${found.length} to mend`, report: found.map((line) => `  ${line}`).join("\n") }
