/** `scale`: what a hundred times as many records, and ten thousand connectors, change. */
import { Schema } from "effect"
import * as Child from "../Child.ts"
import type { Figure } from "../Figure.ts"
import { quantile } from "../Rounds.ts"

const few = 10_000
const more = 100_000
const many = 1_000_000
const connectors = 10_000
/** Six times as often as by default. */
const everySeconds = 600

const megabyte = 1024 * 1024

const Synced = Schema.Struct({ speed: Schema.Finite, grown: Schema.Finite, first: Schema.Finite, deep: Schema.Finite })
const Bare = Schema.Struct({ few: Schema.Finite, many: Schema.Finite })
const Scheduled = Schema.Struct({
  idle: Schema.Finite,
  busy: Schema.Finite,
  started: Schema.Finite,
  half: Schema.Finite,
  p99: Schema.Finite
})

// The young generation has its full size from the start, as in `pull`: what grows then is what is kept.
const young = ["--min-semi-space-size=16", "--max-semi-space-size=16"]

const synced = async (baseUrl: string, records: number) =>
  Schema.decodeUnknownSync(Synced)(
    await Child.told(new URL("syncing.ts", import.meta.url), [baseUrl, String(records)], young)
  )

const quartiles = (values: ReadonlyArray<number>) => [quantile(values, 0.25), quantile(values, 0.75)] as const

const records = async (): Promise<ReadonlyArray<Figure>> => {
  const vendor = await Child.serve(new URL("slim-server.ts", import.meta.url), [])
  const small = [await synced(vendor.baseUrl, few), await synced(vendor.baseUrl, few)]
  const middle = await synced(vendor.baseUrl, more)
  const large = await synced(vendor.baseUrl, many)
  small.push(await synced(vendor.baseUrl, few), await synced(vendor.baseUrl, few))
  const bare = Schema.decodeUnknownSync(Bare)(
    await Child.told(new URL("bare.ts", import.meta.url), [vendor.baseUrl, String(many)], young)
  )
  vendor.stop()
  const figure = (name: string, records: number, { speed }: typeof large): Figure => {
    const ratios = small.map((one) => speed / one.speed)
    return {
      bench: "scale",
      case: `${name} records, ${(speed / 1000).toFixed(1)} k/s`,
      ratio: quantile(ratios, 0.5),
      floor: "records/s of processor time at 10,000, before and after",
      runs: small.length,
      spread: quartiles(ratios),
      ...(records === many ? { bar: { least: 0.9 } } : {})
    }
  }
  const grown = large.grown / megabyte
  const deep = large.deep / large.first
  return [
    figure("100,000", more, middle),
    figure("1,000,000", many, large),
    {
      bench: "scale",
      case: `1,000,000 records, ${(bare.many / 1000).toFixed(1)} k/s`,
      rival: "a bare loop with the same indexes",
      ratio: bare.many / bare.few,
      floor: "its own records/s of processor time at 10,000",
      runs: 1,
      spread: [bare.many / bare.few, bare.many / bare.few]
    },
    {
      bench: "scale",
      case: "RSS from 10,000 to 1,000,000",
      ratio: grown,
      unit: "MB",
      floor: "the same sync's peak at 10,000 records",
      runs: 1,
      spread: [grown, grown],
      bar: { most: 64 }
    },
    {
      bench: "scale",
      case: `page at depth 1,000,000, ${large.deep.toFixed(2)} ms`,
      ratio: deep,
      floor: "the first 100 pages of 100, in turn with the last 100",
      runs: 400,
      spread: [deep, deep],
      bar: { most: 1.2 }
    }
  ]
}

const schedules = async (): Promise<ReadonlyArray<Figure>> => {
  const module = new URL("connectors.ts", import.meta.url)
  const told = await Child.told(module, [String(connectors), String(everySeconds)])
  const { busy, half, idle, p99, started } = Schema.decodeUnknownSync(Scheduled)(told)
  const floor = `${connectors} connectors on one process`
  const percent = idle * 100
  return [
    {
      bench: "scale",
      case: `start delay p99, ${started} syncs every ${everySeconds} s`,
      ratio: p99,
      unit: "s",
      floor: `${floor}, which then uses ${Math.round(busy * 100)} % of a core`,
      runs: started,
      spread: [half, p99],
      bar: { most: 5 }
    },
    {
      bench: "scale",
      case: "idle processor",
      ratio: percent,
      unit: "% of a core",
      floor: `${floor}, none of them due`,
      runs: 1,
      spread: [percent, percent],
      bar: { most: 5 }
    }
  ]
}

/** Measures and reports as figures come. */
export const run = async (report: (figures: ReadonlyArray<Figure>) => void): Promise<void> => {
  report(await schedules())
  report(await records())
}
