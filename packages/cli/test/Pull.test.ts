import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { crosswalk, folder, jsonLines, lever, refusal } from "./Program.ts"

const all = { concurrency: 2 } as const

const account = lever(150)

const pull = (baseUrl: string, key: string, ...more: ReadonlyArray<string>) =>
  ["pull", "lever", "--base-url", baseUrl, "--auth", `api_key=${key}`, ...more] as const

it.live(
  "streams a model's records as lines of JSON, and sums up at standard error",
  () =>
    Effect.gen(function* () {
      const { baseUrl, credentials } = yield* account
      const key = credentials["api_key"] ?? ""
      const path = join(yield* folder, "key")
      yield* Effect.promise(() => writeFile(path, `${key}\n`))
      const [plain, detailed, since, fromInput] = yield* Effect.all(
        [
          crosswalk(pull(baseUrl, key, "--model", "candidate")),
          crosswalk(pull(baseUrl, `@${path}`, "--model", "user", "--raw", "--explain")),
          crosswalk(pull(baseUrl, key, "--model", "candidate", "--since", "2026-07-01")),
          crosswalk(pull(baseUrl, "-", "--model", "tag"), { input: `${key}\n` })
        ],
        all
      )
      const candidates = jsonLines(plain.stdout)
      assert.strictEqual(plain.code, 0)
      assert.strictEqual(new Set(candidates.map(({ remote_id }) => remote_id)).size, candidates.length)
      assert.isAbove(candidates.length, 100)
      assert.deepInclude(JSON.parse(plain.stderr), { status: "succeeded", records: candidates.length, rejected: 0 })

      const [user] = jsonLines(detailed.stdout)
      assert.hasAllKeys(user, ["record", "raw", "explained"])
      const newer = jsonLines(since.stdout).length
      assert.isAbove(newer, 0)
      assert.isBelow(newer, candidates.length)
      assert.isAbove(jsonLines(fromInput.stdout).length, 0)
      assert.notInclude([plain, detailed, since, fromInput].map(({ stderr }) => stderr).join(""), key)
    }),
  60_000
)

it.live(
  "ends quietly when nobody reads any more",
  () =>
    Effect.gen(function* () {
      const { baseUrl, credentials } = yield* account
      const { code, stderr } = yield* crosswalk(pull(baseUrl, credentials["api_key"] ?? "", "--model", "candidate"), {
        onOutput: (child) => child.stdout?.destroy()
      })
      assert.strictEqual(stderr, "")
      assert.strictEqual(code, 0)
    }),
  60_000
)

it.live(
  "prints no record and no credential when the vendor refuses",
  () =>
    Effect.gen(function* () {
      const { baseUrl, control } = yield* account
      const key = "a-key-that-nobody-has"
      yield* control.revoke("users")
      const { credentials } = yield* account
      const [wrong, forbidden] = yield* Effect.all(
        [
          crosswalk(pull(baseUrl, key, "--model", "candidate", "--log-level", "debug")),
          crosswalk(pull(baseUrl, credentials["api_key"] ?? "", "--model", "user"))
        ],
        all
      )
      assert.strictEqual(wrong.code, 1)
      assert.strictEqual(wrong.stdout, "")
      assert.match(wrong.stderr, /refuses the credentials/)
      for (const secret of [key, btoa(`${key}:`)]) assert.notInclude(wrong.stderr, secret)

      assert.strictEqual(forbidden.code, 1)
      assert.strictEqual(forbidden.stdout, "")
      const [summary, sentence] = forbidden.stderr.trim().split("\n")
      assert.deepInclude(JSON.parse(summary ?? ""), { status: "failed", records: 0 })
      assert.match(sentence ?? "", /users:read:admin.*grant it/)
      assert.notInclude(forbidden.stderr, credentials["api_key"] ?? "-")
    }),
  60_000
)

it.live(
  "tells of a vendor that cannot be reached",
  () =>
    Effect.gen(function* () {
      const { code, stderr, stdout } = yield* crosswalk(
        pull("http://127.0.0.1:1", "x", "--model", "user", "--tries", "1")
      )
      assert.strictEqual(code, 1)
      assert.strictEqual(stdout, "")
      assert.match(stderr, /no answer .* check the address/)
      assert.notInclude(stderr, "    at ")
    }),
  60_000
)

it.live(
  "says what is wrong with arguments that cannot be used",
  () =>
    Effect.gen(function* () {
      const cases = [
        [pull("http://h", "x", "--model", "usr"), /There is no model "usr"\. Did you mean user\?/],
        [pull("http://h", "x", "--model", "ticket"), /Lever has no ticket\. It has: /],
        [pull("http://h", "", "--model", "user"), /value of api_key is empty/],
        [pull("http://h", "@/nowhere/at/all", "--model", "user"), /\/nowhere\/at\/all .* cannot be read/],
        [pull("nowhere", "x", "--model", "user"), /choose production, sandbox or give an address/],
        [pull("http://h", "x", "--model", "user", "--since", "yesterday"), /"yesterday" is no date/],
        [pull("http://h", "x", "--model", "user", "--option", "confidental=yes"), /Did you mean confidential\?/],
        [pull("http://h", "x", "--model", "user", "--auth", "api_key=s3cret"), /given twice/],
        [["pull", "lever", "--model", "user", "--auth", "s3cret"], /not KEY=VALUE/],
        [["pull", "lever", "--model", "user", "--auth", "apikey=s3cret"], /Did you mean api_key\?/],
        [
          ["pull", "lever", "--model", "user", "--auth", "client_id=s3cret"],
          /connect with api_key .* or with client_secret/
        ]
      ] as const
      for (const [args, expected] of cases) {
        const message = yield* refusal(args)
        assert.match(message, expected)
        assert.notInclude(message, "s3cret")
      }
    }),
  60_000
)
