/** `sync`: from a vendor into a file of SQLite, against a bare loop; and how well a vendor's quota is used. */
import { Effect, Schema } from "effect"
import * as Child from "../Child.ts"
import type { Figure } from "../Figure.ts"
import * as Vendor from "../pull/Vendor.ts"
import { quantile } from "../Rounds.ts"
import * as Account from "./Account.ts"
import * as Slow from "./Slow.ts"

const records = 10_000
const persons = 300

const Rounds = Schema.Array(Schema.Struct({ ratio: Schema.Finite, speed: Schema.Finite }))
const Counted = Schema.Struct({ served: Schema.Finite, refused: Schema.Finite, seconds: Schema.Finite })

const throughput = async (): Promise<Figure> => {
  const vendor = await Vendor.start(records)
  const told = await Child.told(new URL("timing.ts", import.meta.url), [vendor.baseUrl, String(records)])
  vendor.stop()
  const rounds = Schema.decodeUnknownSync(Rounds)(told)
  const ratios = rounds.map(({ ratio }) => ratio)
  const speeds = rounds.map(({ speed }) => speed)
  return {
    bench: "sync",
    case: `SQLite first sync, ${(quantile(speeds, 0.5) / 1000).toFixed(1)} k/s`,
    ratio: quantile(ratios, 0.5),
    floor: "fetch, parse, map by hand, insert raw and unified record",
    runs: rounds.length,
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    bar: { least: 0.5 }
  }
}

const quota = async (): Promise<ReadonlyArray<Figure>> => {
  const vendor = await Slow.start(persons)
  await Account.inFolder((path) =>
    Effect.runPromise(
      Account.sync(Slow.provider, vendor.baseUrl, "bench", {}).pipe(Effect.provide(Account.layer(path("bench.db"))))
    )
  )
  const { refused, seconds, served } = Schema.decodeUnknownSync(Counted)(await vendor.ask())
  vendor.stop()
  const { burst, limit } = Slow.limit
  const used = served / (burst + limit * seconds)
  const common = { bench: "sync", runs: 1, floor: `${limit} requests a second, ${served} requests, 200 ms away` }
  return [
    { ...common, case: "quota used", ratio: used, spread: [used, used], bar: { least: 0.95 } },
    { ...common, case: "answers 429", ratio: refused, unit: "in all", spread: [refused, refused], bar: { most: 1 } }
  ]
}

/** Measures and reports as figures come. */
export const run = async (report: (figures: ReadonlyArray<Figure>) => void): Promise<void> => {
  report([await throughput()])
  report(await quota())
}
