import { assert, it } from "@effect/vitest"
import * as Mistakes from "./Mistakes.ts"
import { simulate } from "./Simulation.ts"

/** Seeds within which each mistake has to be found. */
const seeds = 100

it.each(Object.entries(Mistakes))("finds %s", { timeout: 300_000 }, (_, mistake) => {
  for (let seed = 1; seed <= seeds; seed++) {
    try {
      simulate(seed, mistake)
    } catch (why) {
      // What holds no longer is told; anything else would be a fault of the simulation.
      assert.match(
        String(why),
        new RegExp(`seed ${seed}: [^\n]*\nreplay: CROSSWALK_SIMULATION_SEED=${seed} npx vitest`)
      )
      assert.include(String(why), "last events:")
      return
    }
  }
  assert.fail(`not found in ${seeds} seeds`)
})
