import * as Offline from "@crosswalk/core/Offline"
import * as Page from "@crosswalk/core/Page"
import * as Wire from "@crosswalk/core/Wire"
import { assert, describe, it } from "@effect/vitest"
import { existsSync } from "node:fs"
import * as Path from "node:path"
import { opportunities } from "../src/LeverResources.ts"
import { application } from "../src/mapper/Application.ts"
import { candidate } from "../src/mapper/Candidate.ts"
import { read } from "./Answers.ts"

const folder = Path.join(
  process.env["CROSSWALK_CORPUS"] ?? Path.join(import.meta.dirname, "../../../../shared/corpus"),
  "lever"
)

const listAt = (body: unknown, path: string): ReadonlyArray<unknown> => {
  const found = Page.at(body, path)
  return Array.isArray(found) ? found : [found]
}

/** The recorded pages of one account's opportunities. */
const recorded = (): ReadonlyArray<unknown> =>
  listAt(read(Path.join(folder, "opportunities.pages.json")), "pages").flatMap((page) => listAt(page, "body.data"))

/**
 * The deprecated lists of applications, as the opportunities that show them expanded. The contact is not recorded with
 * them.
 */
const asOpportunities = (file: string): ReadonlyArray<unknown> =>
  Array.from(
    Map.groupBy(listAt(read(Path.join(folder, file)), "data"), (one) => Page.at(one, "opportunityId")),
    ([id, applications]) => ({ id, contact: "unrecorded", applications })
  )

const landed = (raws: ReadonlyArray<unknown>): Offline.Store => {
  const landing = Offline.land(
    opportunities,
    raws.map((raw) => ({ raw, parent: null }))
  )
  assert.deepStrictEqual(landing.quarantined, [])
  return new Map([["opportunities", landing.landed]])
}

// One line instead of a false pass where the corpus is not at hand. What holds for every provider's recordings is tested
// for all of them at once, in packages/conformance.
if (!existsSync(folder)) console.warn(`lever: the corpus tests did not run, because ${folder} is not there`)
else {
  describe("the recorded opportunities", () => {
    it("are 973 persons", () => {
      const contacts = new Set(recorded().map((raw) => Page.at(raw, "contact")))
      const made = Offline.derive(candidate, landed(recorded()), (_, id) => id)
      assert.strictEqual(made.length, 973)
      assert.deepStrictEqual(new Set<unknown>(made.map(({ key }) => key)), contacts)
    })

    it("lose nothing that they say of a person", () => {
      const byContact = Map.groupBy(recorded(), (raw) => Page.at(raw, "contact"))
      const texts = (contact: string, key: string) =>
        new Set((byContact.get(contact) ?? []).flatMap((raw) => Page.at(raw, key)).filter((value) => value !== ""))
      for (const { key, outcome } of Offline.derive(candidate, landed(recorded()), (_, id) => id)) {
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
  })

  describe("the deprecated lists of applications", () => {
    for (const file of ["application-get.json", "doc.applications.json"]) {
      it(`map without a loss: ${file}`, () => {
        const made = Offline.derive(application, landed(asOpportunities(file)), (_, id) => id)
        assert.isAbove(made.length, 0)
        for (const { key, outcome } of made) assert.deepStrictEqual(outcome.issues, [], key)
      })
    }
  })
}
