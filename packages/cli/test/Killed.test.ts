import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { crosswalk, folder, jsonLines, lever } from "./Program.ts"

const models = ["candidate", "application", "offer"]

/** A record without what differs between two connectors: computed ids, and when we last saw it change. */
const bare = (record: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(record).filter(([field]) => !/^id$|_ids?$|^modified_at$/.test(field) || field === "remote_id")
  )

const connect = Effect.fnUntraced(function* (data: string, baseUrl: string, key: string) {
  const options = [
    "--base-url",
    baseUrl,
    "--auth",
    `api_key=${key}`,
    "--scopes",
    models.join(),
    "--data",
    data,
    "--json"
  ]
  const added = yield* crosswalk(["connectors", "add", "lever", ...options])
  return String(jsonLines(added.stdout)[0]?.["id"])
})

const stored = Effect.fnUntraced(function* (data: string, connector: string) {
  const lists = yield* Effect.forEach(models, (model) =>
    crosswalk(["records", model, "--connector", connector, "--data", data])
  )
  return lists.map(({ stdout }) =>
    jsonLines(stdout)
      .map(bare)
      .sort((a, b) => (String(a["remote_id"]) < String(b["remote_id"]) ? -1 : 1))
  )
})

it.live(
  "killed again and again, it ends with what the source has, each change told once",
  () =>
    Effect.gen(function* () {
      const { baseUrl, credentials } = yield* lever(50)
      const key = credentials["api_key"] ?? ""
      const whole = yield* folder
      const cut = yield* folder
      const unharmed = yield* connect(whole, baseUrl, key)
      const connector = yield* connect(cut, baseUrl, key)
      assert.strictEqual((yield* crosswalk(["sync", unharmed, "--data", whole])).code, 0)

      // The moments are spread over a sync that takes about three seconds; where each of them strikes is left to chance.
      for (const millis of [450, 600, 900, 1300, 700]) {
        yield* crosswalk(["sync", connector, "--data", cut]).pipe(Effect.timeoutOption(millis))
      }
      const last = yield* crosswalk(["sync", connector, "--data", cut, "--json"])
      assert.strictEqual(last.code, 0, last.stderr)
      assert.deepStrictEqual(yield* stored(cut, connector), yield* stored(whole, unharmed))

      const changes = jsonLines((yield* crosswalk(["changes", "--connector", connector, "--data", cut])).stdout)
      const inserted = changes.flatMap(({ id, model, operation }) =>
        operation === "insert" ? [`${String(model)} ${String(id)}`] : []
      )
      assert.isAbove(inserted.length, 50)
      assert.strictEqual(new Set(inserted).size, inserted.length)
      const places = changes.map(({ seq }) => Number(seq))
      assert.deepStrictEqual(
        places,
        Array.from(places, (_, index) => index + 1)
      )

      yield* crosswalk(["sync", connector, "--data", cut])
      const after = jsonLines((yield* crosswalk(["changes", "--connector", connector, "--data", cut])).stdout)
      assert.strictEqual(after.length, changes.length)
    }).pipe(Effect.scoped),
  120_000
)
