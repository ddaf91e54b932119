import { command } from "./Command.ts"
import { consumer } from "./Consumer.ts"
import { generated } from "./Generated.ts"
import { published } from "./Published.ts"
import type { Step } from "./Step.ts"
import { structure } from "./Structure.ts"
import { tests } from "./Tests.ts"

/** A step that is one command: it fails when the command does, and then shows what it said. */
const tool = (name: string, detail: string, program: string, args: ReadonlyArray<string>): Step => ({
  name,
  run: async () => {
    const { ok, output } = await command(program, args)
    return ok ? { ok, detail } : { ok, detail: [program, ...args].join(" "), report: output.trimEnd() }
  }
})

/** All steps, in the order they run: what fails soonest stands first. */
export const steps: ReadonlyArray<Step> = [
  tool("format", "as oxfmt writes it", "oxfmt", ["--check"]),
  tool("lint", "no finding", "oxlint", ["--deny-warnings", "--report-unused-disable-directives"]),
  { name: "structure", run: structure },
  { name: "generated", run: generated },
  tool("types", "sources, tests and type tests compile", "tsc", ["-p", "tsconfig.json"]),
  { name: "tests", run: tests },
  { name: "published", run: published },
  { name: "consumer", run: consumer }
]

/** The steps that `pnpm check` leaves to `npm test`. */
export const withoutTests: ReadonlySet<string> = new Set(["tests", "consumer"])
