import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { crosswalk, folder, lever, refusal } from "./Program.ts"

interface Row {
  readonly model: string
  readonly field: string
  readonly rule: string
  readonly proven_by: ReadonlyArray<string> | null
  readonly observed: { readonly filled: number; readonly total: number } | null
}

const parse = (stdout: string): ReadonlyArray<Row> => JSON.parse(stdout)

const find = (rows: ReadonlyArray<Row>, model: string, field: string) =>
  rows.find((row) => row.model === model && row.field === field)

it.live(
  "shows what recorded answers prove and what a connector's records fill",
  () =>
    Effect.gen(function* () {
      const data = yield* folder
      const { baseUrl, credentials } = yield* lever(12)
      const auth = ["--auth", `api_key=${credentials["api_key"]}`]
      const place = ["--data", data]
      const scopes = ["--scopes", "user,candidate,note"]
      const added = yield* crosswalk([
        "connectors",
        "add",
        "lever",
        "--base-url",
        baseUrl,
        ...auth,
        ...scopes,
        ...place
      ])
      assert.strictEqual(added.code, 0, added.stderr)
      const connector = added.stdout.trim()
      assert.strictEqual((yield* crosswalk(["sync", connector, ...place])).code, 0)

      const asked = ["coverage", "lever", "--connector", connector, ...place]
      const [json, table] = yield* Effect.all([crosswalk([...asked, "--json"]), crosswalk(asked)], { concurrency: 2 })
      assert.strictEqual(json.stderr, "")
      const rows = parse(json.stdout)
      const { filled, total } = find(rows, "candidate", "remote_id")?.observed ?? { filled: 0, total: 0 }
      assert.isAbove(total, 0)
      assert.strictEqual(filled, total)
      assert.strictEqual(find(rows, "candidate", "gender")?.observed?.filled ?? 0, 0)
      assert.isNull(find(rows, "offer", "remote_id")?.observed)
      for (const { field, model, proven_by, rule } of rows) {
        if (rule !== "absent") assert.isNotEmpty(proven_by, `${model}.${field} has no fixture`)
      }
      assert.match(table.stdout, /^candidate +remote_id +opportunities +read +opportunities\/\S+( \+\d+)? +100 %$/m)
      assert.match(table.stdout, /^offer +remote_id .* out of scope$/m)
      assert.match(
        table.stderr,
        /^Lever fills \d+ of \d+ fields in \d+ models\. Recorded answers prove \d+ of them\.\n$/
      )

      const wrong = yield* refusal(["coverage", "greenhouse", "--connector", connector, ...place])
      assert.include(wrong, `${connector} is a connector of lever. Ask for: crosswalk coverage lever`)
    }).pipe(Effect.scoped),
  30_000
)

it.live("reads a folder of recorded answers that is named, and refuses one without any", () =>
  Effect.gen(function* () {
    const fixtures = yield* folder
    const asked = ["coverage", "lever", "--json", "--fixtures"]
    assert.match(yield* refusal([...asked, join(fixtures, "none")]), /^There is no folder .*none\./)
    assert.match(yield* refusal([...asked, fixtures]), /holds no recorded answer of Lever\. .*users/)
    mkdirSync(join(fixtures, "users"))
    writeFileSync(join(fixtures, "users/1.json"), JSON.stringify({ data: [{ id: "u1", name: "Ada Byron" }] }))
    writeFileSync(join(fixtures, "users/2.txt"), "")
    const { stderr, stdout } = yield* crosswalk([...asked, fixtures])
    const rows = parse(stdout)
    assert.deepStrictEqual(find(rows, "user", "name")?.proven_by, ["users/1.json"])
    assert.deepStrictEqual(find(rows, "user", "emails")?.proven_by, [])
    assert.deepStrictEqual(find(rows, "candidate", "name")?.proven_by, [])
    assert.match(stderr, /^users\/2\.txt is not read: it is no page/)
  }).pipe(Effect.scoped)
)
