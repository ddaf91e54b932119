import * as Page from "@crosswalk/core/Page"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as CorpusReport from "../src/CorpusReport.ts"
import * as Recordings from "../src/Recordings.ts"
import * as Tiny from "./tiny/Provider.ts"

const provider = { ...Tiny.make(), baseUrls: { production: "https://vendor.invalid/api/v1" } }

const ada = { id: "p1", name: "Ada", emails: ["ada@mail.example"], status: "working", team: "t1" }
const kurt = { id: "p2", name: "Kurt", emails: [5], status: "left" }

const files: Readonly<Record<string, unknown>> = {
  "people.json": { pages: [{ body: { data: [ada], hasNext: true, next: "2" } }, { body: { data: [kurt] } }] },
  "person.json": { data: { ...ada, id: "p3" } },
  "team.json": { id: "t1", label: "Platform" },
  "remarks.json": [
    { path: "/v1/people/p1/remarks", status: 200, body: { data: [{ id: "n1", text: "Yes." }] } },
    { path: "/v1/people/p9/remarks", status: 404, body: { message: "there is no such thing" } }
  ],
  "ranks.json": { message: "not today" }
}

const get = (file: string, path: string, status: number | null = 200) => ({ file, path, status, method: "GET" })

const index = {
  recordings: [
    get("people.json", "https://vendor.invalid/api/v1/people?limit=1"),
    get("person.json", "/v1/people/p3"),
    get("team.json", "vendor.invalid/api/v1/teams/t1"),
    get("remarks.json", "/v1/people/p1/remarks"),
    get("ranks.json", "/v1/ranks"),
    get("moons.json", "/v1/moons"),
    get("error.json", "/v1/people", 401),
    get("schema.json", "/v1/people", null),
    { file: "created.json", path: "/v1/people", status: 201, method: "POST" }
  ]
}

const folder = Effect.acquireRelease(
  Effect.sync(() => {
    const folder = mkdtempSync(join(tmpdir(), "crosswalk-recordings-"))
    for (const [name, body] of Object.entries({ ...files, "index.json": index })) {
      writeFileSync(join(folder, name), JSON.stringify(body))
    }
    return folder
  }),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
)

describe("recordings of others", () => {
  it.effect("are read by the lists that they are from, or left for a reason", () =>
    Effect.gen(function* () {
      const { recordings, unread } = Recordings.read(provider, yield* folder)
      assert.deepStrictEqual(
        recordings.map(({ file, records, resource }) => [
          file,
          resource.name,
          records.map(({ parent, raw }) => [Page.at(raw, "id"), parent])
        ]),
        [
          [
            "people.json",
            "people",
            [
              ["p1", null],
              ["p2", null]
            ]
          ],
          ["person.json", "people", [["p3", null]]],
          ["team.json", "teams", [["t1", null]]],
          ["remarks.json", "remarks", [["n1", "p1"]]]
        ]
      )
      assert.deepStrictEqual(
        unread.map(({ file, why }) => [file, why]),
        [
          ["ranks.json", "it is no page of ranks"],
          ["moons.json", "no list of the provider is at its path"],
          ["error.json", "it is no successful answer"],
          ["schema.json", "it is no successful answer"],
          ["created.json", "it is no answer to a GET"]
        ]
      )
    }).pipe(Effect.scoped)
  )

  it.effect("are reported file by file, with what was lost and what is filled", () =>
    Effect.gen(function* () {
      const report = CorpusReport.make(provider, yield* folder)
      const [people] = report.files
      if (people === undefined) return assert.fail("no file is reported")
      assert.deepStrictEqual(
        people.mapped.map(({ made, mapper }) => [mapper, made]),
        [["candidate/people", 2]]
      )
      assert.deepStrictEqual(
        people.quarantined.map(({ issues, key }) => [key, issues.map(({ path }) => path)]),
        [["p2", ["emails[0]"]]]
      )
      assert.deepInclude(report.coverage, { mapper: "candidate/people", field: "team_name", filled: 2, records: 3 })
      assert.deepStrictEqual(report.inventions, [])
      const lines = CorpusReport.lines(report)
      assert.include(lines, "people.json: 2 read, 2 candidate/people, 1 quarantined")
      assert.include(lines, "2 files not read, it is no successful answer: error.json, schema.json")
    }).pipe(Effect.scoped)
  )

  it("without an index are none", () => {
    const { recordings, unread } = Recordings.read(provider, import.meta.dirname)
    assert.deepStrictEqual(recordings, [])
    assert.deepStrictEqual(
      unread.map(({ file }) => file),
      ["index.json"]
    )
  })
})
