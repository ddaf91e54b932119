import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Checks from "../src/Checks.ts"
import * as Subject from "../src/Subject.ts"
import { type Mistake, mistakes } from "./tiny/Mistakes.ts"
import { sandbox } from "./tiny/Sandbox.ts"

const fixtures = join(import.meta.dirname, "tiny/fixtures")

/** Names of the checks that fail, and what each says. */
const failing = Effect.fnUntraced(function* ({ driving, provider, reviewed = false }: Mistake, folder: string) {
  const subject = Subject.make(provider, { fixtures: folder, sandbox, update: !reviewed })
  const failed = new Map<string, string>()
  for (const check of Checks.all) {
    if (check.needsSimulator && check.name !== driving) continue
    const findings = yield* check.run(subject)
    if (findings.length > 0)
      failed.set(check.name, findings.map(({ about, problem }) => `${about}: ${problem}`).join("\n"))
  }
  return failed
})

describe("a planted mistake is caught:", () => {
  for (const one of mistakes) {
    it.live(
      one.name,
      () =>
        Effect.gen(function* () {
          const folder = yield* Effect.acquireRelease(
            Effect.sync(() => mkdtempSync(join(tmpdir(), "crosswalk-planted-"))),
            (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
          )
          cpSync(fixtures, folder, { recursive: true })
          one.spoil?.(folder)
          const failed = yield* failing(one, folder)
          assert.sameMembers([...failed.keys()], [...one.fails], [...failed.values()].join("\n"))
          assert.match(failed.get(one.fails[0] ?? "") ?? "", one.says)
        }).pipe(Effect.scoped),
      30_000
    )
  }
})
