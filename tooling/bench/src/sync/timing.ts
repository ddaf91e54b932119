/** Syncs everybody by hand and by Crosswalk in turn, and tells the ratio of throughputs and our speed in each round. */
import { Effect } from "effect"
import { randomUUID } from "node:crypto"
import * as Crowd from "../Crowd.ts"
import { provider } from "../pull/Vendor.ts"
import { worked } from "../Rounds.ts"
import * as Account from "./Account.ts"
import * as Bare from "./Bare.ts"

const warmUps = 2
const rounds = 7

const baseUrl = process.argv[2] ?? ""
const records = Number(process.argv[3])

type Contender = (filename: string) => Promise<number>

const bare: Contender = (filename) => Bare.sync(filename, randomUUID(), baseUrl)

const crosswalk: Contender = (filename) =>
  Account.sync(provider, baseUrl, "bench", { rateLimit: null }).pipe(
    Effect.map(({ summary }) => summary.models["candidate"]?.inserted ?? 0),
    Effect.provide(Account.layer(filename)),
    Effect.runPromise
  )

const timed = (contender: Contender): Promise<number> =>
  Account.inFolder(async (path) => {
    const from = worked()
    const count = await contender(path("bench.db"))
    const time = worked() - from
    if (count !== records) throw new Error(`${count} records came instead of ${records}`)
    return time
  })

Crowd.run(40)
const measured: Array<{ readonly ratio: number; readonly speed: number }> = []
for (let round = 0; round < warmUps + rounds; round++) {
  const order = round % 2 === 0 ? [bare, crosswalk] : [crosswalk, bare]
  const times = new Map<Contender, number>()
  for (const contender of order) times.set(contender, await timed(contender))
  const own = times.get(crosswalk) ?? Number.NaN
  const floor = times.get(bare) ?? Number.NaN
  if (round >= warmUps) measured.push({ ratio: floor / own, speed: records / (own / 1000) })
}
process.send?.(measured)
process.disconnect()
