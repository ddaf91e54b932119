import { mkdtemp, readFile, rm } from "node:fs/promises"
import { existsSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { command } from "./Command.ts"
import { root } from "./Repository.ts"
import type { Outcome } from "./Step.ts"

/** What this reads of vitest's JSON report. */
export interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: ReadonlyArray<{ readonly name: string; readonly status: string; readonly message: string }>
}

/** Runs every vitest project and counts what ran. */
export const tests = async (): Promise<Outcome> => {
  const folder = await mkdtemp(path.join(tmpdir(), "crosswalk-tests-"))
  const file = path.join(folder, "report.json")
  const { ok } = await command(
    "vitest",
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    { show: true }
  )
  if (!existsSync(file)) return { ok: false, detail: "vitest ended without a report" }
  const report: Report = JSON.parse(await readFile(file, "utf8"))
  await rm(folder, { recursive: true })
  return judge(report, ok)
}

/** From vitest's report to an outcome: a skipped test fails, and so does a group of tests that selected nothing. */
export const judge = (report: Report, ok: boolean): Outcome => {
  const files = report.testResults.map((result) => path.relative(root, result.name).split(path.sep).join("/"))
  const empty = ["packages", "providers", "examples", "tooling"].filter(
    (group) => !files.some((file) => file.startsWith(`${group}/`))
  )
  const broken = report.testResults.filter((result) => result.status === "failed" && result.message !== "").length
  const skipped = report.numPendingTests + report.numTodoTests
  const found = [
    ...empty.map((group) => `  no test of ${group}/* was found`),
    ...(skipped > 0 ? [`  ${skipped} tests were skipped; a test that cannot run here must say so and pass, or go`] : [])
  ]
  const failed = report.numFailedTests + broken + found.length
  return {
    ok: ok && failed === 0,
    detail: `${report.numPassedTests} passed, ${failed} failed, ${files.length} files`,
    report: found.join("\n"),
    counts: { passed: report.numPassedTests, failed: ok ? failed : Math.max(failed, 1) },
    notRun: notRun()
  }
}

/** What this machine lacks for some of the tests. */
const notRun = (): ReadonlyArray<string> => [
  ...(existsSync(process.env["CROSSWALK_CORPUS"] ?? path.join(root, "../shared/corpus"))
    ? []
    : ["recorded vendor answers (no folder ../shared/corpus, and CROSSWALK_CORPUS names none)"]),
  ...(process.env["CROSSWALK_TEST_DATABASE_URL"] ? [] : ["PostgreSQL (CROSSWALK_TEST_DATABASE_URL is not set)"])
]
