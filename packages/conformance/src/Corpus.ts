/** Runs a provider over a folder of answers that somebody else recorded, as vitest tests. */
import type { Provider } from "@crosswalk/core/Provider"
import { existsSync } from "node:fs"
import { describe, expect, it } from "vitest"
import * as CorpusReport from "./CorpusReport.ts"
import * as Finding from "./Finding.ts"

/** What is asked of a provider over somebody else's recordings. */
export interface Options {
  /** Whether a record or a field that is lost fails the tests; else it is reported alone. Default false. */
  readonly lossless?: boolean
}

const lost = ({ files }: CorpusReport.CorpusReport): ReadonlyArray<Finding.Finding> =>
  files.flatMap(({ file, mapped, quarantined }) => [
    ...quarantined.map(({ index, issues, key }) =>
      Finding.make(
        `${file} record ${index} (${key ?? "no key"})`,
        issues.map(({ path, reason }) => `${path}: ${reason}`).join("; ")
      )
    ),
    ...mapped.flatMap(({ faults, mapper }) =>
      faults.map(({ issues, key }) =>
        Finding.make(`${file} ${mapper} ${key}`, issues.map(({ path, reason }) => `${path}: ${reason}`).join("; "))
      )
    )
  ])

const failing = ({ files }: CorpusReport.CorpusReport): ReadonlyArray<Finding.Finding> =>
  files.flatMap(({ file, mapped }) =>
    mapped.flatMap(({ faults, mapper }) =>
      faults.flatMap(({ issues, key }) =>
        issues
          .filter(({ reason }) => reason.startsWith("the mapping failed"))
          .map(({ path, reason }) => Finding.make(`${file} ${mapper} ${key} ${path}`, reason))
      )
    )
  )

const tell = (findings: ReadonlyArray<Finding.Finding>): void => {
  if (findings.length > 0) expect.fail(Finding.format(findings))
}

/**
 * Registers the tests of one provider over one folder, and prints what became of each file. Where the folder is missing
 * nothing is registered, and one line says so.
 */
export const corpus = (provider: Provider, folder: string, options: Options = {}): void => {
  if (!existsSync(folder)) {
    console.warn(`${provider.id}: the recorded answers were not looked at, because ${folder} is not there`)
    return
  }
  const report = CorpusReport.make(provider, folder)
  describe(`${provider.id} over recorded answers`, () => {
    it("reads some of them", () => {
      console.info([`${provider.id}:`, ...CorpusReport.lines(report)].join("\n  "))
      expect(report.files.some(({ read }) => read > 0)).toBe(true)
    })
    it("maps them without failing on any", () => tell(failing(report)))
    it("invents no value", () => tell(report.inventions))
    if (options.lossless === true) it("loses no record and no field", () => tell(lost(report)))
  })
}
