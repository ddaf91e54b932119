import { readFile } from "node:fs/promises"
import * as Template from "@crosswalk/create-provider/Check"
import path from "node:path"
import { listFiles, type Member, members, root } from "./Repository.ts"
import { type Outcome, problems } from "./Step.ts"

/** Every member of the workspace has the shape that the next one is copied from. */
export const structure = async (): Promise<Outcome> => {
  const all = await members()
  const found = [
    ...all.flatMap(problemsOfMember),
    ...problemsOfFiles(),
    ...Template.problems(root),
    ...(await problemsOfCatalog(all)),
    ...(await problemsOfVersions(all))
  ]
  return problems(found, `${all.length} packages`)
}

/** What a published package's package.json says, word for word the same everywhere. */
const published = {
  exports: {
    ".": { built: "./dist/index.d.ts", default: "./src/index.ts" },
    "./*": { built: "./dist/*.d.ts", default: "./src/*.ts" },
    "./internal/*": null,
    "./index": null
  },
  publishConfig: {
    access: "public",
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./*": { types: "./dist/*.d.ts", default: "./dist/*.js" },
      "./internal/*": null,
      "./index": null
    }
  },
  files: ["dist", "src"],
  scripts: { build: "tsc -p tsconfig.build.json" }
}

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)

/** What is wrong with one member's package.json. */
export const problemsOfMember = ({ folder, manifest }: Member): ReadonlyArray<string> => {
  const [group, name] = folder.split("/")
  const wrong = (sentence: string) => `${folder}/package.json: ${sentence}`
  const everywhere = [
    ...(manifest.name === `@crosswalk/${name}` ? [] : [wrong(`"name" is to be "@crosswalk/${name}", as the folder`)]),
    ...(manifest.license === "MIT" ? [] : [wrong(`"license" is to be "MIT"`)]),
    ...(manifest.description ? [] : [wrong(`"description" is missing`)])
  ]
  if (group === "tooling" || group === "examples")
    return [...everywhere, ...(manifest.private ? [] : [wrong(`${group} are never published: "private": true`)])]

  const { bin: _, ...publishConfig } = manifest.publishConfig ?? {}
  return [
    ...everywhere,
    ...(manifest.sideEffects === false
      ? []
      : [wrong(`"sideEffects" is to be false: importing a package does nothing`)]),
    ...(same(manifest.exports, published.exports) ? [] : [wrong(`"exports" differ from those of packages/core`)]),
    ...(same(publishConfig, published.publishConfig) ? [] : [wrong(`"publishConfig" differs from packages/core`)]),
    ...(same(manifest.files, published.files) ? [] : [wrong(`"files" is to be ${JSON.stringify(published.files)}`)]),
    ...(manifest.scripts?.["build"] === published.scripts.build
      ? []
      : [wrong(`"scripts.build" is to be "${published.scripts.build}"`)]),
    ...Object.entries(manifest.dependencies ?? {})
      .filter(([dependency, range]) => dependency.startsWith("@crosswalk/") && range !== "workspace:^")
      .map(([dependency]) => wrong(`"${dependency}" is to be "workspace:^"`)),
    ...(manifest.dependencies?.["effect"] && manifest.bin === undefined
      ? [wrong(`"effect" belongs to the peer dependencies, so that a host application has it once`)]
      : [])
  ]
}

/** All of packages/* share a version; each provider has its own. */
const problemsOfVersions = async (all: ReadonlyArray<Member>): Promise<ReadonlyArray<string>> => {
  const file = ".changeset/config.json"
  const { fixed }: { readonly fixed: ReadonlyArray<ReadonlyArray<string>> } = JSON.parse(
    await readFile(path.join(root, file), "utf8")
  )
  const names = all.filter(({ folder }) => folder.startsWith("packages/")).map(({ manifest }) => manifest.name)
  return same(
    [names.toSorted()],
    fixed.map((group) => group.toSorted())
  )
    ? []
    : [`${file}: "fixed" is to list exactly ${names.join(", ")}`]
}

const problemsOfFiles = (): ReadonlyArray<string> => {
  const configs = listFiles([
    "{packages,providers,compositions,examples}/*/{tsconfig,vitest.config,turbo,oxlint,.oxlintrc}*"
  ])
  const internals = listFiles(["{packages,providers}/*/src/*/**/internal/**/*.ts"])
  return [
    ...configs
      .filter((file) => path.posix.basename(file) !== "tsconfig.build.json")
      .map((file) => `${file}: configuration belongs to the root or to tooling/`),
    ...internals.map((file) => `${file}: internal modules lie in src/internal, where "exports" close them`)
  ]
}

/** Shared versions stand once, in the catalog. */
const problemsOfCatalog = async (all: ReadonlyArray<Member>): Promise<ReadonlyArray<string>> => {
  const rootManifest: Member["manifest"] = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"))
  return [{ folder: ".", manifest: rootManifest }, ...all].flatMap(({ folder, manifest }) =>
    [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies]
      .flatMap((section) => Object.entries(section ?? {}))
      .filter(([, range]) => !range.startsWith("catalog:") && !range.startsWith("workspace:"))
      .map(([dependency]) => `${folder}/package.json: the version of "${dependency}" belongs to the catalog`)
  )
}
