import * as Offline from "@crosswalk/core/Offline"
import * as OfflineReport from "@crosswalk/core/OfflineReport"
import type { Recording } from "@crosswalk/core/OfflineReport"
import * as Page from "@crosswalk/core/Page"
import { resourcesFor } from "@crosswalk/core/Provider"
import type { Resource } from "@crosswalk/core/Resource"
import { assert, describe, it } from "@effect/vitest"
import { Predicate, Schema, SchemaAST } from "effect"
import { existsSync } from "node:fs"
import * as Path from "node:path"
import { ukgPro } from "../src/index.ts"
import { employee } from "../src/mapper/Employee.ts"
import * as Resources from "../src/UkgProResources.ts"
import { code, day } from "../src/wire/Habits.ts"
import { read as readFile, readable } from "./Answers.ts"

const folder = Path.join(import.meta.dirname, "../../../../shared/corpus/ukg-pro")
const resources = resourcesFor(ukgPro.mappers)
const read = (file: string): unknown => readFile(Path.join(folder, file))

const Index = Schema.Struct({
  recordings: Schema.Array(Schema.Struct({ file: Schema.String, path: Schema.String }))
})

/** The list behind a path, which the specification writes without the prefix for some lists of the configuration. */
const resourceAt = (path: string): Resource | undefined =>
  resources.find((resource) => resource.path === path || resource.path === `/configuration/v1${path}`)

/** Why a file of recorded records is read by no list. */
const reasons: Readonly<Record<string, string>> = {
  "employee-changes.json":
    "all it tells stands in the lists of persons and employments; UKG asks not to call it more than every 3 hours",
  "employee-contract-details.json": "contracts: no model of ours",
  "webhook.EmployeeAddressChangeEvent.json": "webhooks are not read: UKG Pro is polled",
  "onboarding.new-hire-get.json": "another interface of UKG",
  "onboarding.new-hire-create-request.json": "another interface of UKG"
}

/** Keys of a wire schema. */
const keysOf = (resource: Resource): ReadonlyArray<string> => {
  const { ast } = resource.wire
  return SchemaAST.isObjects(ast) ? ast.propertySignatures.map(({ name }) => String(name)) : []
}

/** Names of a list's fields in the vendor's specification, below the list itself. */
const documented = (file: string): ReadonlyArray<string> => {
  const fields = Page.at(read(file), "get.responses.200.fields")
  return (Array.isArray(fields) ? fields : []).flatMap((field) => {
    const path = Page.at(field, "path")
    return Predicate.isString(path) ? [path.replace(/^\[\]\.|^entities\[\]\./, "").replace(/[.[].*$/, "")] : []
  })
}

const leaves = (value: unknown, found: Set<string> = new Set()): Set<string> => {
  if (Array.isArray(value)) for (const entry of value) leaves(entry, found)
  else if (Predicate.isObject(value)) for (const entry of Object.values(value)) leaves(entry, found)
  else if (Predicate.isString(value) || Predicate.isNumber(value)) found.add(String(value))
  return found
}

/** Texts and numbers as mapped that stand nowhere in what was recorded; of a word only the vendor's half is looked at. */
const inventions = (value: unknown, given: ReadonlySet<string>): ReadonlyArray<string> => {
  if (Array.isArray(value)) return value.flatMap((entry) => inventions(entry, given))
  if (Predicate.isObject(value)) {
    return Object.entries(value).flatMap(([key, entry]) =>
      "remote" in value && key === "value" ? [] : inventions(entry, given)
    )
  }
  if (!Predicate.isString(value) && !Predicate.isNumber(value)) return []
  const text = String(value)
  return given.has(text) || [...given].some((one) => day(one) === text) ? [] : [text]
}

// One line instead of a false pass where the corpus is not at hand.
if (!existsSync(folder))
  console.warn("ukg-pro: the corpus tests did not run, because ../shared/corpus/ukg-pro is not there")

if (existsSync(folder)) {
  describe("the corpus", () => {
    const index = Schema.decodeUnknownSync(Index)(read("index.json")).recordings
    const recorded = index.filter(({ file }) => !/^(schema|observed-keys|error)\./.test(file))
    const recordings = recorded.flatMap(({ file, path }): ReadonlyArray<Recording> => {
      const resource = resourceAt(path)
      const body = read(file)
      return resource === undefined || !Array.isArray(body)
        ? []
        : [{ file, resource, records: body.map((raw: unknown) => ({ raw, parent: null })) }]
    })
    const files = OfflineReport.report(ukgPro.mappers, recordings, "corpus")
    const store = OfflineReport.land(recordings)

    it("is reported file by file", () => {
      const left = recorded.filter(({ file }) => files.every((report) => report.file !== file))
      console.info(
        [...OfflineReport.lines(files), ...left.map(({ file }) => `${file}: not read, ${reasons[file] ?? "?"}`)].join(
          "\n"
        )
      )
      assert.deepStrictEqual(
        left.map(({ file }) => file).filter((file) => reasons[file] === undefined),
        []
      )
    })

    it("loses no record and no field", () => {
      assert.isAtLeast(files.length, 3)
      for (const { file, mapped, quarantined, read } of files) {
        assert.deepStrictEqual(quarantined, [], file)
        for (const { faults, made, mapper } of mapped) {
          assert.deepStrictEqual(faults, [], `${file} ${mapper}`)
          assert.strictEqual(made, read, `${file} ${mapper}`)
        }
      }
    })

    it("holds every value that is mapped without being worked out", () => {
      for (const mapper of ukgPro.mappers) {
        const sources = [mapper.source.resource, ...Object.values(mapper.source.joins).map(({ resource }) => resource)]
        const given = leaves(sources.map(({ name }) => store.get(name)?.map(({ record }) => record)))
        for (const { key, outcome } of Offline.derive(mapper, store, (_, id) => id)) {
          const record = outcome._tag === "Mapped" ? outcome.record : {}
          for (const [field, value] of Object.entries(record)) {
            if (field === "remote_id" || !Predicate.isFunction(mapper.rules[field])) continue
            assert.deepStrictEqual(inventions(value, given), [], `${mapper.name} ${key} ${field}`)
          }
        }
      }
    })

    it("tells of its employees what their employments say", () => {
      const rows = recordings.find(({ resource }) => resource === Resources.employments)?.records ?? []
      assert.isNotEmpty(rows)
      const people = Offline.land(
        Resources.people,
        rows.map(({ raw }) => ({ raw: { employeeId: Page.at(raw, "employeeID") }, parent: null }))
      )
      const made = Offline.derive(employee, new Map(store).set(Resources.people.name, people.landed), readable)
      assert.strictEqual(made.length, rows.length)
      for (const { raw } of rows) {
        const found = made.find(({ key }) => key === Page.at(raw, "employeeID"))?.outcome
        const record = found?._tag === "Mapped" ? found.record : assert.fail("is not mapped")
        assert.strictEqual(record["employee_number"], Page.at(raw, "employeeNumber"))
        assert.strictEqual(Page.at(record, "employment_status.remote"), Page.at(raw, "employeeStatusCode"))
        assert.strictEqual(`${record["hired_on"]}T00:00:00`, Page.at(raw, "lastHireDate"))
        assert.isNull(record["terminated_on"])
        assert.isNull(record["termination_reason"])
        assert.isNull(record["name"])
        assert.strictEqual(record["manager_id"], `employee:${Page.at(raw, "supervisorID")}`)
        assert.isNull(record["remote_updated_at"])
      }
    })

    it("has no day and no code that the readers cannot end", () => {
      const dates = leaves(recorded.map(({ file }) => read(file)))
      for (const text of dates) {
        if (/^\d{4}-\d{2}-\d{2}T|^\d{1,2}\/\d{1,2}\/\d{4}/.test(text))
          assert.match(day(text) ?? "", /^\d{4}-\d\d-\d\d$/)
      }
      assert.isNull(day(""))
      assert.isNull(code("Z"))
    })
  })

  describe("the wire schemas", () => {
    const index = Schema.decodeUnknownSync(Index)(read("index.json")).recordings
    const observed: Readonly<Record<string, string>> = {
      person_details: "observed-keys.person-details.json",
      employment_details: "observed-keys.employment-details.json"
    }
    for (const resource of resources) {
      it(`read of ${resource.name} what UKG documents or was seen to send`, () => {
        const own = index.filter(({ path }) => resourceAt(path) === resource)
        const known = new Set([
          ...own.flatMap(({ file }) => (file.startsWith("schema.") ? documented(file) : [])),
          ...own.flatMap(({ file }) => {
            const body = file.startsWith("schema.") ? null : read(file)
            return Array.isArray(body) && Predicate.isObject(body[0]) ? Object.keys(body[0]) : []
          })
        ])
        const live = observed[resource.name]
        const keys = live === undefined ? [] : Page.at(read(live), "keys")
        for (const key of Array.isArray(keys) ? keys : []) known.add(String(key))
        assert.isNotEmpty([...known])
        // The two lists of employments are read by one schema, which holds the names of both.
        const both = resource.wire === Resources.employments.wire
        const missing = keysOf(resource).filter((key) => !known.has(key))
        if (!both) assert.deepStrictEqual(missing, [])
        else assert.isBelow(missing.length, keysOf(resource).length / 2)
        // Nor is anything called sensitive that is not there, which would be a misspelt name.
        const lower = new Set([...known].map((key) => key.toLowerCase()))
        const sensitive = Object.values(resource.sensitive).flatMap((paths) => paths ?? [])
        assert.deepStrictEqual(
          sensitive.filter((path) => !lower.has((path.split(".")[0] ?? "").toLowerCase())),
          both ? sensitive.filter((path) => /Salary|PayRate/.test(path) && !lower.has(path.toLowerCase())) : []
        )
      })
    }
  })
}
