import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { crosswalk, refusal } from "./Program.ts"

const all = { concurrency: 2 } as const

it.live(
  "lists providers, models, references and coverage, for people and for programs",
  () =>
    Effect.gen(function* () {
      const [providers, models, references, table, coverage] = yield* Effect.all(
        [
          crosswalk(["providers", "--json"]),
          crosswalk(["models", "--json"]),
          crosswalk(["models", "references", "employee", "--json"]),
          crosswalk(["models", "references", "employee"]),
          crosswalk(["coverage", "lever", "--json"])
        ],
        all
      )
      for (const { code, stderr } of [providers, models, references, table, coverage]) {
        assert.strictEqual(stderr, "")
        assert.strictEqual(code, 0)
      }
      const lever = JSON.parse(providers.stdout).find((one: { readonly id: string }) => one.id === "lever")
      assert.isAtLeast(lever.models.length, 15)
      assert.isTrue(JSON.parse(models.stdout).some((model: { readonly name: string }) => model.name === "candidate"))
      const fields = JSON.parse(references.stdout)
      assert.isTrue(fields.some((one: { readonly model: string; readonly field: string }) => one.model === "candidate"))
      assert.strictEqual(table.stdout.trim().split("\n").length, fields.length + 1)
      const declared = ["model", "field", "resource", "rule", "note", "pii"]
      assert.hasAllKeys(JSON.parse(coverage.stdout)[0], [...declared, "proven_by", "observed"])
    }),
  60_000
)

it.live(
  "says what could have been meant by an unknown name",
  () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* refusal(["coverage", "levr"]), `There is no provider "levr". Did you mean lever?`)
      assert.strictEqual(
        yield* refusal(["models", "references", "employe"]),
        `There is no model "employe". Did you mean employee?`
      )
      assert.match(yield* refusal(["models", "references", "zzzzzzz"]), /Known are: activity, application, /)
      assert.match(yield* refusal(["sandbox", "lever", "--faults", "nonsense=1"]), /"nonsense=1" has no known name/)
    }),
  60_000
)

it.live(
  "tells of a mistake in a command line in one line, and repeats no value",
  () =>
    Effect.gen(function* () {
      const [command, flag, records, secret, help] = yield* Effect.all(
        [
          crosswalk(["provider"]),
          crosswalk(["providers", "--jsn"]),
          crosswalk(["sandbox", "lever", "--records", "1000001"]),
          crosswalk(["models", "--auth", "api_key=s3cret"]),
          crosswalk([])
        ],
        all
      )
      for (const { code, stderr, stdout } of [command, flag, records, secret]) {
        assert.strictEqual(code, 1)
        assert.strictEqual(stdout, "")
        assert.match(stderr, /^[^\n]* See: crosswalk[^\n]* --help\n$/)
        assert.notInclude(stderr, "s3cret")
      }
      assert.include(command.stderr, "providers")
      assert.include(flag.stderr, "--json")
      assert.strictEqual(help.code, 0)
      assert.include(help.stdout, "SUBCOMMANDS")
    }),
  60_000
)

it.live(
  "prints its version and completions",
  () =>
    Effect.gen(function* () {
      const [version, completions] = yield* Effect.all(
        [crosswalk(["--version"]), crosswalk(["--completions", "bash"])],
        all
      )
      assert.match(version.stdout, /^crosswalk v\d+\.\d+\.\d+\n$/)
      assert.include(completions.stdout, "quarantine")
    }),
  60_000
)

it.live(
  "runs a sandbox whose first line tells how to reach it, until it is stopped",
  () =>
    Effect.gen(function* () {
      const running = yield* crosswalk(["sandbox", "lever", "--records", "10"], {
        onOutput: (child, sofar) => {
          if (sofar.endsWith("\n")) child.kill("SIGINT")
        }
      })
      assert.strictEqual(running.code, 0)
      const said = JSON.parse(running.stdout)
      assert.hasAllKeys(said, ["provider", "baseUrl", "credentials"])
      assert.match(said.baseUrl, /^http:\/\/127\.0\.0\.1:\d+\/v1$/)
    }),
  60_000
)
