/** The benches `map` and `ingest`: a subject's contenders through the same line, against the hand-written one. */
import { isDeepStrictEqual } from "node:util"
import type { Bar, Figure } from "./Figure.ts"
import { items } from "./Line.ts"
import type { Line, Read } from "./Line.ts"
import * as Rounds from "./Rounds.ts"
import type { Subject } from "./Subject.ts"

const pageSize = 100

// A sync runs for minutes: what counts is the time after V8 has compiled what it will.
const timing = { rounds: 9, slot: 80, warmUp: 1600 }

/** What a bench measures, and what Crosswalk has to reach in it. */
interface Bench {
  readonly bar: Bar
  /**
   * Number of pages that are taken over and over. More records than ids are remembered: each is computed, as in a sync.
   * Fewer: none is, and what the mapping costs beside them shows more.
   */
  readonly pages: number
  readonly line: (
    copy: typeof import("./Line.ts"),
    pages: ReadonlyArray<ReadonlyArray<unknown>>,
    read: Read
  ) => Line<unknown>
}

/** The benches by name. */
export const benches = {
  map: {
    bar: { most: 2.3 },
    pages: 10,
    line: ({ map }, pages, read) => map(pages, read)
  },
  ingest: {
    bar: { most: 1.15 },
    pages: 50,
    line: ({ ingest }, pages, read) => ingest(pages.map(toBytes), read)
  }
} satisfies Record<string, Bench>

const toBytes = (page: ReadonlyArray<unknown>) => new TextEncoder().encode(JSON.stringify({ [items]: page }))

const pagesOf = ({ record }: Subject, count: number): ReadonlyArray<ReadonlyArray<unknown>> =>
  Array.from({ length: count }, (_, page) => {
    const records = Array.from({ length: pageSize }, (_, nth) => record(page * pageSize + nth))
    // As a vendor's answer would have it: the same records, made by the JSON parser.
    return JSON.parse(JSON.stringify(records))
  })

/** The first pages as this contender makes them. */
const output = async ({ next, made }: Line<unknown>, pages: number) => {
  const all: Array<unknown> = []
  for (let page = 0; page < pages; page++) {
    await next()
    all.push(JSON.parse(JSON.stringify(made())))
  }
  return all
}

/** Measures one subject. Fails when two contenders do not make the same of the same records. */
export const run = async (name: keyof typeof benches, subject: Subject): Promise<ReadonlyArray<Figure>> => {
  const bench: Bench = benches[name]
  const contenders = await subject.contenders()
  const pages = pagesOf(subject, bench.pages)
  const lines = new Map<string, Line<unknown>>()
  for (const contender of contenders) {
    const copy: typeof import("./Line.ts") = await import(
      new URL(`Line.ts?${name}-${subject.name}-${contender.name}`, import.meta.url).href
    )
    lines.set(contender.name, bench.line(copy, pages, contender.read))
  }

  let expected: ReadonlyArray<unknown> | undefined
  for (const [name, line] of lines) {
    const made = await output(line, bench.pages)
    expected ??= made
    if (!isDeepStrictEqual(made, expected))
      throw new Error(`${name} does not make of ${subject.name} what the others make`)
  }

  const times = await Rounds.run(
    Array.from(lines, ([name, { next }]) => ({ name, run: next })),
    timing
  )
  const floor = contenders.find(({ kind }) => kind === "floor")
  return contenders
    .filter((contender) => contender !== floor)
    .map((contender): Figure => {
      const { median, spread } = Rounds.ratio(times.get(contender.name), times.get(floor?.name ?? ""))
      return {
        bench: name,
        case: subject.name,
        ...(contender.kind === "rival" ? { rival: contender.name } : {}),
        ratio: median,
        floor: "hand-written, checks what it reads",
        runs: timing.rounds,
        spread,
        ...(contender.kind === "rival" ? {} : { bar: bench.bar })
      }
    })
}
