import { join } from "node:path"
import * as Checks from "../src/Checks.ts"
import { conformance } from "../src/Conformance.ts"
import * as Discovery from "../src/Discovery.ts"
import * as Environment from "../src/Environment.ts"

const folder = join(import.meta.dirname, "../../../providers")

for (const { fixtures, provider } of await Discovery.providers(folder, Environment.read().providers)) {
  conformance(provider, { fixtures, checks: Checks.still })
}
