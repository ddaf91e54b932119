import * as Offline from "@crosswalk/core/Offline"
import * as OfflineReport from "@crosswalk/core/OfflineReport"
import type { Recording } from "@crosswalk/core/OfflineReport"
import { resourcesFor } from "@crosswalk/core/Provider"
import type { Resource } from "@crosswalk/core/Resource"
import * as Wire from "@crosswalk/core/Wire"
import { assert, describe, it } from "@effect/vitest"
import { Predicate, Schema } from "effect"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import * as Path from "node:path"
import { candidate } from "../src/mapper/Candidate.ts"
import { greenhouse } from "../src/index.ts"
import { readable } from "./Answers.ts"
import { project } from "./V1.ts"

const folder = Path.join(import.meta.dirname, "../../../../shared/corpus/greenhouse")
const resources = resourcesFor(greenhouse.mappers)

const read = (file: string): unknown => JSON.parse(readFileSync(Path.join(folder, file), "utf8"))

const recording = (file: string, resource: Resource, records: ReadonlyArray<unknown>): Recording => ({
  file,
  resource,
  records: records.map((raw) => ({ raw, parent: null }))
})

/** What a file holds for lists of ours, one recording for each list; null when it holds nothing. */
const recordingsIn = (file: string): ReadonlyArray<Recording> | null => {
  const resource = resources.find(({ name }) => file === `v3.${name}.json`)
  const body = read(file)
  if (resource !== undefined) return [recording(file, resource, Array.isArray(body) ? body : [body])]
  const projected = /^(v1|sandbox\.v1)\.(?!write|error)/.test(file) ? project(file, body) : null
  return (
    projected &&
    Array.from(
      Map.groupBy(projected, (one) => one.resource),
      ([resource, records]) =>
        recording(
          file,
          resource,
          records.map((one) => one.record)
        )
    )
  )
}

/** Why a file holds nothing for a model of ours. */
const reasons: ReadonlyArray<readonly [file: RegExp, why: string]> = [
  [/^index\.json$/, "the corpus' own index"],
  [/\.write\.|\.error\./, "requests and refusals"],
  [/^webhook\./, "webhooks are not read: Greenhouse is polled"],
  [/^(board|ingestion)\./, "other interfaces of Greenhouse"],
  [/^v3\.(schemas|operations|fields)\.json$/, "specification"],
  [/^v3\.application_stages\./, "history of stages: no model of ours"],
  [/^v3\.(pay_inputs|pay_input_ranges)\./, "pay ranges name a post, whose job they do not tell"],
  [/^v3\.user_emails\./, "a user's addresses stand on the user"],
  [/approvals|demographic|email-templates|prospect-pools|tracking-links/, "no model of ours"],
  [/custom-fields/, "fields and their options without the records that hold them"],
  [/custom-locations/, "places stand on the post"],
  [/user-permissions/, "permissions without their user"]
]

/** Texts and numbers in some JSON, names of keys among them. */
const leaves = (value: unknown, found: Set<string> = new Set()): Set<string> => {
  if (Array.isArray(value)) for (const entry of value) leaves(entry, found)
  else if (Predicate.isObject(value)) for (const [key, entry] of Object.entries(value)) leaves(entry, found.add(key))
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
  return given.has(text) ||
    [...given].some((other) => Wire.instant(other) === text || Wire.date(other) === text) ||
    text.split(/[ /]/).every((part) => given.has(part))
    ? []
    : [text]
}

// One line instead of a false pass where the corpus is not at hand.
if (!existsSync(folder))
  console.warn("greenhouse: the corpus tests did not run, because ../shared/corpus/greenhouse is not there")

if (existsSync(folder)) {
  describe("the corpus", () => {
    const names = readdirSync(folder).filter((name) => name.endsWith(".json"))
    const found = new Map(names.map((name) => [name, recordingsIn(name)]))
    const recordings = [...found.values()].flatMap((one) => one ?? [])
    const files = OfflineReport.report(greenhouse.mappers, recordings, "corpus")

    it("is reported file by file", () => {
      const line = ({ file, ...rest }: OfflineReport.FileReport) => ({ ...rest, file: `${file} (${rest.resource})` })
      console.info(OfflineReport.lines(files.map(line)).join("\n"))
      assert.isAbove(files.length, 0)
    })

    it("is read, or left for a reason", () => {
      const left = names.filter((name) => found.get(name) === null && !reasons.some(([file]) => file.test(name)))
      assert.deepStrictEqual(left, [])
    })

    it("loses no record and no field", () => {
      for (const { file, mapped, quarantined, resource } of files) {
        assert.deepStrictEqual(quarantined, [], `${file} ${resource}`)
        for (const { faults, mapper } of mapped) assert.deepStrictEqual(faults, [], `${file} ${mapper}`)
      }
    })

    it("yields no value that the vendor did not send", () => {
      // Rejections and openings bear ids that stand for objects without one; what was given of any file counts.
      for (const [file, own] of found) {
        const store = OfflineReport.land(own ?? [])
        const given = leaves([read(file), (own ?? []).map(({ records }) => records)])
        for (const mapper of greenhouse.mappers) {
          for (const { key, outcome } of Offline.derive(mapper, store, (_, remoteId) => remoteId)) {
            if (outcome._tag === "Rejected") continue
            const { opening_count: _, roles: __, ...record } = outcome.record
            const words = mapper.name.startsWith("screening_question") ? { ...record, position: null } : record
            assert.deepStrictEqual(inventions(words, given), [], `${file} ${mapper.name} ${key}`)
          }
        }
      }
    })

    it("brings a recorded candidate whole", () => {
      const file = "v1.candidates.retrieve-candidate.json"
      const store = OfflineReport.land(found.get(file) ?? [])
      const [one] = Offline.derive(candidate, store, readable)
      const record = one?.outcome._tag === "Mapped" ? one.outcome.record : assert.fail("the candidate is not mapped")
      const counts = Schema.decodeUnknownSync(
        Schema.Struct({
          phone_numbers: Schema.Array(Schema.Unknown),
          email_addresses: Schema.Array(Schema.Unknown),
          employments: Schema.Array(Schema.Unknown),
          educations: Schema.Array(Schema.Unknown),
          applications: Schema.Array(Schema.Unknown)
        })
      )(read(file))
      const length = (name: string): unknown => Array.isArray(record[name]) && record[name].length
      assert.deepStrictEqual(
        [length("phones"), length("emails"), length("experiences"), length("education"), length("application_ids")],
        [
          counts.phone_numbers.length,
          counts.email_addresses.length,
          counts.employments.length,
          counts.educations.length,
          counts.applications.length
        ]
      )
    })
  })
}
