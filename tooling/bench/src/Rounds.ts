/**
 * Times contenders against each other: all warmed first, then in rounds that run every one of them once in shuffled
 * order, after what the one before left behind was collected. A ratio is taken inside a round, so what the machine does meanwhile falls on both;
 * and the time is the thread's own on the processor, so what else wants the processor counts for nobody.
 */
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

/** One who does the work; `run` does one unit of it. */
export interface Contender {
  readonly name: string
  readonly run: () => void | Promise<void>
}

/** How long each is timed. */
export interface Options {
  /** Number of rounds. */
  readonly rounds: number
  /** Time of one contender in one round, in milliseconds. */
  readonly slot: number
  /** Time of each contender before the first round, in milliseconds. */
  readonly warmUp: number
}

/** A ratio over all rounds: the median, and the quartiles around it. */
export interface Ratio {
  readonly median: number
  readonly spread: readonly [number, number]
}

setFlagsFromString("--expose-gc")
// What lives on stays: a full collection drops shapes of objects that happen to have no member just then, and with them
// the code that was compiled for them.
const gc: (options: { readonly type: "minor" }) => void = runInNewContext("gc")
const collectGarbage = () => gc({ type: "minor" })

/** Runs the rounds; each contender's mean time of one unit in each round, in milliseconds. */
export const run = async (
  contenders: ReadonlyArray<Contender>,
  options: Options
): Promise<ReadonlyMap<string, ReadonlyArray<number>>> => {
  const times = new Map(contenders.map(({ name }) => [name, new Array<number>()]))
  for (let part = 0; part < 4; part++) for (const one of contenders) await slot(one, options.warmUp / 4)
  for (let round = 0; round < options.rounds; round++) {
    for (const one of shuffled(contenders)) {
      collectGarbage()
      times.get(one.name)?.push(await slot(one, options.slot))
    }
  }
  return times
}

/** One contender's times over another's, taken inside each round. */
export const ratio = (times: ReadonlyArray<number> = [], floor: ReadonlyArray<number> = []): Ratio => {
  const ratios = times.map((time, round) => time / (floor[round] ?? Number.NaN))
  return { median: quantile(ratios, 0.5), spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)] }
}

/** The value below which a share of the values lies, between neighbours in proportion. */
export const quantile = (values: ReadonlyArray<number>, share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const low = sorted[Math.floor(place)] ?? Number.NaN
  const high = sorted[Math.ceil(place)] ?? Number.NaN
  return low + (high - low) * (place - Math.floor(place))
}

/** Time that this thread has had a processor, in milliseconds: garbage collection is in it, other processes are not. */
export const worked = (): number => {
  // Linux brings the thread's own count up to date only when it is asked for the whole process.
  process.cpuUsage()
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const slot = async ({ run }: Contender, milliseconds: number): Promise<number> => {
  const from = worked()
  let units = 0
  for (let spent = 0; spent < milliseconds; spent = worked() - from) {
    const working = run()
    if (working !== undefined) await working
    units++
  }
  return (worked() - from) / units
}

const shuffled = <A>(values: ReadonlyArray<A>): ReadonlyArray<A> =>
  values
    .map((value) => ({ value, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value)
