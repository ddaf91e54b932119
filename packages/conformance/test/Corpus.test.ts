import { join } from "node:path"
import { corpus } from "../src/Corpus.ts"
import * as Discovery from "../src/Discovery.ts"
import * as Environment from "../src/Environment.ts"

const root = join(import.meta.dirname, "../../..")
const environment = Environment.read()
const recorded = environment.corpus ?? join(root, "../shared/corpus")

for (const { name, provider } of await Discovery.providers(join(root, "providers"), environment.providers)) {
  corpus(provider, join(recorded, name), { lossless: true })
}
