import { assert, describe, it } from "@effect/vitest"
import { header, packageBarrel, providerBarrel } from "../src/Barrel.ts"

describe("packageBarrel", () => {
  it("names a namespace for each module, and nothing that is internal or a program", () => {
    const text = packageBarrel([
      "main.ts",
      "index.ts",
      "internal/compile.ts",
      "internal/Row.ts",
      "ats/Job.ts",
      "Auth.ts"
    ])
    assert.strictEqual(text, `${header}\nexport * as Auth from "./Auth.ts"\nexport * as Job from "./ats/Job.ts"\n`)
  })

  it("tells two modules of one name apart by their folder", () => {
    const text = packageBarrel(["ats/User.ts", "hris/User.ts", "User.ts"])
    assert.deepStrictEqual(text.split("\n").slice(1, 4), [
      'export * as User from "./User.ts"',
      'export * as AtsUser from "./ats/User.ts"',
      'export * as HrisUser from "./hris/User.ts"'
    ])
  })

  it("of an empty package is still a module", () => assert.strictEqual(packageBarrel([]), `${header}\nexport {}\n`))
})

describe("providerBarrel", () => {
  it("is the declared value, with the version of its package", () =>
    assert.strictEqual(
      providerBarrel("ukg-pro", "1.2.3"),
      `${header}
import * as Provider from "@crosswalk/core/Provider"
import { ukgPro as declared } from "./UkgPro.ts"

export const ukgPro = Provider.released(declared, "1.2.3")
`
    ))
})
