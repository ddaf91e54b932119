/** Compares the providers of a repository with what the scaffold writes today. */
import { existsSync, globSync, readFileSync } from "node:fs"
import path from "node:path"
import { names } from "./Choices.ts"
import * as Manifest from "./Manifest.ts"

/** What an author may decide; everything else in a package.json is the same for all. */
const free = ["version", "description", "dependencies"] as const

type Json = Readonly<Record<string, unknown>>

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)

const problemsOfManifest = (id: string, found: Json): ReadonlyArray<string> => {
  const template: Json = Manifest.manifest(id, "")
  const fixed = Object.keys(template).filter((key) => !free.some((one) => one === key))
  return [
    ...fixed
      .filter((key) => !same(found[key], template[key]))
      .map((key) => `"${key}" is to be ${JSON.stringify(template[key])}`),
    ...free.filter((key) => found[key] === undefined).map((key) => `"${key}" is missing`),
    ...Object.keys(found)
      .filter((key) => !(key in template))
      .map((key) => `"${key}" is not among what a provider says`)
  ]
}

/** Whether the changelog will tell of a provider: it has one already, or a changeset waits. */
const isAnnounced = (root: string, id: string): boolean =>
  existsSync(path.join(root, "providers", id, "CHANGELOG.md")) ||
  globSync(".changeset/*.md", { cwd: root }).some((file) =>
    readFileSync(path.join(root, file), "utf8").includes(`"@crosswalk/${id}":`)
  )

/** What differs in one provider, each with its file. */
const problemsOfProvider = (root: string, id: string): ReadonlyArray<string> => {
  const folder = path.join(root, "providers", id)
  const { module } = names(id)
  const text = (file: string) => readFileSync(path.join(folder, file), "utf8")
  const missing = ["tsconfig.build.json", `src/${module}.ts`, "src/index.ts"].filter(
    (file) => !existsSync(path.join(folder, file))
  )
  const wrong = (file: string, sentence: string) => `providers/${id}/${file}: ${sentence}`
  return [
    ...problemsOfManifest(id, JSON.parse(text("package.json"))).map((sentence) => wrong("package.json", sentence)),
    ...missing.map((file) => wrong(file, "missing")),
    ...(missing.includes("tsconfig.build.json") || text("tsconfig.build.json") === Manifest.tsconfig
      ? []
      : [wrong("tsconfig.build.json", "differs from the template; what a provider needs belongs to tooling/tsconfig")]),
    ...(globSync("src/**/{wire/*,*Wire}.ts", { cwd: folder }).length > 0
      ? []
      : [wrong(`src/${module}Wire.ts`, "missing; so are modules in src/wire")]),
    ...(globSync("src/**/{mapper/*,*Mapper}.ts", { cwd: folder }).length > 0
      ? []
      : [wrong("src/mapper", "missing; mappers lie there, one module for each model")]),
    ...(globSync("fixtures/*/**/*.json", { cwd: folder }).length > 0
      ? []
      : [wrong("fixtures", "holds no recorded answer")]),
    ...(isAnnounced(root, id) ? [] : [`.changeset/${id}.md: missing; no changeset names "@crosswalk/${id}"`])
  ]
}

/** The ids of a repository's providers. */
export const providers = (root: string): ReadonlyArray<string> =>
  globSync("providers/*/package.json", { cwd: root })
    .map((file) => path.basename(path.dirname(file)))
    .toSorted()

/** What differs from the template in any provider, one line each. */
export const problems = (root: string): ReadonlyArray<string> =>
  providers(root).flatMap((id) => problemsOfProvider(root, id))
