import type * as Offline from "@crosswalk/core/Offline"
import { derive } from "@crosswalk/core/Offline"
import * as OfflineReport from "@crosswalk/core/OfflineReport"
import type { Recording } from "@crosswalk/core/OfflineReport"
import * as Page from "@crosswalk/core/Page"
import * as Wire from "@crosswalk/core/Wire"
import { assert, describe, it } from "@effect/vitest"
import { Predicate } from "effect"
import { existsSync } from "node:fs"
import * as Path from "node:path"
import { resourcesFor } from "@crosswalk/core/Provider"
import { lever } from "../src/index.ts"
import { opportunities } from "../src/LeverResources.ts"
import { candidate } from "../src/mapper/Candidate.ts"
import { read, readable } from "./Answers.ts"
import { inventions, leaves } from "./Inventions.ts"
import { placeOf, readFolder } from "./Recordings.ts"

const folder = Path.join(import.meta.dirname, "../../../../shared/corpus/lever")

/**
 * The deprecated lists of applications: what `expand=applications` shows inside opportunities. The contact is not
 * recorded with them.
 */
const applicationFiles = ["application-get.json", "doc.applications.json"]

const asOpportunities = (file: string): Recording => {
  const found = Page.at(read(Path.join(folder, file)), "data")
  const byOpportunity = new Map<unknown, Array<unknown>>()
  for (const application of Array.isArray(found) ? found : [found]) {
    const id = Page.at(application, "opportunityId")
    byOpportunity.set(id, [...(byOpportunity.get(id) ?? []), application])
  }
  const records = [...byOpportunity].map(([id, applications]) => ({
    raw: { id, contact: "unrecorded", applications },
    parent: null
  }))
  return { file, resource: opportunities, records }
}

/** Why a file holds nothing for a model of ours. */
const reasons: ReadonlyArray<readonly [path: RegExp, why: string]> = [
  [/\/deleted$/, "lists of deletions are empty in the recordings"],
  [/\/contacts\//, "a contact's facts stand on its opportunities"],
  [/\/panels$/, "a panel's interviews are those of the list of interviews"],
  [/\/eeo\/responses$/, "anonymous answers have no id and no link to an application"],
  [/\/postings\/[^/]+\/users$/, "followers stand on the posting"],
  [/\/sources$/, "sources are texts on opportunities"],
  [/\/requisition/, "custom fields of requisitions stand on the requisition"],
  [/\/referrals$|\/file_actions$/, "empty in the recordings"],
  [/\/feedback_templates/, "the fields of a form stand on the form"],
  [/\/webhooks$|\/audit_events$/, "no model of ours"]
]

const isWrite = (file: string): boolean =>
  /^(write|webhook|error|response-headers)\b|^doc\.(file-upload|requisition|feedback-template)/.test(file)

// One line instead of a false pass where the corpus is not at hand.
if (!existsSync(folder))
  console.warn("lever: the corpus tests did not run, because ../shared/corpus/lever is not there")

describe("the corpus reader", () => {
  const at = (path: string) => {
    const place = placeOf(resourcesFor(lever.mappers), path)
    return place && [place.resource.name, place.parent, place.isOne]
  }

  it("knows which list a path leads to", () => {
    assert.deepStrictEqual(at("/v1/opportunities"), ["opportunities", null, false])
    assert.deepStrictEqual(at("/v1/opportunities/o1"), ["opportunities", null, true])
    assert.deepStrictEqual(at("/v1/opportunities/o1/offers"), ["offers", "o1", false])
    assert.deepStrictEqual(at("/v1/opportunities/o1/offers/f1"), ["offers", "o1", true])
    assert.strictEqual(at("/v1/opportunities/deleted"), null)
    assert.strictEqual(at("/v1/webhooks"), null)
  })
})

if (existsSync(folder)) {
  describe("the corpus", () => {
    const { recordings, unread } = readFolder(lever, folder)
    const all = [...recordings, ...applicationFiles.map(asOpportunities)]
    const files = OfflineReport.report(lever.mappers, all, "corpus")
    const of = (file: string) => {
      const found = files.find((report) => report.file === file)
      return found ?? assert.fail(`${file} is not among the recordings`)
    }
    const store = OfflineReport.land(all)

    it("is reported file by file", () => {
      console.info(OfflineReport.lines(files).join("\n"))
      assert.isAbove(files.length, 0)
    })

    it("is read, or left for a reason", () => {
      const left = unread.filter(
        ({ file, path }) =>
          !isWrite(file) && !applicationFiles.includes(file) && !reasons.some(([pattern]) => pattern.test(path))
      )
      assert.deepStrictEqual(left, [])
      assert.deepStrictEqual(
        files.filter((report) => report.read === 0).map(({ file }) => file),
        ["resumes.empty.json"]
      )
    })

    it("loses no record and no field", () => {
      for (const { file, mapped, quarantined } of files) {
        assert.deepStrictEqual(quarantined, [], file)
        for (const { faults, mapper } of mapped) assert.deepStrictEqual(faults, [], `${file} ${mapper}`)
      }
    })

    it("leaves out the reasons for hires alone", () => {
      for (const { file, mapped, unused } of files)
        if (mapped.length > 0) assert.strictEqual(unused.length, /archive-reasons/.test(file) ? 1 : 0, file)
    })

    it("makes 973 candidates of 1,004 opportunities, each opportunity in one of them", () => {
      const { mapped, read, repeated } = of("opportunities.pages.json")
      const made = Object.fromEntries(mapped.map(({ made, mapper }) => [mapper, made]))
      assert.deepStrictEqual(
        [read, repeated, made["candidate/opportunities"], made["application/opportunities"]],
        [1004, 0, 973, 971]
      )
      const recorded = all.find(({ file }) => file === "opportunities.pages.json")?.records ?? []
      const contacts = new Set(recorded.map(({ raw }) => Page.at(raw, "contact")))
      const only = new Map([["opportunities", landedOf(recorded)]])
      const remoteIds = derive(candidate, only, readable).map(
        ({ outcome }) => outcome._tag === "Mapped" && outcome.remoteId
      )
      assert.deepStrictEqual(new Set<unknown>(remoteIds), contacts)
    })

    it("keeps all that a person's opportunities say", () => {
      const recorded = (all.find(({ file }) => file === "opportunities.pages.json")?.records ?? []).map(
        ({ raw }) => raw
      )
      const byContact = Map.groupBy(recorded, (raw) => Page.at(raw, "contact"))
      const texts = (contact: string, key: string) =>
        new Set((byContact.get(contact) ?? []).flatMap((raw) => Page.at(raw, key)).filter((value) => value !== ""))
      const only = new Map([["opportunities", landedOf(recorded.map((raw) => ({ raw, parent: null })))]])
      for (const { key, outcome } of derive(candidate, only, (_, id) => id)) {
        const record = outcome._tag === "Mapped" ? outcome.record : {}
        const values = (field: string, part?: string) => {
          const list = record[field]
          return new Set(
            Array.isArray(list) ? list.map((entry) => (part === undefined ? entry : Page.at(entry, part))) : []
          )
        }
        assert.deepStrictEqual(values("emails", "value"), texts(key, "emails"), key)
        assert.deepStrictEqual(values("urls", "value"), texts(key, "links"), key)
        assert.deepStrictEqual(values("locations", "raw"), texts(key, "location"), key)
        for (const field of ["tags", "sources"]) assert.deepStrictEqual(values(field), texts(key, field), key)
        assert.deepStrictEqual(values("application_ids"), texts(key, "applications"), key)
        assert.deepStrictEqual(values("user_ids"), texts(key, "followers"), key)
        const created = [...texts(key, "createdAt")].map(Number)
        assert.strictEqual(record["remote_created_at"], Wire.instantFromMillis(Math.min(...created)), key)
      }
    })

    it("holds every value that is mapped without being worked out", () => {
      const given = new Map([...store].map(([name, rows]) => [name, leaves(rows.map(({ record }) => record))]))
      for (const mapper of lever.mappers) {
        const own = given.get(mapper.source.resource.name) ?? new Set()
        const joins = Object.values(mapper.source.joins).flatMap(({ resource }) => [
          ...(given.get(resource.name) ?? [])
        ])
        const known = new Set([...own, ...joins])
        for (const { key, outcome } of derive(mapper, store, (_, id) => id)) {
          const record = outcome._tag === "Mapped" ? outcome.record : {}
          for (const [field, value] of Object.entries(record)) {
            if (Predicate.isFunction(mapper.rules[field]))
              assert.deepStrictEqual(inventions(value, known), [], `${mapper.name} ${key} ${field}`)
          }
        }
      }
    })
  })
}

const landedOf = (records: ReadonlyArray<Offline.Raw>) =>
  OfflineReport.land([{ file: "", resource: opportunities, records }]).get("opportunities") ?? []
