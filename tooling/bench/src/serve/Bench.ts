/** `serve`: lists in every dialect against a bare server and Fastify, a deep page, latency, and the command's start. */
import type { Figure } from "../Figure.ts"
import * as Rounds from "../Rounds.ts"
import { quantile } from "../Rounds.ts"
import * as Account from "../sync/Account.ts"
import * as Depth from "./Depth.ts"
import * as Filled from "./Filled.ts"
import * as Load from "./Load.ts"
import * as Start from "./Start.ts"
import * as Subjects from "./Subjects.ts"
import type { Subject } from "./Subjects.ts"
import * as Work from "./Work.ts"

const starts = 7
const second = 1000
const fixed = { perSecond: 300, seconds: 4, rounds: 5 }

const floor =
  "bare node:http joining the same texts from the same rows; requests by processor time of the server's process"

const quartiles = (values: ReadonlyArray<number>) => [quantile(values, 0.25), quantile(values, 0.75)] as const

type Servers = Awaited<ReturnType<typeof Subjects.start>>

const lists = async (load: Load.Load, { bare, crosswalk, fastify, others }: Servers) => {
  const costs = await Work.measured(load, [crosswalk, ...others, bare, fastify])
  const figure = (subject: Subject, more: Pick<Figure, "bar" | "rival">): Figure => {
    const own = costs.get(subject)
    // Requests a second over the floor's: its time over ours.
    const { median, spread } = Rounds.ratio(costs.get(bare), own)
    const speed = `${Math.round(Work.perSecond(own))}/s`
    return {
      bench: "serve",
      case: `list of 50, ${subject.name}, ${speed}`,
      ratio: median,
      floor,
      runs: Work.rounds,
      spread,
      ...more
    }
  }
  return [
    figure(crosswalk, { bar: { least: 0.7 } }),
    ...others.map((subject) => figure(subject, { bar: { least: 0.35 } })),
    figure(fastify, { rival: "fastify" })
  ]
}

const depth = async (load: Load.Load, { crosswalk }: Servers, token: string): Promise<Figure> => {
  const [first, deep] = await Depth.pages(crosswalk, token)
  const costs = await Work.measured(load, [first, deep])
  const { median, spread } = Rounds.ratio(costs.get(deep), costs.get(first))
  return {
    bench: "serve",
    case: "page at depth 1,000,000",
    ratio: median,
    floor: "the first page of the same list; processor time of the server's process",
    runs: Work.rounds,
    spread,
    bar: { most: 1.2 }
  }
}

const latency = async (load: Load.Load, { bare, crosswalk }: Servers): Promise<ReadonlyArray<Figure>> => {
  const times = new Map([crosswalk, bare].map((subject) => [subject, new Array<number>()]))
  for (let round = 0; round < fixed.rounds; round++) {
    for (const subject of [crosswalk, bare]) {
      const { headers, url } = subject
      const milliseconds = fixed.seconds * second
      const all = await load.ask({ kind: "open", url, headers, milliseconds, perSecond: fixed.perSecond })
      times.get(subject)?.push(quantile(all, 0.99))
    }
  }
  return [crosswalk, bare].map((subject) => {
    const of = times.get(subject) ?? []
    return {
      bench: "serve",
      case: `p99 at ${fixed.perSecond} requests/s`,
      ...(subject === bare ? { rival: "bare node:http" } : {}),
      ratio: quantile(of, 0.5),
      unit: "ms",
      floor: "from when a request had to begin, whatever became of those before it",
      runs: fixed.rounds,
      spread: quartiles(of)
    }
  })
}

const start = async (folder: string, subject: Subject): Promise<Figure> => {
  const seconds: Array<number> = []
  for (let round = 0; round < starts; round++) seconds.push(await Start.measured(folder, Account.key, subject))
  return {
    bench: "serve",
    case: "serve, start to first answer",
    ratio: quantile(seconds, 0.5),
    unit: "s",
    floor: "from source; by the clock, over a database of a million records",
    runs: starts,
    spread: quartiles(seconds),
    bar: { most: 1.5 }
  }
}

/** Measures and reports as figures come. */
export const run = (report: (figures: ReadonlyArray<Figure>) => void): Promise<void> =>
  Account.inFolder(async (path) => {
    const filename = path("crosswalk.db")
    const filled = await Filled.fill(filename)
    const servers = await Subjects.start(filename, filled)
    const load = await Load.start()
    report(await lists(load, servers))
    report([await depth(load, servers, filled.large)])
    report(await latency(load, servers))
    load.stop()
    await servers.stop()
    report([await start(path(""), servers.crosswalk)])
  })
