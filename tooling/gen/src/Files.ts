import { existsSync, globSync, readFileSync } from "node:fs"
import { mkdir, readFile, writeFile } from "node:fs/promises"
import path from "node:path"
import { packageBarrel, pascal, providerBarrel } from "./Barrel.ts"
import { composition, compositionManifest } from "./Composition.ts"

/** Path of this repository. */
export const repository: string = path.resolve(import.meta.dirname, "../../..")

/** The package that lists every provider. */
const everyProvider = "compositions/providers"

/** A generated file: where it lies below the root, and the text it should have. */
export interface Generated {
  readonly file: string
  readonly text: string
}

/** Every file that the declarations in a repository, by default this one, determine. */
export const generate = (root: string = repository): ReadonlyArray<Generated> => {
  const folders = (pattern: string) =>
    globSync(`${pattern}/package.json`, { cwd: root })
      .map((file) => path.posix.dirname(slashes(file)))
      .toSorted()
  // A package or provider that was only just begun has nothing to generate from.
  const has = (folder: string, file: string) => existsSync(path.join(root, folder, "src", file))
  const declared = folders("providers/*")
    .map((folder) => path.posix.basename(folder))
    .filter((id) => has(`providers/${id}`, `${pascal(id)}.ts`))
  const composed = declared.map((id) => ({ id, hasSandbox: has(`providers/${id}`, "Sandbox.ts") }))
  const manifest = `${everyProvider}/package.json`
  return [
    ...folders("packages/*")
      .filter((folder) => has(folder, ""))
      .map((folder) => ({
        file: `${folder}/src/index.ts`,
        text: packageBarrel(globSync("**/*.ts", { cwd: path.join(root, folder, "src") }).map(slashes))
      })),
    ...declared.map((id) => ({
      file: `providers/${id}/src/index.ts`,
      text: providerBarrel(id, versionIn(readFileSync(path.join(root, `providers/${id}/package.json`), "utf8")))
    })),
    { file: `${everyProvider}/src/index.ts`, text: composition(composed) },
    { file: manifest, text: compositionManifest(readFileSync(path.join(root, manifest), "utf8"), composed) }
  ]
}

/** The generated files that are missing or say something else, each with what is wrong. */
export const stale = async (
  all: ReadonlyArray<Generated>,
  root: string = repository
): Promise<ReadonlyArray<string>> => {
  const found = await Promise.all(
    all.map(async ({ file, text }) => {
      const absolute = path.join(root, file)
      if (!existsSync(absolute)) return `${file}: missing; run \`pnpm gen\``
      return (await readFile(absolute, "utf8")) === text ? null : `${file}: out of date; run \`pnpm gen\``
    })
  )
  return found.filter((line) => line !== null)
}

/** Writes the generated files. */
export const write = async (all: ReadonlyArray<Generated>, root: string = repository): Promise<void> => {
  await Promise.all(
    all.map(async ({ file, text }) => {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true })
      await writeFile(path.join(root, file), text)
    })
  )
}

const versionIn = (manifest: string): string => {
  const { version }: { readonly version?: unknown } = JSON.parse(manifest)
  return typeof version === "string" ? version : "0.0.0"
}

const slashes = (file: string) => file.split(path.sep).join("/")
