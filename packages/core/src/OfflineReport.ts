/** What becomes of recorded answers, file by file: read, mapped, lost and why. */
import type * as Issue from "./Issue.ts"
import type { Mapper } from "./Mapper.ts"
import * as Offline from "./Offline.ts"
import type { Resource } from "./Resource.ts"

/** Recorded records of one list. */
export interface Recording {
  readonly file: string
  readonly resource: Resource
  readonly records: ReadonlyArray<Offline.Raw>
}

/** What one mapper made of a file. */
export interface Mapped {
  readonly mapper: string
  /** Records made. */
  readonly made: number
  /** Fields lost and records rejected: the record's key, and why. */
  readonly faults: ReadonlyArray<{ readonly key: string; readonly issues: ReadonlyArray<Issue.Issue> }>
}

/** What became of one file. */
export interface FileReport {
  readonly file: string
  readonly resource: string
  /** Records in the file. */
  readonly read: number
  /** Records whose key another record of the file has too. */
  readonly repeated: number
  readonly quarantined: ReadonlyArray<Offline.Quarantined>
  readonly mapped: ReadonlyArray<Mapped>
  /** Keys of records that are good, but that no mapper makes anything of. */
  readonly unused: ReadonlyArray<string>
}

/** Lands recordings; of a resource recorded in several files, a record in a later file replaces one in an earlier. */
export const land = (recordings: ReadonlyArray<Recording>): Offline.Store => {
  const byResource = new Map<string, { readonly resource: Resource; readonly records: Array<Offline.Raw> }>()
  for (const { resource, records } of recordings) {
    const known = byResource.get(resource.name)
    if (known === undefined) byResource.set(resource.name, { resource, records: [...records] })
    else known.records.push(...records)
  }
  return new Map([...byResource].map(([name, { resource, records }]) => [name, Offline.land(resource, records).landed]))
}

/**
 * Maps each file by itself, so that one file's records do not hide another's. Look-ups and parents come from all of
 * them.
 */
export const report = (
  mappers: ReadonlyArray<Mapper>,
  recordings: ReadonlyArray<Recording>,
  connector: string
): ReadonlyArray<FileReport> => {
  const everything = land(recordings)
  return recordings.map(({ file, resource, records }) => {
    const { landed, quarantined } = Offline.land(resource, records)
    const store = new Map(everything).set(resource.name, landed)
    const own = mappers.filter(({ source }) => source.resource.name === resource.name)
    const rejected = quarantined.filter((entry) => entry.rejected).length
    return {
      file,
      resource: resource.name,
      read: records.length,
      repeated: records.length - rejected - landed.length,
      quarantined,
      mapped: own.map((mapper) => {
        const derived = Offline.derive(mapper, store, connector)
        return {
          mapper: mapper.name,
          made: derived.filter(({ outcome }) => outcome._tag === "Mapped").length,
          faults: derived.flatMap(({ key, outcome }) =>
            outcome.issues.length === 0 ? [] : [{ key, issues: outcome.issues }]
          )
        }
      }),
      unused: landed.flatMap(({ key, record }) =>
        own.some(({ source }) => source.keys(record, key).length > 0) ? [] : [key]
      )
    }
  })
}

const reasons = (issues: ReadonlyArray<Issue.Issue>): string =>
  issues.map(({ path, reason }) => (path === "" ? reason : `${path}: ${reason}`)).join("; ")

/** A report in lines for people: one for each file, and one below it for each loss. */
export const lines = (files: ReadonlyArray<FileReport>): ReadonlyArray<string> =>
  files.flatMap(({ file, mapped, quarantined, read, repeated, unused }) => [
    [
      `${file}: ${read} read`,
      ...(repeated === 0 ? [] : [`${repeated} repeated`]),
      ...mapped.map(({ made, mapper }) => `${made} ${mapper}`),
      ...(unused.length === 0 ? [] : [`${unused.length} unused`]),
      `${quarantined.length} quarantined`
    ].join(", "),
    ...quarantined.map(({ index, issues, key }) => `  record ${index} (${key ?? "no key"}): ${reasons(issues)}`),
    ...mapped.flatMap(({ faults, mapper }) => faults.map(({ issues, key }) => `  ${mapper} ${key}: ${reasons(issues)}`))
  ])
