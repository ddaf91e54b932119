/** What becomes of somebody else's recordings: read, mapped, lost and why, and how far they fill the models. */
import * as OfflineReport from "@crosswalk/core/OfflineReport"
import type { Provider } from "@crosswalk/core/Provider"
import { inventionsIn } from "./check/Inventions.ts"
import type { Finding } from "./Finding.ts"
import * as Material from "./internal/Material.ts"
import * as Recordings from "./Recordings.ts"

/** How often a field has a value. */
export interface Fill {
  readonly mapper: string
  readonly field: string
  /** Records with a value. */
  readonly filled: number
  /** Records in all. */
  readonly records: number
}

/** A report on one folder. */
export interface CorpusReport {
  /** Of each file: records read, mapped, quarantined and why. */
  readonly files: ReadonlyArray<OfflineReport.FileReport>
  readonly unread: ReadonlyArray<Recordings.Unread>
  /** One row for each field that is not absent, of each mapper that made a record. */
  readonly coverage: ReadonlyArray<Fill>
  /** Values that stand nowhere in what was recorded. */
  readonly inventions: ReadonlyArray<Finding>
}

const isFilled = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0)

const fills = (provider: Provider, store: ReturnType<typeof OfflineReport.land>): ReadonlyArray<Fill> =>
  provider.mappers.flatMap((mapper) => {
    const made = Material.made(mapper, store)
    if (made.length === 0) return []
    return Object.entries(mapper.rules).flatMap(([field, rule]) =>
      typeof rule === "object" && rule.rule === "absent"
        ? []
        : [
            {
              mapper: mapper.name,
              field,
              filled: made.filter(({ record }) => isFilled(record[field])).length,
              records: made.length
            }
          ]
    )
  })

/** Reports on a folder of recordings. */
export const make = (provider: Provider, folder: string): CorpusReport => {
  const { recordings, unread } = Recordings.read(provider, folder)
  const store = OfflineReport.land(recordings)
  return {
    files: OfflineReport.report(provider.mappers, recordings, "corpus"),
    unread,
    coverage: fills(provider, store),
    inventions: inventionsIn(provider, store)
  }
}

const named = 5

const leftOut = (unread: ReadonlyArray<Recordings.Unread>): ReadonlyArray<string> =>
  Array.from(
    Map.groupBy(unread, ({ why }) => why),
    ([why, files]) => {
      const names = files.slice(0, named).map(({ file }) => file)
      return `${files.length} files not read, ${why}: ${names.join(", ")}${files.length > named ? ", …" : ""}`
    }
  )

/** The report in lines for people: of each file what became of it, and of each mapper which fields it fills how often. */
export const lines = ({ coverage, files, unread }: CorpusReport): ReadonlyArray<string> => [
  ...OfflineReport.lines(files),
  ...leftOut(unread),
  ...Array.from(
    Map.groupBy(coverage, ({ mapper }) => mapper),
    ([mapper, rows]) => {
      const filled = rows.filter((row) => row.filled > 0).map((row) => `${row.field} ${row.filled}/${row.records}`)
      const empty = rows.filter((row) => row.filled === 0).map(({ field }) => field)
      return `${mapper} fills ${filled.join(", ")}${empty.length === 0 ? "" : `; never ${empty.join(", ")}`}`
    }
  )
]
