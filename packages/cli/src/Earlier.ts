/**
 * Another version of a provider, for a comparison: that of a commit of this repository, or a published one. Both are laid
 * out in a temporary folder, which is gone when the scope ends.
 */
import type { Provider } from "@crosswalk/core/Provider"
import { Effect, FileSystem, Option, Schema } from "effect"
import { symlink } from "node:fs/promises"
import { dirname, join } from "node:path"
import * as Failure from "./Failure.ts"
import * as Loaded from "./Loaded.ts"
import * as Repository from "./Repository.ts"
import * as Spawned from "./Spawned.ts"

/** A version of a provider. */
export interface Earlier {
  readonly provider: Provider
  /** What it is called: `main (1a2b3c4)` or `version 1.2.0`. */
  readonly label: string
}

/** The provider as it is now. */
type Named = Pick<Provider, "id" | "name">

const temporary = Effect.flatMap(FileSystem.FileSystem, (files) =>
  files.makeTempDirectoryScoped({ prefix: "crosswalk-version-" })
)

const Needs = Schema.Record(Schema.String, Schema.String)
const Manifest = Schema.fromJsonString(
  Schema.Struct({ dependencies: Schema.optionalKey(Needs), peerDependencies: Schema.optionalKey(Needs) })
)

/** Lets an unpacked package import what it needs: its neighbours of the same commit, and what is installed here. */
const linkNeeds = Effect.fnUntraced(function* (root: string, member: string, repository: string) {
  const files = yield* FileSystem.FileSystem
  const text = yield* files.readFileString(join(root, member, "package.json"))
  const manifest = yield* Effect.mapError(Schema.decodeUnknownEffect(Manifest)(text), () =>
    Failure.make(`${member}/package.json of that commit is no package's. Name another commit.`)
  )
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    const neighbour = join(root, "packages", name.replace("@crosswalk/", ""))
    const target = join(root, member, "node_modules", name)
    if (name.startsWith("@crosswalk/") && (yield* files.exists(neighbour))) {
      yield* files.makeDirectory(dirname(target), { recursive: true })
      yield* Effect.promise(() => symlink(neighbour, target, "junction"))
    } else yield* Loaded.link(join(root, member), name, [join(repository, member), repository])
  }
})

/** The provider as it was at a commit. Fails when there is no such commit, or when the provider was not there yet. */
export const fromCommit = Effect.fn("Earlier.fromCommit")(function* (repository: string, name: string, now: Named) {
  const git = (...args: ReadonlyArray<string>) => Spawned.run("git", args, repository)
  if (!(yield* git("rev-parse", "--git-dir")).isDone) {
    return yield* Failure.make(
      `${repository} is no Git repository, so there is no "${name}" to compare with. Name a published version, as in --against 1.2.0.`
    )
  }
  const parsed = yield* git("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`)
  if (!parsed.isDone) {
    return yield* Failure.make(
      `There is no commit "${name}" in ${repository}. Name a branch, a tag or a commit; one that is elsewhere has to be fetched first: git fetch --tags.`
    )
  }
  const commit = parsed.stdout.trim()
  const own = `providers/${now.id}`
  const has = (path: string) => Effect.map(git("ls-tree", commit, "--", path), ({ stdout }) => stdout !== "")
  // A package that was only begun has nothing to load.
  for (const needed of [`${own}/src/index.ts`, "packages/core/package.json"]) {
    if (yield* has(needed)) continue
    const added = yield* git("log", "--diff-filter=A", "--reverse", "--format=%h", "--", needed)
    const [first] = added.stdout.split("\n")
    const since = first ? `It came with ${first}; name that commit or a later one.` : "Name another commit."
    return yield* Failure.make(`There is no ${needed} in ${name}. ${since}`)
  }
  const members = ["packages/core", ...((yield* has("packages/sandbox")) ? ["packages/sandbox"] : []), own]
  const root = yield* temporary
  const archive = join(root, "commit.tar")
  const label = commit.startsWith(name) ? name : `${name} (${commit.slice(0, 7)})`
  const packed = yield* git("archive", "--format=tar", `--output=${archive}`, commit, "--", ...members)
  const unpacked = packed.isDone ? yield* Spawned.run("tar", ["-xf", archive], root) : packed
  if (!unpacked.isDone) return yield* Failure.make(`${label} cannot be unpacked: ${Spawned.reason(unpacked)}`)
  yield* Effect.forEach(members, (member) => linkNeeds(root, member, repository), { discard: true })
  const provider = yield* Loaded.provider(join(root, own, "src/index.ts"), now.id, `${now.name} of ${label}`)
  return { provider, label } satisfies Earlier
})

const isUnpublished = (stderr: string): boolean => /\bE404\b|\bETARGET\b/.test(stderr)

/** The provider as it was published. Fails when there is no such version, or when npm cannot fetch it. */
export const fromPackage = Effect.fn("Earlier.fromPackage")(function* (version: string, now: Named) {
  const files = yield* FileSystem.FileSystem
  const root = yield* temporary
  const name = `@crosswalk/${now.id}`
  yield* files.writeFileString(join(root, "package.json"), `{ "private": true, "type": "module" }\n`)
  const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
  // effect is a peer of every provider; the command's own is put there instead.
  const installed = yield* Spawned.run("npm", ["install", ...quiet, "--legacy-peer-deps", `${name}@${version}`], root)
  if (!installed.isDone) {
    return yield* Failure.make(
      isUnpublished(installed.stderr)
        ? `There is no version ${version} of ${name} in the registry. See which there are: npm view ${name} versions.`
        : `npm could not install ${name}@${version}: ${Spawned.reason(installed)} Put that right and run the command again.`
    )
  }
  yield* Loaded.link(root, "effect", [])
  const entry = join(root, "entry.js")
  yield* files.writeFileString(entry, `export * from "${name}"\n`)
  const label = `version ${version}`
  const provider = yield* Loaded.provider(entry, now.id, `${now.name} of ${label}`)
  return { provider, label } satisfies Earlier
})

/** Whether a text names a published version rather than a commit: `1.2.0`, `2.0.0-rc.1`. */
const isVersion = (text: string): boolean => /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(text)

/** The version that `against` names: a published one, else one of the repository at hand. */
export const load = Effect.fnUntraced(function* (against: string, now: Named) {
  if (isVersion(against)) return yield* fromPackage(against, now)
  const repository = yield* Repository.folder
  return Option.isSome(repository)
    ? yield* fromCommit(repository.value, against, now)
    : yield* Failure.make(
        `There is no checkout of Crosswalk here that could have a commit "${against}". Call the command in one, or name a published version, as in --against 1.2.0.`
      )
})
