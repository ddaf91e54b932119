/** The mapping means what a reviewer read: its records equal those written down beside the recorded answers. */
import { Result } from "effect"
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { isDeepStrictEqual } from "node:util"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Fixtures from "../Fixtures.ts"
import { withoutNulls } from "../internal/Json.ts"
import * as Material from "../internal/Material.ts"
import type { Subject } from "../Subject.ts"

const fileOf = (mapper: string): string => `${mapper.replaceAll("/", ".")}.json`

const recordsOf = ({ material }: Subject, mapper: Subject["provider"]["mappers"][number]) =>
  Material.made(mapper, material.store).map(({ record }) => withoutNulls(record))

/** Writes what the mappers make now. */
const write = (subject: Subject, folder: string): void => {
  mkdirSync(folder, { recursive: true })
  for (const mapper of subject.provider.mappers) {
    writeFileSync(join(folder, fileOf(mapper.name)), `${JSON.stringify(recordsOf(subject, mapper), null, 2)}\n`)
  }
}

const difference = (found: unknown, wanted: unknown): string => {
  if (!Array.isArray(found) || !Array.isArray(wanted)) return "the file holds no list"
  const at = found.findIndex((record, index) => !isDeepStrictEqual(record, wanted[index]))
  if (at === -1) return `${found.length} records are made and ${wanted.length} expected`
  const text = (value: unknown) => JSON.stringify(value) ?? "nothing"
  const [is, was] = [found[at], wanted[at]]
  const keys = new Set([...Object.keys(is ?? {}), ...Object.keys(was ?? {})])
  const differing = [...keys].filter((key) => !isDeepStrictEqual(is?.[key], was?.[key]))
  return `record ${at} differs in ${differing.map((key) => `${key}: ${text(is?.[key])}, expected ${text(was?.[key])}`).join("; ")}`
}

const compare = (subject: Subject, folder: string): ReadonlyArray<Finding.Finding> => {
  const files = new Set(subject.provider.mappers.map(({ name }) => fileOf(name)))
  const strays = existsSync(folder) ? readdirSync(folder).filter((name) => !files.has(name)) : []
  return [
    ...strays.map((name) => Finding.make(`${Fixtures.expectedFolder}/${name}`, "belongs to no mapper")),
    ...subject.provider.mappers.flatMap((mapper) => {
      const file = `${Fixtures.expectedFolder}/${fileOf(mapper.name)}`
      const wanted = Fixtures.parse(join(subject.fixtures.folder, file))
      if (Result.isFailure(wanted)) {
        return [
          Finding.make(file, "is not there; run the suite once with CROSSWALK_UPDATE=1 and read what it writes there")
        ]
      }
      const found = recordsOf(subject, mapper)
      return isDeepStrictEqual(found, wanted.success) ? [] : [Finding.make(file, difference(found, wanted.success))]
    })
  ]
}

/** Records equal those expected, which are written only when asked for. */
export const expected = Check.make("expected", "yields the records that a reviewer has read", (subject) => {
  const folder = join(subject.fixtures.folder, Fixtures.expectedFolder)
  if (subject.isUpdating) write(subject, folder)
  return compare(subject, folder)
})
