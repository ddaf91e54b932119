import { assert, describe, it } from "@effect/vitest"
import { unresolvedVersions } from "../src/Published.ts"
import { problemsOfNames, summary } from "../src/Run.ts"
import { problemsOfMember } from "../src/Structure.ts"
import { judge, type Report } from "../src/Tests.ts"

const file = (name: string, status = "passed", message = "") => ({ name: `${process.cwd()}/${name}`, status, message })

const report: Report = {
  numPassedTests: 9,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [
    file("packages/core/test/A.test.ts"),
    file("providers/lever/test/A.test.ts"),
    file("examples/x/test/A.test.ts"),
    file("tooling/x/test/a.test.ts")
  ]
}

describe("judge", () => {
  it("counts what passed", () => assert.deepStrictEqual(judge(report, true).counts, { passed: 9, failed: 0 }))

  it("fails when a test was skipped", () => {
    const outcome = judge({ ...report, numPendingTests: 2 }, true)
    assert.isFalse(outcome.ok)
    assert.include(outcome.report, "2 tests were skipped")
  })

  it("fails when a group of tests selected nothing", () => {
    const outcome = judge({ ...report, testResults: report.testResults.slice(0, 1) }, true)
    assert.isFalse(outcome.ok)
    assert.include(outcome.report, "no test of providers/*")
  })

  it("counts a file that could not be loaded as a failure", () => {
    const broken = [...report.testResults, file("packages/core/test/B.test.ts", "failed", "cannot import")]
    assert.deepStrictEqual(judge({ ...report, testResults: broken }, false).counts, { passed: 9, failed: 1 })
  })

  it("never hides that vitest failed", () => assert.isFalse(judge(report, false).ok))
})

describe("summary", () => {
  const types = { name: "types", ok: true, detail: "compile", seconds: 2 }
  const tests = {
    name: "tests",
    ok: false,
    detail: "1 failed",
    seconds: 3,
    counts: { passed: 8, failed: 1 },
    notRun: ["PostgreSQL"]
  }

  it("ends with the counts alone on a line", () =>
    assert.strictEqual(summary([types, tests]).split("\n").at(-1), "9 passed, 1 failed"))

  it("names the failed steps and what was not run", () => {
    const text = summary([types, tests])
    assert.include(text, "Failed: tests.")
    assert.include(text, "not run: PostgreSQL")
  })
})

describe("problemsOfNames", () => {
  it("refuses an empty choice and an unknown name", () => {
    const steps = [{ name: "types", run: async () => ({ ok: true, detail: "" }) }]
    assert.lengthOf(problemsOfNames(steps, []), 1)
    assert.lengthOf(problemsOfNames(steps, ["typos"]), 1)
    assert.lengthOf(problemsOfNames(steps, ["types"]), 0)
  })
})

describe("problemsOfMember", () => {
  it("wants a tooling package private and named after its folder", () => {
    const manifest = { name: "@crosswalk/lint", version: "0.0.0", license: "MIT", description: "Rules" }
    assert.lengthOf(problemsOfMember({ folder: "tooling/lint", manifest: { ...manifest, private: true } }), 0)
    assert.lengthOf(problemsOfMember({ folder: "tooling/lint", manifest }), 1)
    assert.lengthOf(problemsOfMember({ folder: "tooling/rules", manifest: { ...manifest, private: true } }), 1)
  })

  it("wants the sources of a published package reachable, and nothing else", () => {
    const manifest = {
      name: "@crosswalk/core",
      version: "0.1.0",
      license: "MIT",
      description: "Core",
      sideEffects: false
    }
    const found = problemsOfMember({
      folder: "packages/core",
      manifest: { ...manifest, exports: { "./*": "./src/*.ts" } }
    })
    assert.isTrue(found.some((line) => line.includes(`"exports"`)))
  })
})

describe("unresolvedVersions", () => {
  it("finds versions that mean something only here", () => {
    const manifest = {
      name: "a",
      version: "1.0.0",
      dependencies: { b: "workspace:^", c: "^1.0.0" },
      peerDependencies: { d: "catalog:" }
    }
    assert.deepStrictEqual(unresolvedVersions(manifest), ["b", "d"])
  })
})
