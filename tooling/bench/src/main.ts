// `pnpm bench [names] [--json] [--strict]`: how fast the hot paths are, as ratios. `--strict` fails when a bar is missed.

import * as Bamboohr from "./bamboohr/Subject.ts"
import * as Candidate from "./candidate/Subject.ts"
import * as Crowd from "./Crowd.ts"
import type { Figure } from "./Figure.ts"
import { head, isMet, toJson, toRow } from "./Figure.ts"
import * as Greenhouse from "./greenhouse/Subject.ts"
import * as Lever from "./lever/Subject.ts"
import * as Mapping from "./Mapping.ts"
import * as Pull from "./pull/Bench.ts"
import * as Scale from "./scale/Bench.ts"
import * as Serve from "./serve/Bench.ts"
import * as Store from "./store/Bench.ts"
import * as Sync from "./sync/Bench.ts"
import * as UkgPro from "./ukg-pro/Subject.ts"
import * as Workers from "./workers/Bench.ts"

const subjects = [Lever.subject, Greenhouse.subject, UkgPro.subject, Bamboohr.subject, Candidate.subject]

const mapping = (bench: "map" | "ingest") => async (report: (figures: ReadonlyArray<Figure>) => void) => {
  for (const subject of subjects) report(await Mapping.run(bench, subject))
}

const benches = new Map([
  ["map", mapping("map")],
  ["ingest", mapping("ingest")],
  ["pull", Pull.run],
  ["store", Store.run],
  ["sync", Sync.run],
  ["scale", Scale.run],
  ["workers", Workers.run],
  ["serve", Serve.run]
])

const flags = new Set(["--json", "--strict"])
const asked = process.argv.slice(2).filter((argument) => !flags.has(argument))
const unknown = asked.filter((name) => !benches.has(name))

if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(", ")}; there are: ${[...benches.keys()].join(", ")}.`)
  process.exitCode = 1
} else {
  const asJson = process.argv.includes("--json")
  const missed: Array<Figure> = []
  if (!asJson) console.log(head)
  Crowd.run(40)
  for (const [name, bench] of benches) {
    if (asked.length > 0 && !asked.includes(name)) continue
    await bench((figures) => {
      for (const figure of figures) console.log(asJson ? toJson(figure) : toRow(figure))
      missed.push(...figures.filter((figure) => !isMet(figure)))
    })
  }
  for (const figure of missed)
    console.error(`${figure.bench} ${figure.case}: ${figure.ratio.toFixed(2)} misses its bar.`)
  if (missed.length > 0 && process.argv.includes("--strict")) process.exitCode = 1
}
