import { describe, it } from "@effect/vitest"
import { join } from "node:path"
import * as Checks from "../src/Checks.ts"
import { conformance } from "../src/Conformance.ts"
import * as Discovery from "../src/Discovery.ts"
import * as Environment from "../src/Environment.ts"

const folder = join(import.meta.dirname, "../../../providers")
const found = await Discovery.providers(folder, Environment.read().providers)

for (const { fixtures, provider, simulator } of found) {
  if (simulator !== null) conformance(provider, { fixtures, sandbox: simulator, checks: Checks.driving })
}

describe("providers without a simulator", () => {
  it("are named", () => {
    const without = found.flatMap(({ name, simulator }) => (simulator === null ? [name] : []))
    if (without.length > 0) console.info(`nothing was driven for ${without.join(", ")}: no src/Sandbox.ts`)
  })
})
