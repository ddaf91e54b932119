import { assert, it } from "@effect/vitest"
import * as Model from "@crosswalk/core/Model"
import * as Models from "@crosswalk/core/Models"
import * as Shown from "@crosswalk/client/Shown"
import { Application } from "@crosswalk/core/ats/Application"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

// The type `ReferenceOf` knows references by their names, which is sound as long as this holds.
it("knows references by the names of their fields", () => {
  for (const model of Models.all) {
    for (const { field, reference } of Model.fields(model)) {
      assert.strictEqual(/(?<!remote)_ids?$/.test(field), reference !== undefined, `${model.name}.${field}`)
    }
  }
})

it("decodes the keys that a query asks for", () => {
  const keys = (query: Shown.Showing) => Object.keys(Object(Shown.schema(Application, query)).fields)
  const all = Object.keys(Application.schema.fields)
  assert.deepStrictEqual(keys({}), all)
  assert.deepStrictEqual(keys({ include_raw_data: true }), [...all, "raw_data"])
  assert.deepStrictEqual(
    keys({ include_custom_fields: false }),
    all.filter((key) => key !== "custom_fields")
  )
  assert.deepStrictEqual(keys({ fields: ["id"], include_raw_data: true }), ["id"])
  assert.deepStrictEqual(keys({ fields: ["raw_data", "id"], include_raw_data: true }), ["id", "raw_data"])
})

/** Every module that one leads to, by what it imports for more than types. */
const reached = (address: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(address)) return seen
  seen.add(address)
  if (!address.startsWith("file:") || address.includes("/node_modules/")) return seen
  const text = readFileSync(fileURLToPath(address), "utf8")
  for (const [, clause = "", specifier = ""] of text.matchAll(/^(?:import|export) ([^;"]*?)from "([^"]+)"/gms)) {
    if (clause.startsWith("type ")) continue
    reached(specifier.startsWith(".") ? new URL(specifier, address).href : import.meta.resolve(specifier), seen)
  }
  return seen
}

it("needs nothing that only Node has", () => {
  const modules = [...reached(import.meta.resolve("@crosswalk/client/CreateClient"))]
  assert.isTrue(modules.some((one) => one.endsWith("/core/src/Models.ts")))
  assert.deepStrictEqual(
    modules.filter((one) => one.startsWith("node:") || one.includes("platform-node")),
    []
  )
})
