/** `store`: a first load, nothing changed, one in a hundred and everything, against the bare driver. */
import * as PostgresClient from "@crosswalk/store/PostgresClient"
import * as SqliteClient from "@crosswalk/store/SqliteClient"
import * as Store from "@crosswalk/store/Store"
import { Vault } from "@crosswalk/store/Vault"
import { Effect, Layer, Redacted } from "effect"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Figure } from "../Figure.ts"
import { quantile, worked } from "../Rounds.ts"
import * as BarePostgres from "./BarePostgres.ts"
import * as BareSqlite from "./BareSqlite.ts"
import * as Crosswalk from "./Crosswalk.ts"
import * as Database from "./Database.ts"
import * as Rows from "./Rows.ts"

const count = 20_000
const page = 500
const rounds = 5

/** What is written in turn, into the same database. */
const phases = [
  ["first load", 0],
  ["unchanged", 0],
  ["1 % changed", 1],
  ["100 % changed", 100]
] as const

const written = phases.map(([, changed]) => Rows.pages(Rows.rows(count, changed), page))
const at = (phase: number): string => `2026-03-0${phase + 1}T00:00:00.000Z`

const vault = Vault.layerKeys([Redacted.make("07".repeat(32))])

/** Milliseconds that each phase takes, by a clock. */
const timed =
  (clock: () => number) =>
  async (write: (phase: number) => Promise<void> | void): Promise<ReadonlyArray<number>> => {
    const times: Array<number> = []
    for (const [phase] of phases.entries()) {
      const from = clock()
      await write(phase)
      times.push(clock() - from)
    }
    return times
  }

/** SQLite works in this thread, so its own time counts, whatever else wants the processor. */
const byThread = timed(worked)

/** A server works beside this thread, so the time that passes counts. */
const byWall = timed(() => performance.now())

const through = (
  timed: typeof byWall,
  pages: typeof written,
  write: (pages: (typeof written)[number], at: string) => Effect.Effect<void, unknown>
) => timed((phase) => Effect.runPromise(write(pages[phase] ?? [], at(phase))))

interface Pair {
  readonly crosswalk: ReadonlyArray<number>
  readonly bare: ReadonlyArray<number>
}

/** Who is first finds a quieter machine, or a colder one. */
const inAnyOrder = async (
  crosswalk: () => Promise<ReadonlyArray<number>>,
  bare: () => Promise<ReadonlyArray<number>>
): Promise<Pair> => {
  if (Math.random() < 0.5) return { crosswalk: await crosswalk(), bare: await bare() }
  const first = await bare()
  return { bare: first, crosswalk: await crosswalk() }
}

const sqlite = async (): Promise<Pair> => {
  const folder = mkdtempSync(join(tmpdir(), "crosswalk-bench-"))
  const layer = (name: string) =>
    Store.layer.pipe(
      Layer.provideMerge(SqliteClient.layer({ filename: join(folder, name) })),
      Layer.provideMerge(vault)
    )
  const own = () =>
    Effect.runPromise(
      Effect.gen(function* () {
        const context = yield* Effect.context<Store.Store>()
        const { own, write } = yield* Crosswalk.account
        const pages = written.map(own)
        return yield* Effect.promise(() =>
          through(byThread, pages, (pages, at) => Effect.provideContext(write(pages, at), context))
        )
      }).pipe(Effect.provide(layer("crosswalk.db")))
    )
  const floor = async () => {
    const { id } = await Effect.runPromise(Crosswalk.account.pipe(Effect.provide(layer("bare.db"))))
    const bare = BareSqlite.open(join(folder, "bare.db"), id)
    const times = await byThread((phase) => bare.write(written[phase] ?? [], at(phase)))
    bare.close()
    return times
  }
  const pair = await inAnyOrder(own, floor)
  rmSync(folder, { recursive: true })
  return pair
}

const postgres = (url: string) => (): Promise<Pair> =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const own = yield* Database.own(url)
        const layer = Store.layer.pipe(
          Layer.provideMerge(PostgresClient.layer({ url: Redacted.make(own) })),
          Layer.provideMerge(vault)
        )
        return yield* Effect.gen(function* () {
          const context = yield* Effect.context<Store.Store>()
          const { own, write } = yield* Crosswalk.account
          const pages = written.map(own)
          const floor = yield* BarePostgres.open
          const crosswalk = () =>
            through(byWall, pages, (pages, at) => Effect.provideContext(write(pages, at), context))
          return yield* Effect.promise(() => inAnyOrder(crosswalk, () => through(byWall, written, floor)))
        }).pipe(Effect.provide(layer))
      })
    )
  )

const figures = async (kind: string, floor: string, least: number, measure: () => Promise<Pair>) => {
  const pairs: Array<Pair> = []
  for (let round = 0; round < rounds; round++) pairs.push(await measure())
  return phases.map(([name], phase): Figure => {
    // Throughput over the floor's.
    const ratios = pairs.map(({ bare, crosswalk }) => (bare[phase] ?? NaN) / (crosswalk[phase] ?? NaN))
    const speed = quantile(
      pairs.map(({ crosswalk }) => count / ((crosswalk[phase] ?? NaN) / 1000)),
      0.5
    )
    return {
      bench: "store",
      case: `${kind} ${name}, ${Math.round(speed / 100) / 10} k/s`,
      ratio: quantile(ratios, 0.5),
      floor,
      runs: rounds,
      spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
      bar: { least }
    }
  })
}

/** Measures and reports as figures come; PostgreSQL where `CROSSWALK_TEST_DATABASE_URL` names a server. */
export const run = async (report: (figures: ReadonlyArray<Figure>) => void): Promise<void> => {
  report(await figures("SQLite", "the same statements on the bare driver", 0.5, sqlite))
  const url = process.env["CROSSWALK_TEST_DATABASE_URL"]
  if (url === undefined) {
    console.error("store: PostgreSQL was not measured, since CROSSWALK_TEST_DATABASE_URL is not set.")
    return
  }
  report(await figures("PostgreSQL", "hash look-up and one unnest upsert, no feed", 0.7, postgres(url)))
}
