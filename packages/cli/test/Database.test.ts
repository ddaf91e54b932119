import * as Store from "@crosswalk/store/Store"
import { assert, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import * as SqlClient from "effect/sql/SqlClient"
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { crosswalk, folder, jsonLines, lever } from "./Program.ts"

const all = { concurrency: 2 } as const

const account = lever(12)

const broken = { emails: "none of them is a list" }

const add = (data: string, baseUrl: string, key: string, ...more: ReadonlyArray<string>) =>
  crosswalk(
    ["connectors", "add", "lever", "--data", data, "--base-url", baseUrl, "--auth", "api_key=-", "--json", ...more],
    { input: key }
  )

const open = (data: string) =>
  Layer.fresh(Store.layerSqlite({ filename: join(data, "crosswalk.db"), keyFile: join(data, "encryption.key") }))

it.live(
  "adds a connector, syncs it, shows what it stored, and removes it",
  () =>
    Effect.gen(function* () {
      const { baseUrl, control, credentials } = yield* account
      const key = credentials["api_key"] ?? ""
      const data = yield* folder
      const at = ["--data", data]
      const added = yield* add(data, baseUrl, key, "--customer", "Acme", "--scopes", "candidate,user,reject_reason")
      assert.strictEqual(added.stderr, "")
      const connector = JSON.parse(added.stdout)
      assert.deepInclude(connector, { provider: "lever", category: "ats", customer: "Acme", status: "active" })

      const first = yield* crosswalk(["sync", connector.id, ...at, "--json"])
      assert.strictEqual(first.code, 0)
      const summary = JSON.parse(first.stdout)
      assert.strictEqual(summary.status, "succeeded")
      assert.hasAllKeys(summary.models, ["candidate", "user", "reject_reason"])

      const [list, records, raw, changes] = yield* Effect.all(
        [
          crosswalk(["connectors", "list", ...at, "--json"]),
          crosswalk(["records", "candidate", "--connector", connector.id, ...at]),
          crosswalk(["records", "candidate", "--connector", connector.id, "--raw", ...at]),
          crosswalk(["changes", "--connector", connector.id, "--after", "2", ...at])
        ],
        all
      )
      assert.strictEqual(JSON.parse(list.stdout)[0].id, connector.id)
      const candidates = jsonLines(records.stdout)
      assert.strictEqual(candidates.length, summary.models.candidate.total)
      const [candidate] = jsonLines(raw.stdout)
      assert.deepStrictEqual(candidate?.["record"], candidates[0])
      assert.strictEqual(jsonLines(changes.stdout)[0]?.["seq"], 3)

      yield* control.revoke("users")
      yield* control.edit({
        kind: "opportunity",
        id: JSON.parse(raw.stdout.split("\n")[0] ?? "").raw[0].id,
        fields: broken
      })
      const id = String(candidates[0]?.["id"])
      const partial = yield* crosswalk(["sync", connector.id, ...at])
      const [explained, unknown, quarantine] = yield* Effect.all(
        [
          crosswalk(["explain", "candidate", id, ...at, "--json"]),
          crosswalk(["explain", "candidate", "nobody", ...at]),
          crosswalk(["quarantine", ...at, "--json"])
        ],
        all
      )
      assert.strictEqual(partial.code, 2)
      assert.match(partial.stderr, /The sync is partial\..*users:read:admin/)
      const { fields } = JSON.parse(explained.stdout)
      assert.isTrue(fields.some((one: { readonly from: ReadonlyArray<unknown> }) => one.from.length > 0))
      assert.strictEqual(unknown.code, 1)
      assert.match(unknown.stderr, /^There is no candidate with the id nobody/)
      const [quarantined] = jsonLines(quarantine.stdout)
      assert.deepInclude(quarantined, { connector: connector.id, resource: "opportunities" })
      const replay = yield* crosswalk(["quarantine", "replay", "--connector", connector.id, ...at, "--json"])
      assert.deepStrictEqual(JSON.parse(replay.stdout), [{ connector: connector.id, tried: 1, left: 1 }])

      const said = [added, first, list, records, raw, changes, partial, explained].map((one) => one.stdout + one.stderr)
      assert.notInclude(said.join(""), key)

      const removed = yield* crosswalk(["connectors", "remove", connector.id, ...at])
      assert.strictEqual(removed.code, 0)
      const gone = yield* crosswalk(["records", "candidate", "--connector", connector.id, ...at])
      assert.strictEqual(gone.code, 1)
      assert.match(gone.stderr, /^There is no connector .* crosswalk connectors list\.\n$/)
    }),
  60_000
)

it.live(
  "reads beside a process that syncs, and refuses to sync beside it",
  () =>
    Effect.gen(function* () {
      const data = yield* folder
      yield* Effect.gen(function* () {
        const [sync, list] = yield* Effect.all(
          [
            crosswalk(["sync", "any", "--data", data]),
            crosswalk(["connectors", "list", "--json"], {
              env: { CROSSWALK_DATABASE_URL: `sqlite:${data}/crosswalk.db` }
            })
          ],
          all
        )
        assert.strictEqual(sync.code, 1)
        assert.match(sync.stderr, /is in use by another process\. Stop the other/)
        assert.deepStrictEqual(list, { code: 0, stdout: "[]\n", stderr: "" })
      }).pipe(Effect.provide(open(data)))
    }),
  60_000
)

it.live(
  "says what to do about a database that it cannot use",
  () =>
    Effect.gen(function* () {
      const [newer, foreign] = [yield* folder, yield* folder]
      yield* SqlClient.SqlClient.use(
        (sql) => sql`INSERT INTO crosswalk_migrations (migration_id, name) VALUES (9999, 'later')`
      ).pipe(Effect.provide(open(newer)))
      yield* Effect.promise(() => writeFile(join(foreign, "crosswalk.db"), "A text, and no database.\n".repeat(100)))
      const list = ["connectors", "list"]
      const [later, text, postgres] = yield* Effect.all(
        [
          crosswalk([...list, "--data", newer]),
          crosswalk([...list, "--data", foreign]),
          crosswalk(list, {
            env: {
              CROSSWALK_DATABASE_URL: "postgres://somebody:s3cret@127.0.0.1:1/x",
              CROSSWALK_ENCRYPTION_KEY: "07".repeat(32)
            }
          })
        ],
        all
      )
      for (const { code, stderr, stdout } of [later, text, postgres]) {
        assert.strictEqual(code, 1)
        assert.strictEqual(stdout, "")
        assert.strictEqual(stderr.trim().split("\n").length, 1)
        assert.notInclude(stderr, "s3cret")
      }
      assert.match(later.stderr, /version 9999.*Update Crosswalk/)
      assert.match(text.stderr, /is not a SQLite database/)
      assert.match(postgres.stderr, /PostgreSQL server cannot be reached.*Check that/)
    }),
  60_000
)

it.live(
  "adds nothing, and makes no folder, when a connector is refused",
  () =>
    Effect.gen(function* () {
      const data = join(yield* folder, "data")
      const { code, stderr } = yield* add(data, "http://127.0.0.1:1", "key", "--scopes", "user,candidat")
      assert.strictEqual(code, 1)
      assert.match(stderr, /There is no model "candidat"\. Did you mean candidate\?/)
      const list = yield* crosswalk(["connectors", "list", "--data", data, "--json"])
      assert.strictEqual(list.stdout, "[]\n")
    }),
  60_000
)

it.live(
  "keeps the tokens that a vendor gives out, beside the credentials it had",
  () =>
    Effect.gen(function* () {
      const { baseUrl, credentials } = yield* lever(5)
      const data = yield* folder
      const names = ["client_id", "client_secret", "refresh_token", "access_token", "token_url"]
      const auth = names.flatMap((name) => ["--auth", `${name}=${credentials[name]}`])
      const at = ["--data", data, "--json"]
      const where = ["--base-url", baseUrl, "--scopes", "user"]
      const added = yield* crosswalk(["connectors", "add", "lever", ...where, ...auth, ...at])
      const { id } = JSON.parse(added.stdout)
      for (let round = 0; round < 2; round++) {
        yield* Effect.promise(() => fetch(new URL("/_sandbox/expireAccessTokens", baseUrl), { method: "POST" }))
        const { code, stderr } = yield* crosswalk(["sync", id, ...at])
        assert.strictEqual(code, 0, stderr)
      }
    }),
  60_000
)

it.live(
  "changes what a connector may read and its settings: the next sync reads what came in, and leaves what went out",
  () =>
    Effect.gen(function* () {
      const { baseUrl, credentials } = yield* lever(6)
      const data = yield* folder
      const at = ["--data", data]
      const added = yield* add(data, baseUrl, credentials["api_key"] ?? "", "--scopes", "user")
      const { id } = JSON.parse(added.stdout)
      yield* crosswalk(["sync", id, ...at])
      const set = (...what: ReadonlyArray<string>) => crosswalk(["connectors", "set", id, ...what, ...at])
      const models = Effect.map(crosswalk(["sync", id, ...at, "--json"]), ({ code, stdout, stderr }) => {
        assert.strictEqual(code, 0, stderr)
        const summary = JSON.parse(stdout)
        return [summary.mode, Object.keys(summary.models).sort()]
      })
      const kept = Effect.map(crosswalk(["connectors", "list", "--json", ...at]), ({ stdout }) => {
        const [{ options, scopes }] = JSON.parse(stdout)
        return { options, scopes }
      })

      const wrong = yield* Effect.all(
        [set(), set("--scopes", "user,candidat"), set("--option", "colour=red"), set("--option", "landing=some")],
        all
      )
      assert.deepStrictEqual(
        wrong.map(({ code }) => code),
        [1, 1, 1, 1]
      )
      assert.match(wrong[0].stderr, /^Nothing was said of the connector/)
      assert.match(wrong[1].stderr, /Did you mean candidate\?/)
      assert.match(wrong[2].stderr, /There is no setting of Lever "colour"/)
      assert.match(wrong[3].stderr, /"landing" must be/)
      assert.deepStrictEqual(yield* kept, { options: {}, scopes: ["user"] })

      const wider = yield* set("--scopes", "user,note,user", "--option", "landing=read", "--option", "confidential=yes")
      assert.match(wider.stderr, /^Scopes: user, note\.\nThe next sync makes note: of what/)
      assert.match(wider.stderr, /Settings: landing=read, confidential=yes\.\nWhat is stored follows .* --full\n$/)
      assert.deepStrictEqual(yield* models, ["incremental", ["note", "user"]])
      const notes = yield* crosswalk(["records", "note", "--connector", id, ...at])
      assert.isNotEmpty(jsonLines(notes.stdout))

      const narrower = yield* set("--scopes", "user", "--option", "landing=")
      assert.match(narrower.stderr, /What is stored of note stays and is served, but is no longer brought up to date\./)
      assert.deepStrictEqual(yield* kept, { options: { confidential: "yes" }, scopes: ["user"] })
      assert.deepStrictEqual(yield* models, ["incremental", ["user"]])
      assert.strictEqual((yield* crosswalk(["records", "note", "--connector", id, ...at])).stdout, notes.stdout)
      assert.match((yield* crosswalk(["connectors", "show", id, ...at])).stdout, /note is no longer in scope/)
      yield* set("--scopes", "all")
      assert.isNull((yield* kept).scopes)
    }),
  120_000
)
