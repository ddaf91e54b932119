import { assert, it, vi } from "@effect/vitest"
import { simulate } from "./Simulation.ts"

const seeds = [1, 2, 3, 4, 5, 6, 7, 8]

it("a seed decides all that happens, whatever the process's own clock and chance say", { timeout: 120_000 }, () => {
  const before = seeds.map((seed) => simulate(seed).hash)
  const clock = vi.spyOn(Date, "now").mockReturnValue(4_000_000_000_000)
  const chance = vi.spyOn(Math, "random").mockReturnValue(0.5)
  try {
    assert.deepStrictEqual(
      seeds.map((seed) => simulate(seed).hash),
      before
    )
  } finally {
    clock.mockRestore()
    chance.mockRestore()
  }
  assert.strictEqual(new Set(before).size, seeds.length)
})
