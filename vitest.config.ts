import { defineConfig } from "vitest/config"

// Type tests (`*.tst.ts`) are no project here: `tsc` checks them with everything else.
export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["packages/*/test/**/*.test.ts", "tooling/*/test/**/*.test.ts"] } },
      { test: { name: "providers", include: ["providers/*/test/**/*.test.ts"] } }
    ]
  }
})
