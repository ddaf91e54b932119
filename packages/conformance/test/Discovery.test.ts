import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Discovery from "../src/Discovery.ts"

const folder = join(import.meta.dirname, "../../../providers")

const refusal = (folder: string, selected: ReadonlyArray<string> | null) =>
  Effect.flip(Effect.tryPromise({ try: () => Discovery.providers(folder, selected), catch: String }))

describe("looking for providers", () => {
  it.effect("finds a package with its fixtures and its simulator", () =>
    Effect.gen(function* () {
      const [found, ...others] = yield* Effect.promise(() => Discovery.providers(folder, ["lever"]))
      assert.deepStrictEqual(others, [])
      if (found === undefined) return assert.fail("lever is not found")
      assert.strictEqual(found.provider.id, "lever")
      assert.strictEqual(found.simulator?.provider, "lever")
      assert.isTrue(existsSync(found.fixtures))
    })
  )

  it.effect("refuses a name that is not there", () =>
    Effect.gen(function* () {
      assert.match(yield* refusal(folder, ["lever", "atlantis"]), /no provider atlantis .*there are .*lever/)
    })
  )

  it.effect("refuses to select nothing", () =>
    Effect.gen(function* () {
      assert.match(yield* refusal(folder, []), /no provider is selected/)
      const empty = yield* Effect.acquireRelease(
        Effect.sync(() => mkdtempSync(join(tmpdir(), "crosswalk-empty-"))),
        (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
      )
      mkdirSync(join(empty, "acme"))
      assert.match(yield* refusal(empty, null), /none is there/)
    }).pipe(Effect.scoped)
  )
})
