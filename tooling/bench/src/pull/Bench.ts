/** `pull`: a vendor's records over loopback to unified ones, against a bare loop; and what a longer list costs in memory. */
import { isDeepStrictEqual } from "node:util"
import { Schema } from "effect"
import * as Child from "../Child.ts"
import type { Figure } from "../Figure.ts"
import { quantile } from "../Rounds.ts"
import { bare, type Contender, crosswalk } from "./Contenders.ts"
import * as Vendor from "./Vendor.ts"

const few = 20_000
const many = 200_000
const megabyte = 1024 * 1024

const module = (name: string) => new URL(name, import.meta.url)

const Ratios = Schema.Array(Schema.Finite)

const recordsOf = async (contender: Contender, baseUrl: string) => {
  const records: Array<unknown> = []
  await contender(baseUrl, (record) => records.push(record))
  return records
}

const assertSame = async (): Promise<void> => {
  const vendor = await Vendor.start(300)
  if (!isDeepStrictEqual(await recordsOf(crosswalk, vendor.baseUrl), await recordsOf(bare, vendor.baseUrl)))
    throw new Error("The engine does not make of the vendor's people what the bare loop makes of them")
  vendor.stop()
}

const throughput = async (): Promise<Figure> => {
  await assertSame()
  const vendor = await Vendor.start(few)
  const ratios = Schema.decodeUnknownSync(Ratios)(await Child.told(module("timing.ts"), [vendor.baseUrl, String(few)]))
  vendor.stop()
  return {
    bench: "pull",
    case: `${few} synthetic.candidate`,
    ratio: quantile(ratios, 0.5),
    floor: "fetch, parse and a hand-written map, unchecked",
    runs: ratios.length,
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    bar: { least: 0.7 }
  }
}

// V8 starts with a young generation of one megabyte and lets it grow for as long as enough survives, whoever runs: the
// bare loop too takes some 100 MB more for the longer list. With the same young generation from the start, what grows is
// what is kept.
const young = ["--min-semi-space-size=16", "--max-semi-space-size=16"]

const memory = async (records: number): Promise<number> => {
  const vendor = await Vendor.start(records)
  const bytes = Number(await Child.told(module("memory.ts"), [vendor.baseUrl], young))
  vendor.stop()
  return bytes
}

const growth = async (): Promise<Figure> => {
  const grown: Array<number> = []
  for (let run = 0; run < 3; run++) grown.push(((await memory(many)) - (await memory(few))) / megabyte)
  return {
    bench: "pull",
    case: `RSS from ${few} to ${many}`,
    ratio: quantile(grown, 0.5),
    unit: "MB",
    floor: "the shorter list's peak, young generation of full size from the start",
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
