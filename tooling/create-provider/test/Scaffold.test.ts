import * as Checks from "@crosswalk/conformance/Checks"
import * as Discovery from "@crosswalk/conformance/Discovery"
import * as Subject from "@crosswalk/conformance/Subject"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { execFile } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { promisify } from "node:util"
import { auths, type Choices, pagings } from "../src/Choices.ts"
import * as Scaffold from "../src/Scaffold.ts"
import type { Fields } from "../src/Shape.ts"
import { choices, make, repository } from "./Workspace.ts"

const run = promisify(execFile)

/** What is wrong with the providers of a repository; what they stand on is compiled with everything else. */
const compile = async (root: string): Promise<ReadonlyArray<string>> => {
  const output = await run(path.join(repository, "node_modules/.bin/tsc"), ["-p", "tsconfig.json"], { cwd: root }).then(
    ({ stdout }) => stdout,
    (error: { readonly stdout: string }) => error.stdout
  )
  return output.split("\n").filter((line) => line.startsWith("providers/"))
}

/** The findings of the suite on the one provider of a repository, as a report shows them. */
const findings = async (root: string): Promise<ReadonlyArray<string>> => {
  const [found] = await Discovery.providers(path.join(root, "providers"), null)
  assert.isDefined(found)
  const subject = Subject.make(found.provider, { fixtures: found.fixtures })
  const lists = await Promise.all(
    Checks.all
      .filter(({ needsSimulator }) => !needsSimulator)
      .map(async (check) =>
        (await Effect.runPromise(check.run(subject))).map(({ about, problem }) => `${check.name} ${about}: ${problem}`)
      )
  )
  return lists.flat()
}

describe("a new package", () => {
  it("compiles, is found, and is told by the suite what to fill in next", { timeout: 60_000 }, async () => {
    using workspace = make(choices.id)
    await Scaffold.write(workspace.root, choices)
    assert.deepStrictEqual(await compile(workspace.root), [])

    const found = await findings(workspace.root)
    const says = (...parts: ReadonlyArray<string>) =>
      assert.isTrue(
        found.some((line) => parts.every((part) => line.includes(part))),
        `${parts.join(" … ")} is in none of:\n${found.join("\n")}`
      )
    says("fixtures employees:", "fixtures/employees/1.json")
    says("fixtures time_off:", "fixtures/time_off/1.json")
    says("decided employee/employees:", "absent(", "undecided", "hired_on")
    says("decided time_off/time_off:", "starts_on")
    says("coverage employee/employees remote_id:", "no fixture")
    says("expected", "employee.employees.json", "CROSSWALK_UPDATE=1")
    assert.deepStrictEqual(
      found.filter((line) => /^(declaration|sources|wire-schemas|credentials|failures|secrets) /.test(line)),
      []
    )
  })

  it("is listed for host applications, and has a changeset", async () => {
    using workspace = make(choices.id)
    await Scaffold.write(workspace.root, choices)
    const text = (file: string) => readFileSync(path.join(workspace.root, file), "utf8")
    assert.include(text("compositions/providers/src/index.ts"), "{ provider: acmePeople, simulator: null }")
    assert.include(text("compositions/providers/package.json"), '"@crosswalk/acme-people": "workspace:^"')
    assert.include(text(".changeset/acme-people.md"), "Acme People: employee, time off.")
    assert.include(
      text("providers/acme-people/src/index.ts"),
      'import { acmePeople as declared } from "./AcmePeople.ts"'
    )
  })

  it("reads what the vendor's document lists", { timeout: 60_000 }, async () => {
    const fields: Fields = {
      employeeId: { kind: "id" },
      "first-name": { kind: "text" },
      address: { kind: "record", fields: { zip: { kind: "choice", of: [{ kind: "text" }, { kind: "number" }] } } },
      tags: { kind: "list", item: { kind: "text" } },
      extra: { kind: "unknown" },
      active: { kind: "boolean" }
    }
    const listed = { items: "data.people", fields }
    using workspace = make(choices.id)
    await Scaffold.write(workspace.root, { ...choices, lists: [{ model: "employee", path: "/employees", listed }] })
    assert.deepStrictEqual(await compile(workspace.root), [])
    const wire = readFileSync(path.join(workspace.root, "providers/acme-people/src/AcmePeopleWire.ts"), "utf8")
    for (const part of [
      'items: "data.people"',
      "employee.employeeId",
      '"first-name": Wire.maybe(Schema.String)',
      "delete what no mapping reads"
    ])
      assert.include(wire, part)
  })

  it("compiles with every way to authenticate and to page", { timeout: 120_000 }, async () => {
    const variants = auths.map((auth, index): Choices => ({
      ...choices,
      id: `v${index}`,
      auth,
      paging: pagings[index % pagings.length] ?? "single"
    }))
    using workspace = make(...variants.map(({ id }) => id))
    for (const variant of variants) await Scaffold.write(workspace.root, variant)
    assert.deepStrictEqual(await compile(workspace.root), [])
  })

  it("is never written over another", () => {
    assert.include(Scaffold.obstacle(repository, { ...choices, id: "lever" }) ?? "", "already a folder providers/lever")
    assert.isNull(Scaffold.obstacle(repository, choices))
    assert.isFalse(existsSync(path.join(repository, "providers", choices.id)))
  })
})
