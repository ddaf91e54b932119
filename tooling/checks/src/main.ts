// `npm test` runs all steps; `pnpm check` those that run no test; a list of names runs just those.

import { steps, withoutTests } from "./steps.ts"
import { problemsOfNames, runAll } from "./Run.ts"

const asked = process.argv.slice(2)
const chosen = asked.flatMap((name) =>
  name === "all"
    ? steps.map((step) => step.name)
    : name === "check"
      ? steps.map((step) => step.name).filter((step) => !withoutTests.has(step))
      : [name]
)
const mistakes = problemsOfNames(steps, chosen)

if (mistakes.length > 0) {
  for (const mistake of mistakes) console.error(mistake)
  process.exitCode = 2
} else {
  process.exitCode = (await runAll(steps.filter((step) => chosen.includes(step.name)))) ? 0 : 1
}
