/**
 * The seeds that are run, a share of them in each test file, so that files run side by side.
 *
 * `CROSSWALK_SIMULATION_SEED` chooses others: one seed, which tells all that happened in it, or a range such as
 * `1001-9000` for a longer hunt.
 */
import { describe, it } from "@effect/vitest"
import { simulate } from "./Simulation.ts"

const files = 4
const seeds = 1000
const block = 50

const chosen = process.env["CROSSWALK_SIMULATION_SEED"]
const [first = 1, last = first] = (chosen ?? `1-${seeds}`).split("-").map(Number)
const isReplay = first === last

// Stacks that nobody looks at are a sixth of the time; a replay has them.
if (!isReplay) Error.stackTraceLimit = 0

/** Registers one file's share of the seeds; `file` counts from 0. */
export const share = (file: number): void => {
  describe.skipIf(isReplay && file > 0)("syncs through every fault, and then stores what the vendor has", () => {
    if (isReplay) {
      it(`seed ${first}`, { timeout: 60_000 }, () => {
        const { log } = simulate(first)
        console.log(log.join("\n"))
      })
      return
    }
    const size = Math.ceil((last - first + 1) / files)
    const end = Math.min(last, first + (file + 1) * size - 1)
    for (let from = first + file * size; from <= end; from += block) {
      const to = Math.min(end, from + block - 1)
      it(`seeds ${from} to ${to}`, { timeout: 300_000 }, () => {
        for (let seed = from; seed <= to; seed++) simulate(seed)
      })
    }
  })
}
