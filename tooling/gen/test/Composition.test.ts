import { assert, describe, it } from "@effect/vitest"
import { header } from "../src/Barrel.ts"
import { camel, composition, compositionManifest } from "../src/Composition.ts"

describe("composition", () => {
  it("imports every provider, and the simulators of those that have one", () => {
    const text = composition([
      { id: "lever", hasSandbox: true },
      { id: "ukg-pro", hasSandbox: false }
    ])
    assert.deepStrictEqual(text.split("\n"), [
      header,
      'import { lever } from "@crosswalk/lever"',
      'import { sandbox as leverSandbox } from "@crosswalk/lever/Sandbox"',
      'import { ukgPro } from "@crosswalk/ukg-pro"',
      'import type { Member } from "./Member.ts"',
      "",
      "/** Every provider of the repository with its simulator, in the order of their ids. */",
      "export const members: ReadonlyArray<Member> = [",
      "  { provider: lever, simulator: leverSandbox },",
      "  { provider: ukgPro, simulator: null }",
      "]",
      ""
    ])
  })

  it("of one provider, or none, stands in one line as the formatter wants it", () => {
    assert.include(composition([{ id: "lever", hasSandbox: false }]), "= [{ provider: lever, simulator: null }]\n")
    assert.include(composition([]), "= []\n")
  })
})

describe("compositionManifest", () => {
  it("keeps the manifest and depends on what is listed, and on nothing listed before", () => {
    const manifest = JSON.stringify({ name: "all", dependencies: { "@crosswalk/gone": "workspace:^" } })
    assert.deepStrictEqual(JSON.parse(compositionManifest(manifest, [{ id: "lever", hasSandbox: true }])), {
      name: "all",
      dependencies: {
        "@crosswalk/core": "workspace:^",
        "@crosswalk/lever": "workspace:^",
        "@crosswalk/sandbox": "workspace:^"
      }
    })
  })
})

describe("camel", () => {
  it("names values", () => assert.strictEqual(camel("ukg-pro"), "ukgPro"))
})
