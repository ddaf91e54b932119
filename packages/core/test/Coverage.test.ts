import * as Coverage from "@crosswalk/core/Coverage"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Page from "@crosswalk/core/Page"
import * as Proof from "@crosswalk/core/Proof"
import * as Provider from "@crosswalk/core/Provider"
import * as Resource from "@crosswalk/core/Resource"
import * as Source from "@crosswalk/core/Source"
import * as Wire from "@crosswalk/core/Wire"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { Note, people, rules } from "./Sample.ts"

const letters = Resource.make("letters", {
  path: "/letters",
  page: Page.single({ items: "" }),
  wire: Schema.Struct({
    id: Schema.String,
    by: Wire.maybe(Schema.String),
    to: Wire.maybe(Schema.Array(Schema.String)),
    private: Wire.maybe(Schema.String)
  }),
  id: ({ id }) => id,
  sensitive: { "government-id": ["private"] }
})

const note = Mapper.make(
  Note,
  Source.one(letters, { authors: Source.lookup(people, (letter: { by?: string | null }) => [letter.by]) }),
  {
    docs: "https://vendor.example.com/letters",
    fields: {
      ...rules,
      remote_id: ({ remote }) => remote.id,
      remote_created_at: Mapper.absent("no such thing"),
      title: () => "A letter",
      text: ({ remote }) => remote.private ?? null,
      emails: ({ remote }) => Wire.list(remote.to, (value) => ({ value, type: null })),
      kind: Mapper.derived("the author's name", ({ authors }) => ({ value: null, remote: authors?.[0]?.name ?? null })),
      author_id: ({ remote }) => remote.by ?? null,
      reader_ids: () => []
    }
  }
)

const recording = (file: string, resource: Resource.Resource, ...raws: ReadonlyArray<unknown>) => ({
  file,
  resource,
  records: raws.map((raw) => ({ raw, parent: null }))
})

const recordings = [
  recording("people/1.json", people, { id: "p1", name: "Ada" }),
  recording("letters/1.json", letters, { id: "1", to: [] }, { id: "2", by: "p1", private: "x" }),
  recording("letters/2.json", letters, { id: "3", to: ["a@example.com"] }, { to: ["no id"] })
]

describe("proven coverage", () => {
  const proof = Proof.proven([note], recordings).get("note/letters")

  it("names the files that give a field a value, and no field without any", () => {
    assert.deepStrictEqual(proof?.get("remote_id"), ["letters/1.json", "letters/2.json"])
    assert.deepStrictEqual(proof?.get("emails"), ["letters/2.json"])
    assert.deepStrictEqual(proof?.get("author_id"), ["letters/1.json"])
    assert.isFalse(proof?.has("reader_ids"))
    assert.isFalse(proof?.has("rank"))
  })

  it("names the file of the joined record that a value was read in", () => {
    assert.include(proof?.get("kind") ?? [], "people/1.json")
  })

  it("counts the record itself where a value follows from nothing in it", () => {
    assert.deepStrictEqual(proof?.get("title"), ["letters/1.json", "letters/2.json"])
  })

  it("proves what connectors do not collect by default", () => {
    assert.deepStrictEqual(proof?.get("text"), ["letters/1.json"])
  })
})

describe("the matrix", () => {
  const vendor = Provider.make("vendor", {
    name: "Vendor",
    categories: ["ats"],
    docs: "https://vendor.example.com",
    api: { version: "1", sunset: null },
    auth: [],
    baseUrls: { production: "https://vendor.example.com" },
    rateLimit: { limit: 1, windowSeconds: 1, burst: 1 },
    mappers: [note]
  })

  it("tells what was not looked at from what was looked for and not found", () => {
    const [bare] = Coverage.matrix(vendor, { recordings: null, fills: null })
    assert.deepInclude(bare, { field: "remote_id", provenBy: null, observed: null })
    const rows = Coverage.matrix(vendor, {
      recordings,
      fills: new Map([["note", { total: 4, filled: new Map([["emails", 3]]) }]])
    })
    const row = (field: string) => rows.find((each) => each.field === field)
    assert.deepInclude(row("emails"), { provenBy: ["letters/2.json"], observed: { filled: 3, total: 4 } })
    assert.deepInclude(row("reader_ids"), { provenBy: [], observed: { filled: 0, total: 4 } })
  })
})
