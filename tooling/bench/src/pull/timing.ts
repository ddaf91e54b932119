/**
 * Reads everybody with one contender after the other, in a process of its own so that nothing measured before it counts,
 * and tells the ratio of their throughput in each round.
 */
import * as Crowd from "../Crowd.ts"
import { bare, type Contender, crosswalk } from "./Contenders.ts"

const warmUps = 4
const rounds = 11

const baseUrl = process.argv[2] ?? ""
const records = Number(process.argv[3])

const timed = async (contender: Contender): Promise<number> => {
  let count = 0
  const from = performance.now()
  await contender(baseUrl, () => count++)
  const time = performance.now() - from
  if (count !== records) throw new Error(`${count} records came instead of ${records}`)
  return time
}

Crowd.run(40)
const ratios: Array<number> = []
for (let round = 0; round < warmUps + rounds; round++) {
  const order = round % 2 === 0 ? [bare, crosswalk] : [crosswalk, bare]
  const times = new Map<Contender, number>()
  for (const contender of order) times.set(contender, await timed(contender))
  if (round >= warmUps) ratios.push((times.get(bare) ?? Number.NaN) / (times.get(crosswalk) ?? Number.NaN))
}
process.send?.(ratios)
process.disconnect()
