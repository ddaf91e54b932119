import { assert, describe, it } from "@effect/vitest"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import * as Check from "../src/Check.ts"
import * as Choices from "../src/Choices.ts"
import * as Scaffold from "../src/Scaffold.ts"
import { choices, make } from "./Workspace.ts"

describe("the check", () => {
  it("finds what a provider lacks or has changed", async () => {
    using workspace = make(choices.id)
    const { root } = workspace
    await Scaffold.write(root, choices)
    const folder = path.join(root, "providers", choices.id)
    assert.deepStrictEqual(Check.problems(root), ["providers/acme-people/fixtures: holds no recorded answer"])

    mkdirSync(path.join(folder, "fixtures/employees"), { recursive: true })
    writeFileSync(path.join(folder, "fixtures/employees/1.json"), "{}")
    assert.deepStrictEqual(Check.problems(root), [])

    const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"))
    writeFileSync(path.join(folder, "package.json"), JSON.stringify({ ...manifest, sideEffects: true, main: "x" }))
    rmSync(path.join(root, ".changeset/acme-people.md"))
    rmSync(path.join(folder, "src/mapper"), { recursive: true })
    assert.deepStrictEqual(Check.problems(root), [
      'providers/acme-people/package.json: "sideEffects" is to be false',
      'providers/acme-people/package.json: "main" is not among what a provider says',
      "providers/acme-people/src/mapper: missing; mappers lie there, one module for each model",
      '.changeset/acme-people.md: missing; no changeset names "@crosswalk/acme-people"'
    ])
  })
})

describe("names", () => {
  it("come from the path of a list", () => {
    const nouns = (path: string) => Choices.nounsOf({ path })
    assert.deepStrictEqual(nouns("/v1/people-groups/"), {
      resource: "people_groups",
      list: "peopleGroups",
      record: "PeopleGroup",
      one: "peopleGroup"
    })
    assert.strictEqual(nouns("/companies/{id}/timeOffPolicies").record, "TimeOffPolicy")
    assert.strictEqual(nouns("/addresses").record, "Address")
    assert.strictEqual(nouns("/classes").one, "record")
    assert.strictEqual(nouns("/staff").list, "staffList")
  })

  it("of providers are kebab-case and begin with a letter", () => {
    assert.isNull(Choices.problemOfId("ukg-pro"))
    for (const id of ["Lever", "360learning", "a_b", "a--b", ""]) assert.isNotNull(Choices.problemOfId(id))
  })
})
