import type { Mapper } from "@crosswalk/core/Mapper"
import * as Provider from "@crosswalk/core/Provider"
import { assert, describe, it } from "@effect/vitest"
import { Predicate } from "effect"
import * as Path from "node:path"
import { ukgPro } from "../src/index.ts"
import { derive, read, records } from "./Answers.ts"

const fixtures = Path.join(import.meta.dirname, "../fixtures")

const everything = Provider.resourcesFor(ukgPro.mappers).map(
  (resource) => [resource, records(resource, fixtures)] as const
)

/** A record as a reviewer wants to see it: without what is null. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!Predicate.isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => (entry === null ? [] : [[key, withoutNulls(entry)]]))
  )
}

const expected = (mapper: Mapper) => Path.join(fixtures, "expected", `${mapper.name.replace("/", ".")}.json`)

describe("the fixtures", () => {
  it("exist for every list", () => {
    assert.deepStrictEqual(
      everything.filter(([, raws]) => raws.length === 0).map(([{ name }]) => name),
      []
    )
  })

  for (const mapper of ukgPro.mappers) {
    it(`map to the expected records of ${mapper.name}`, () => {
      assert.deepStrictEqual(derive(mapper, everything).map(withoutNulls), read(expected(mapper)))
    })

    it(`fill every field of ${mapper.name} that is not absent`, () => {
      const found = derive(mapper, everything)
      const empty = Object.entries(mapper.rules).flatMap(([field, rule]) =>
        (Predicate.isFunction(rule) || rule.rule === "derived") && found.every((record) => record[field] === null)
          ? [field]
          : []
      )
      assert.deepStrictEqual(empty, [])
    })
  }
})
