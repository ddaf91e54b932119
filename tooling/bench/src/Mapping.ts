/** The benches `map` and `ingest`: a subject's contenders through the same line, against the hand-written one. */
import { isDeepStrictEqual } from "node:util"
import type { Bar, Figure } from "./Figure.ts"
import { items } from "./Line.ts"
import type { Line, Read } from "./Line.ts"
import * as Rounds from "./Rounds.ts"
import type { Subject } from "./Subject.ts"

const pageSize = 100
const pageCount = 10

const timing = { rounds: 9, slot: 60, warmUp: 400 }

/** A copy of the line for one contender; see `Line`. */
const lineFor = async (contender: string): Promise<typeof import("./Line.ts")> => import(`./Line.ts?${contender}`)

/** The line each bench measures, and what Crosswalk has to reach in it. */
const benches = {
  map: {
    bar: { most: 2.3 },
    line: async (subject: Subject, contender: string, read: Read) =>
      (await lineFor(contender)).map(pagesOf(subject), read)
  },
  ingest: {
    bar: { most: 1.15 },
    line: async (subject: Subject, contender: string, read: Read) =>
      (await lineFor(contender)).ingest(pagesOf(subject).map(toBytes), read)
  }
} satisfies Record<
  string,
  { bar: Bar; line: (subject: Subject, contender: string, read: Read) => Promise<Line<unknown>> }
>

const pagesOf = ({ record }: Subject): ReadonlyArray<ReadonlyArray<unknown>> =>
  Array.from({ length: pageCount }, (_, page) => {
    const records = Array.from({ length: pageSize }, (_, nth) => record(page * pageSize + nth))
    // As a vendor's answer would have it: the same records, made by the JSON parser.
    return JSON.parse(JSON.stringify(records))
  })

const toBytes = (page: ReadonlyArray<unknown>) => new TextEncoder().encode(JSON.stringify({ [items]: page }))

/** Every page as this contender makes it. */
const output = async ({ next, made }: Line<unknown>) => {
  const pages: Array<unknown> = []
  for (let page = 0; page < pageCount; page++) {
    await next()
    pages.push(JSON.parse(JSON.stringify(made())))
  }
  return pages
}

/** Measures one subject. Fails when two contenders do not make the same of the same records. */
export const run = async (bench: keyof typeof benches, subject: Subject): Promise<ReadonlyArray<Figure>> => {
  const { bar, line } = benches[bench]
  const contenders = await subject.contenders()
  const lines = new Map<string, Line<unknown>>()
  for (const { name, read } of contenders) lines.set(name, await line(subject, name, read))

  let expected: ReadonlyArray<unknown> | undefined
  for (const [name, line] of lines) {
    const made = await output(line)
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
    .map(({ name, kind }): Figure => {
      const { median, spread } = Rounds.ratio(times.get(name), times.get(floor?.name ?? ""))
      return {
        bench,
        case: subject.name,
        ...(kind === "rival" ? { rival: name } : {}),
        ratio: median,
        floor: "hand-written, checks what it reads",
        runs: timing.rounds,
        spread,
        ...(kind === "rival" ? {} : { bar })
      }
    })
}
