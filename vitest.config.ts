import { defineConfig } from "vitest/config"

// Tests that find every provider by themselves, so that a provider needs none.
const conformance = "packages/conformance/test/{Providers,Simulators,Corpus}.test.ts"

// Tests that need a server: they run when there is one, and the step `tests` says when they did not.
const postgres = process.env["CROSSWALK_TEST_DATABASE_URL"] ? [] : ["**/*.postgres.test.ts"]

// Type tests (`*.tst.ts`) are no project here: `tsc` checks them with everything else.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{packages,tooling,examples}/*/test/**/*.test.ts"],
          exclude: [conformance, ...postgres],
          // Tests that work a server or start processes take their time on a machine that is busy.
          testTimeout: 30_000
        }
      },
      { test: { name: "providers", include: ["providers/*/test/**/*.test.ts", conformance] } }
    ]
  }
})
