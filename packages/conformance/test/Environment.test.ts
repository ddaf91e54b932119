import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect } from "effect"
import * as Environment from "../src/Environment.ts"

const reading = (values: Record<string, string>) => Environment.config.parse(ConfigProvider.fromUnknown(values))

describe("the environment", () => {
  it.effect("chooses nothing unless told", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* reading({}), { providers: null, update: false, seed: 1, corpus: null })
    })
  )

  it.effect("names providers, a seed and a corpus", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(
        yield* reading({ CROSSWALK_PROVIDERS: "lever, acme,", CROSSWALK_SEED: "7", CROSSWALK_CORPUS: "/recorded" }),
        { providers: ["lever", "acme"], update: false, seed: 7, corpus: "/recorded" }
      )
    })
  )

  it.effect("lets expected records be written when asked, and never in CI", () =>
    Effect.gen(function* () {
      assert.isTrue((yield* reading({ CROSSWALK_UPDATE: "1" })).update)
      assert.isFalse((yield* reading({ CROSSWALK_UPDATE: "0" })).update)
      assert.isFalse((yield* reading({ CROSSWALK_UPDATE: "1", CI: "true" })).update)
    })
  )

  it.effect("refuses a seed that is none", () =>
    Effect.gen(function* () {
      assert.include(String(yield* Effect.flip(reading({ CROSSWALK_SEED: "seven" }))), "CROSSWALK_SEED")
    })
  )
})
