import { RuleTester } from "oxlint/plugins-dev"
import { describe, it } from "vitest"
import plugin from "../src/plugin.ts"

RuleTester.describe = describe
RuleTester.it = it

const core = "packages/core/src/Page.ts"
const test = "packages/core/test/Page.test.ts"
const engine = "packages/engine/src/Sync.ts"
const lever = "providers/lever/src/Lever.ts"
const wire = "providers/lever/src/LeverWire.ts"
const cli = "packages/cli/src/Start.ts"

/** Each case is a file and its text; a wrong one is found once unless a number says otherwise. */
interface Cases {
  readonly right: ReadonlyArray<readonly [filename: string, code: string]>
  readonly wrong: ReadonlyArray<readonly [filename: string, code: string, errors?: number]>
}

const check = (name: keyof typeof plugin.rules, { right, wrong }: Cases) =>
  new RuleTester({ languageOptions: { sourceType: "module" } }).run(name, plugin.rules[name], {
    valid: right.map(([filename, code]) => ({ filename, code })),
    invalid: wrong.map(([filename, code, errors = 1]) => ({ filename, code, errors }))
  })

check("no-environment", {
  right: [
    [core, `const env = settings.env`],
    [test, `process.env.CI`],
    ["packages/cli/src/Environment.ts", `process.env.HOME`],
    ["tooling/checks/src/Tests.ts", `process.env.CI`]
  ],
  wrong: [
    [core, `const home = process.env.HOME`],
    [lever, `const { HOME } = process.env`],
    [core, `import { env } from "node:process"`]
  ]
})

check("no-clock", {
  right: [
    ["packages/core/src/Wire.ts", `new Date(millis).toISOString()`],
    [test, `new Date()`],
    [core, `DateTime.now`]
  ],
  wrong: [
    ["packages/core/src/Wire.ts", `new Date()`],
    [core, `new Date(millis)`],
    [lever, `Date.now()`],
    [core, `performance.now()`],
    [core, `Date()`]
  ]
})

check("no-throw", {
  right: [
    [test, `throw new Error("no")`],
    [core, `Effect.try({ try: () => 1, catch: () => 2 })`]
  ],
  wrong: [
    [core, `throw new Error("no")`],
    ["packages/core/src/internal/compile.ts", `try { a() } catch { b() }`],
    [lever, `try { a() } finally { b() }`]
  ]
})

check("no-cast", {
  right: [
    [core, `const a = ["x"] as const`],
    [core, `const a = { x: 1 } satisfies A`],
    [core, `import { a as b } from "./A.ts"`]
  ],
  wrong: [
    [core, `const a = b as A`],
    [test, `const a = b as unknown as A`, 2],
    [core, `const a = <A>b`]
  ]
})

check("reasoned-ignore", {
  right: [
    [core, `// The file may be gone already.\nremove(file).pipe(Effect.ignore)`],
    [core, `remove(file).pipe(Effect.ignore) // the file may be gone already`],
    [test, `remove(file).pipe(Effect.ignore)`]
  ],
  wrong: [
    [core, `remove(file).pipe(Effect.ignore)`],
    [core, `// Far above.\n\n\nEffect.ignoreCause(remove(file))`]
  ]
})

check("reasoned-exception", {
  right: [
    [core, `// oxlint-disable-next-line crosswalk/no-throw -- vendor code may throw here\na()`],
    [core, `/* oxlint-disable no-console, crosswalk/no-throw -- a program prints */\na()`],
    [test, `// @ts-expect-error a required field\na()`]
  ],
  wrong: [
    [core, `// oxlint-disable-next-line\na()`],
    [core, `// oxlint-disable-next-line crosswalk/no-throw\na()`],
    [test, `// eslint-disable-line no-console -- \na()`],
    [core, `// @ts-ignore\na()`]
  ]
})

check("wire-source", {
  right: [
    [wire, `export const User = Schema.Struct({ id: Schema.String }).annotate({ source: docs })`],
    [wire, `const Part = Schema.Struct({ id: Schema.String })`],
    [wire, `export type User = typeof User.Type`],
    [lever, `export const User = Schema.Struct({ id: Schema.String })`]
  ],
  wrong: [
    [wire, `export const User = Schema.Struct({ id: Schema.String })`],
    [
      "providers/lever/src/wire/User.ts",
      `export const User = Schema.Struct({ id: Schema.String }).annotate({ unit: "s" })`
    ]
  ]
})

check("vague-name", {
  right: [
    [core, `const done = () => 1`],
    [core, `const processed = () => 1`]
  ],
  wrong: [
    ["packages/core/src/utils.ts", `const a = 1`],
    ["packages/core/src/helpers/Text.ts", `const a = 1`],
    [core, `const handlePage = () => 1`],
    [core, `function processPage() {}`]
  ]
})

check("documented-export", {
  right: [
    [core, `/** A page. */\nexport interface Page {}`],
    [core, `/** A page. */\nexport const Page = 1\nexport type Page = number`],
    [core, `const a = 1\nexport { a }`],
    ["packages/core/src/internal/compile.ts", `export const a = 1`],
    ["packages/core/src/index.ts", `export * as Page from "./Page.ts"`],
    [lever, `export const a = 1`]
  ],
  wrong: [
    [core, `export const a = 1`],
    [core, `// A page.\nexport type Page = 1`],
    ["packages/core/src/ats/Candidate.ts", `/* A page. */\nexport class Page {}`]
  ]
})

check("direction", {
  right: [
    [lever, `import * as Page from "@crosswalk/core/Page"`],
    [lever, `import * as Sandbox from "@crosswalk/sandbox/Sandbox"`],
    [engine, `import * as Records from "@crosswalk/store/Records"`],
    [cli, `import { lever } from "@crosswalk/lever"`],
    [cli, `import * as NodeRuntime from "@effect/platform-node/NodeRuntime"`],
    ["packages/engine/test/Sync.test.ts", `import { lever } from "@crosswalk/lever"`],
    ["packages/core/src/ats/Candidate.ts", `import * as Model from "../Model.ts"`],
    [test, `import { compile } from "../src/internal/compile.ts"`]
  ],
  wrong: [
    [core, `import * as Sync from "@crosswalk/engine/Sync"`],
    [lever, `import * as Sync from "@crosswalk/engine/Sync"`],
    [lever, `import { greenhouse } from "@crosswalk/greenhouse"`],
    [engine, `import type { lever } from "@crosswalk/lever"`],
    ["packages/sandbox/src/Route.ts", `export * from "@crosswalk/core/Page"`],
    [engine, `import { compile } from "@crosswalk/core/internal/compile"`],
    ["packages/engine/test/Sync.test.ts", `import { compile } from "@crosswalk/core/internal/compile"`],
    [engine, `import { Page } from "../../core/src/Page.ts"`],
    [cli, `import { NodeRuntime } from "@effect/platform-node"`]
  ]
})
