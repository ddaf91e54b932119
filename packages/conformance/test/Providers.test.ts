import { join } from "node:path"
import { conformance } from "../src/Conformance.ts"
import * as Discovery from "../src/Discovery.ts"
import * as Environment from "../src/Environment.ts"

const folder = join(import.meta.dirname, "../../../providers")

for (const { fixtures, provider, simulator } of await Discovery.providers(folder, Environment.read().providers)) {
  conformance(provider, { fixtures, ...(simulator === null ? {} : { sandbox: simulator }) })
}
