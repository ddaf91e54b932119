import type { Outcome, Step } from "./Step.ts"

interface Done extends Outcome {
  readonly name: string
  readonly seconds: number
}

/** What is wrong with a choice of steps: none at all, or a name that does not exist. */
export const problemsOfNames = (steps: ReadonlyArray<Step>, names: ReadonlyArray<string>): ReadonlyArray<string> => {
  const known = steps.map((step) => step.name)
  if (names.length === 0) return [`Name the steps to run: all, check, ${known.join(", ")}.`]
  return names
    .filter((name) => !known.includes(name))
    .map((name) => `There is no step "${name}". There are: all, check, ${known.join(", ")}.`)
}

/** Runs the steps one after the other, prints what each found, then a summary. True when all went well. */
export const runAll = async (steps: ReadonlyArray<Step>): Promise<boolean> => {
  const done: Array<Done> = []
  for (const step of steps) {
    console.log(`\n— ${step.name}`)
    const startedAt = performance.now()
    const outcome = await step.run().catch(broken)
    const seconds = (performance.now() - startedAt) / 1000
    if (outcome.report) console.log(outcome.report)
    console.log(`  ${outcome.ok ? "ok" : "FAILED"}: ${outcome.detail} (${seconds.toFixed(1)} s)`)
    done.push({ ...outcome, name: step.name, seconds })
  }
  console.log(`\n${summary(done)}`)
  return done.every((step) => step.ok)
}

/** A step that could not do its work has failed like one that found something; the others still run. */
const broken = (error: unknown): Outcome => ({
  ok: false,
  detail: "the check itself failed",
  report: error instanceof Error ? (error.stack ?? error.message) : String(error)
})

/** The summary: a line per step, what was not run, the failed steps by name, and the counts alone on the last line. */
export const summary = (done: ReadonlyArray<Done>): string => {
  const width = Math.max(...done.map((step) => step.name.length))
  const failed = done.filter((step) => !step.ok).map((step) => step.name)
  const counts = done.map((step) => step.counts ?? { passed: step.ok ? 1 : 0, failed: step.ok ? 0 : 1 })
  const sum = (key: "passed" | "failed") => counts.reduce((total, count) => total + count[key], 0)
  return [
    ...done.map(
      (step) =>
        `${step.ok ? "ok    " : "FAILED"}  ${step.name.padEnd(width)}  ${step.seconds.toFixed(1).padStart(5)} s  ${step.detail}`
    ),
    ...done.flatMap((step) => step.notRun ?? []).map((line) => `not run: ${line}`),
    ...(failed.length === 0 ? [] : [`Failed: ${failed.join(", ")}. Again, alone: pnpm check:step ${failed.join(" ")}`]),
    `${sum("passed")} passed, ${sum("failed")} failed`
  ].join("\n")
}
