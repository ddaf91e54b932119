import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { execFileSync } from "node:child_process"
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import { basename, join } from "node:path"
import { fileURLToPath } from "node:url"
import { crosswalk, folder, lever } from "./Program.ts"

const checkout = fileURLToPath(new URL("../../..", import.meta.url))

interface Model {
  readonly model: string
  readonly state: string
  readonly fields: ReadonlyArray<{
    readonly field: string
    readonly state: string
    readonly records: number
    readonly examples: ReadonlyArray<{ readonly remote_id: string; readonly before: unknown; readonly after: unknown }>
  }>
}

const differing = (stdout: string): ReadonlyArray<Model> =>
  JSON.parse(stdout).models.filter(({ state }: Model) => state !== "same")

const git = (repository: string, ...args: ReadonlyArray<string>) =>
  execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", ...args], {
    cwd: repository,
    env: { PATH: process.env["PATH"] ?? "" },
    encoding: "utf8"
  })

const edit = (file: string, what: RegExp, by: string) => {
  const before = readFileSync(file, "utf8")
  const after = before.replace(what, by)
  assert.notStrictEqual(after, before, `${file} has no ${what}`)
  writeFileSync(file, after)
}

/** A repository whose first commit has no provider, and whose second has Lever as it was before its tags changed. */
const history = Effect.map(folder, (repository) => {
  const copy = (part: string) =>
    cpSync(join(checkout, part), join(repository, part), {
      recursive: true,
      filter: (file) => !["node_modules", "dist", "test"].includes(basename(file))
    })
  copy("packages/core")
  copy("pnpm-workspace.yaml")
  git(repository, "init", "--quiet")
  mkdirSync(join(repository, "providers"))
  git(repository, "add", "--all")
  git(repository, "commit", "--quiet", "--message", "core alone")
  git(repository, "tag", "core")
  copy("providers/lever")
  edit(join(repository, "packages/core/src/ats/Tag.ts"), /fields: \{/, `fields: { colour: Field.text("Its colour."),`)
  edit(
    join(repository, "providers/lever/src/mapper/Tag.ts"),
    / name: [^\n]*/,
    ` name: () => "before", colour: () => "red"`
  )
  git(repository, "add", "--all")
  git(repository, "commit", "--quiet", "--message", "lever")
  return repository
})

it.live(
  "tells what changed since a commit, over recorded answers and over what a connector landed",
  () =>
    Effect.gen(function* () {
      const repository = yield* history
      const at = { cwd: join(repository, "providers") }
      const asked = ["diff", "lever", "--against", "HEAD"]
      const [json, table] = yield* Effect.all([crosswalk([...asked, "--json"], at), crosswalk(asked, at)], {
        concurrency: 2
      })
      assert.strictEqual(json.stderr, "")
      const [tag, ...others] = differing(json.stdout)
      assert.lengthOf(others, 0)
      assert.deepStrictEqual(
        tag?.fields.map(({ field, state }) => [field, state]),
        [
          ["name", "changed"],
          ["colour", "went"]
        ]
      )
      const [example] = tag?.fields[0]?.examples ?? []
      assert.strictEqual(example?.before, "before")
      assert.isString(example?.after)
      assert.match(table.stdout, /^tag +name +changed in \d+ +\S.* +"before" +"/m)
      assert.match(table.stdout, /^tag +colour +went, filled in \d+$/m)
      assert.match(table.stderr, /^Lever differs from HEAD \([0-9a-f]{7}\) in 2 fields of 1 model; [\d,]+ records of /)

      const data = yield* folder
      const { baseUrl, credentials } = yield* lever(12)
      const place = ["--data", data]
      const auth = ["--base-url", baseUrl, "--auth", `api_key=${credentials["api_key"]}`]
      const added = yield* crosswalk(["connectors", "add", "lever", ...auth, "--scopes", "tag,user", ...place])
      const connector = added.stdout.trim()
      assert.strictEqual((yield* crosswalk(["sync", connector, ...place])).code, 0)
      const landed = yield* crosswalk([...asked, "--connector", connector, ...place, "--json"], at)
      assert.strictEqual(landed.code, 0, landed.stderr)
      const models: ReadonlyArray<Model> = JSON.parse(landed.stdout).models
      assert.deepStrictEqual(models.map(({ model, state }) => [model, state]).sort(), [
        ["tag", "changed"],
        ["user", "same"]
      ])
      const stored = yield* crosswalk(["records", "tag", "--connector", connector, ...place])
      assert.notInclude(stored.stdout, `"before"`)
    }).pipe(Effect.scoped),
  60_000
)

it.live(
  "says what to do where a version is not there",
  () =>
    Effect.gen(function* () {
      const repository = yield* history
      const nowhere = yield* folder
      for (const part of ["providers", "packages/core", "pnpm-workspace.yaml"]) {
        mkdirSync(join(nowhere, part), { recursive: true })
      }
      const refusal = (against: string, cwd: string, ...more: ReadonlyArray<string>) =>
        Effect.map(crosswalk(["diff", "lever", "--against", against, ...more], { cwd }), ({ code, stderr, stdout }) => {
          assert.deepStrictEqual([code, stdout], [1, ""])
          return stderr
        })
      const [unknown, early, none, both] = yield* Effect.all(
        [
          refusal("nonsense", repository),
          refusal("core", repository),
          refusal("main", nowhere),
          refusal("HEAD", repository, "--connector", "x", "--fixtures", "y")
        ],
        { concurrency: 2 }
      )
      assert.match(unknown, /^There is no commit "nonsense" in .* git fetch --tags\.\n$/)
      const first = git(repository, "rev-parse", "--short", "HEAD").trim()
      assert.strictEqual(
        early,
        `There is no providers/lever/src/index.ts in core. It came with ${first}; name that commit or a later one.\n`
      )
      assert.match(none, / is no Git repository, so .* Name a published version, as in --against 1\.2\.0\.\n$/)
      assert.match(both, /^Both --connector and --fixtures are given\./)

      writeFileSync(join(repository, "providers/lever/src/index.ts"), `export * from "./Gone.ts"\n`)
      git(repository, "commit", "--quiet", "--all", "--message", "broken")
      const broken = yield* refusal("HEAD", repository)
      assert.match(
        broken,
        /^Lever of HEAD \([0-9a-f]{7}\) cannot be loaded: Cannot find module .* Name a later version/
      )
    }).pipe(Effect.scoped),
  30_000
)

/** Lever as it might have been published: plain JavaScript that knows tags alone, and writes them in capitals. */
const published = `
import { Schema } from "effect"
const resource = {
  name: "tags", wire: Schema.Struct({ text: Schema.String }), path: "/tags", parent: null, sensitive: {},
  id: ({ text }) => text, deletedAt: () => null
}
const source = { shape: "one", resource, joins: {}, keys: (_, own) => [own], input: ({ members }) => members[0]?.record }
const run = (group) => {
  const { text } = source.input(group)
  return { _tag: "Mapped", remoteId: text, record: { remote_id: text, name: text.toUpperCase() }, issues: [] }
}
const model = { name: "tag", identity: "tag", mapped: Schema.Struct({ remote_id: Schema.String, name: Schema.String }) }
export const lever = { id: "lever", categories: ["ats"], mappers: [{ name: "tag/tags", model, source, run, rules: {} }] }
`

/** A registry with one package, in one version. */
const registry = Effect.gen(function* () {
  const root = yield* folder
  mkdirSync(join(root, "package"))
  const manifest = { name: "@crosswalk/lever", version: "1.2.0", type: "module", exports: "./index.js" }
  writeFileSync(join(root, "package/package.json"), JSON.stringify({ ...manifest, peerDependencies: { effect: "*" } }))
  writeFileSync(join(root, "package/index.js"), published)
  execFileSync("tar", ["-czf", "package.tgz", "package"], { cwd: root })
  const tarball = readFileSync(join(root, "package.tgz"))
  const server = createServer((request, response) => {
    if (request.url?.endsWith(".tgz")) return response.end(tarball)
    const dist = { tarball: `http://${request.headers.host}/lever.tgz` }
    const known = request.url?.toLowerCase() === "/@crosswalk%2flever"
    response.writeHead(known ? 200 : 404, { "content-type": "application/json" })
    const versions = { "1.2.0": { ...manifest, peerDependencies: { effect: "*" }, dist } }
    return response.end(
      JSON.stringify(known ? { name: manifest.name, "dist-tags": { latest: "1.2.0" }, versions } : {})
    )
  })
  yield* Effect.acquireRelease(
    Effect.callback<void>((resume) => void server.listen(0, "127.0.0.1", () => resume(Effect.void))),
    () =>
      Effect.callback<void>((resume) => {
        server.close(() => resume(Effect.void))
        server.closeAllConnections()
      })
  )
  const address = server.address()
  const port = typeof address === "object" && address !== null ? address.port : 0
  return { npm_config_registry: `http://127.0.0.1:${port}/`, npm_config_cache: join(root, "cache"), HOME: root }
})

it.live(
  "tells what changed since a published version",
  () =>
    Effect.gen(function* () {
      const env = yield* registry
      const diff = (version: string) => crosswalk(["diff", "lever", "--against", version, "--json"], { env })
      const [found, missing] = yield* Effect.all([diff("1.2.0"), diff("9.9.9")], { concurrency: 2 })
      assert.strictEqual(found.code, 0, found.stderr)
      const models: ReadonlyArray<Model> = JSON.parse(found.stdout).models
      const tag = models.find(({ model }) => model === "tag")
      const name = tag?.fields.find(({ field }) => field === "name")
      assert.strictEqual(name?.state, "changed")
      const [example] = name?.examples ?? []
      assert.strictEqual(example?.before, String(example?.after).toUpperCase())
      assert.isTrue(models.every(({ model, state }) => model === "tag" || state === "came"))
      assert.strictEqual(missing.code, 1)
      assert.strictEqual(
        missing.stderr,
        "There is no version 9.9.9 of @crosswalk/lever in the registry. See which there are: npm view @crosswalk/lever versions.\n"
      )
    }).pipe(Effect.scoped),
  60_000
)
