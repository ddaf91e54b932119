/** `pull`: a vendor's records over loopback to unified ones, against a bare loop; and what a longer list costs in memory. */
import { fork } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import type { Figure } from "../Figure.ts"
import { quantile } from "../Rounds.ts"
import { bare, type Contender, crosswalk } from "./Contenders.ts"
import * as Vendor from "./Vendor.ts"

const rounds = 9
const few = 20_000
const many = 200_000
const megabyte = 1024 * 1024

const timed = async (contender: Contender, baseUrl: string, records: number): Promise<number> => {
  const from = performance.now()
  const count = await contender(baseUrl)
  if (count !== records) throw new Error(`${count} records came instead of ${records}`)
  return performance.now() - from
}

const throughput = async (): Promise<Figure> => {
  const vendor = await Vendor.start(few)
  const ratios: Array<number> = []
  // The first round warms up and does not count.
  for (let round = 0; round <= rounds; round++) {
    const order = round % 2 === 0 ? [bare, crosswalk] : [crosswalk, bare]
    const times = new Map<Contender, number>()
    for (const contender of order) times.set(contender, await timed(contender, vendor.baseUrl, few))
    if (round > 0) ratios.push((times.get(bare) ?? Number.NaN) / (times.get(crosswalk) ?? Number.NaN))
  }
  vendor.stop()
  return {
    bench: "pull",
    case: `${few} synthetic.candidate`,
    ratio: quantile(ratios, 0.5),
    floor: "fetch, parse and a hand-written map, unchecked",
    runs: rounds,
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    bar: { least: 0.7 }
  }
}

// V8 lets its heap grow for a while before it collects, whoever runs: the bare loop takes about 110 MB more for the longer
// list. With a small young generation it collects soon, and what grows is what is kept.
const collecting = ["--max-semi-space-size=2"]

const memory = async (records: number): Promise<number> => {
  const vendor = await Vendor.start(records)
  const child = fork(fileURLToPath(new URL("memory.ts", import.meta.url)), [vendor.baseUrl], { execArgv: collecting })
  const [bytes] = await once(child, "message")
  vendor.stop()
  return Number(bytes)
}

const growth = async (): Promise<Figure> => {
  const grown: Array<number> = []
  for (let run = 0; run < 3; run++) grown.push(((await memory(many)) - (await memory(few))) / megabyte)
  return {
    bench: "pull",
    case: `RSS from ${few} to ${many}`,
    ratio: quantile(grown, 0.5),
    unit: "MB",
    floor: "the shorter list's peak, young generation of 2 MB",
    runs: grown.length,
    spread: [quantile(grown, 0.25), quantile(grown, 0.75)],
    bar: { most: 64 }
  }
}

/** Measures and reports as figures come. */
export const run = async (report: (figures: ReadonlyArray<Figure>) => void): Promise<void> => {
  report([await throughput()])
  report([await growth()])
}
