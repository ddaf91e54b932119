import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { crosswalk, folder, jsonLines, lever } from "./Program.ts"

it.live(
  "tells what is held back and how to decide, and does what is decided",
  () =>
    Effect.gen(function* () {
      const { baseUrl, control, credentials } = yield* lever(30)
      const data = yield* folder
      const at = ["--data", data]
      const auth = ["--auth", `api_key=${credentials["api_key"] ?? ""}`]
      const added = yield* crosswalk([
        "connectors",
        "add",
        "lever",
        "--base-url",
        baseUrl,
        ...auth,
        "--scopes",
        "note",
        "--json",
        ...at
      ])
      const id = String(jsonLines(added.stdout)[0]?.["id"])
      assert.strictEqual((yield* crosswalk(["sync", id, ...at])).code, 0)
      const list = Effect.map(crosswalk(["records", "note", "--connector", id, ...at]), ({ stdout }) =>
        jsonLines(stdout)
      )
      const notes = yield* list
      const gone = notes.slice(0, Math.max(10, Math.ceil(notes.length / 2))).map((note) => String(note["remote_id"]))
      yield* Effect.forEach(gone, (id) => control.remove({ kind: "note", id }))

      const partial = yield* crosswalk(["sync", id, "--full", ...at])
      assert.strictEqual(partial.code, 2, partial.stderr)
      assert.include(partial.stderr, `crosswalk holds list --connector ${id}`)
      assert.lengthOf(yield* list, notes.length)
      const [hold] = jsonLines((yield* crosswalk(["holds", "list", "--connector", id, "--json", ...at])).stdout)
      assert.deepInclude(hold, {
        connector: id,
        resource: "notes",
        kind: "deletions",
        records: gone.length,
        decision: null
      })
      const name = String(hold?.["id"])

      const rejected = yield* crosswalk(["holds", "reject", name, ...at])
      assert.deepStrictEqual([rejected.code, rejected.stdout], [0, ""])
      assert.include(rejected.stderr, "stay as they are")
      assert.strictEqual((yield* crosswalk(["sync", id, "--full", ...at])).code, 0)
      assert.lengthOf(yield* list, notes.length)

      const accepted = yield* crosswalk(["holds", "accept", name, "--json", ...at])
      assert.deepInclude(jsonLines(accepted.stdout)[0], { id: name, decision: "accepted", deleted: gone.length })
      assert.lengthOf(yield* list, notes.length - gone.length)
      const changes = jsonLines((yield* crosswalk(["changes", "--connector", id, ...at])).stdout)
      assert.sameMembers(
        changes.filter(({ operation }) => operation === "delete").map((entry) => String(entry["remote_id"])),
        gone
      )
      const again = yield* crosswalk(["holds", "accept", name, ...at])
      assert.strictEqual(again.code, 1)
      assert.match(again.stderr, /^There is no hold .* crosswalk holds list\.\n$/)
      assert.strictEqual((yield* crosswalk(["holds", "list", ...at])).stderr, "Nothing is held back.\n")
    }).pipe(Effect.scoped),
  240_000
)
