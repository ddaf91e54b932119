// Onboards the new hires of the demo's HR systems: `npm start` in one terminal, this in another.

import { createClient } from "@crosswalk/client/CreateClient"
import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { parseArgs } from "node:util"
import * as Board from "./Board.ts"
import * as Onboarding from "./Onboarding.ts"

const { values } = parseArgs({
  options: {
    /** The demo's data folder. */
    data: { type: "string", default: join(import.meta.dirname, "../../../.crosswalk") },
    /** Whoever starts before this day was here already. */
    since: { type: "string", default: "2026-07-01" }
  }
})

const demo: { readonly baseUrl: string; readonly apiKey: string } = JSON.parse(
  await readFile(join(values.data, "demo.json"), "utf8")
)

const folder = join(values.data, "onboarding")
await mkdir(folder, { recursive: true })
const file = join(folder, "places.json")
const places: Onboarding.Places = JSON.parse((await readFile(file, { encoding: "utf8", flag: "a+" })) || "{}")

const outcome = await Onboarding.run({
  client: createClient(demo),
  board: await Board.open(join(folder, "board.ndjson")),
  places,
  since: values.since
})
await writeFile(file, JSON.stringify(outcome.places))

for (const { department, entries, manager, name, startsOn } of outcome.onboarded) {
  console.log(
    `${name} (${department ?? "no department"}) starts on ${startsOn}; ${entries} entries; led by ${manager ?? "nobody yet"}`
  )
}
for (const id of outcome.waiting) console.log(`The first sync of ${id} has not ended. Run this again.`)
console.log(`${outcome.onboarded.length} new hires; ${join(folder, "board.ndjson")} has what is to be done.`)
