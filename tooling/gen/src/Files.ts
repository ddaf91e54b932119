import { existsSync, globSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import path from "node:path"
import { packageBarrel, pascal, providerBarrel } from "./Barrel.ts"

const root = path.resolve(import.meta.dirname, "../../..")

/** A generated file: where it lies below the root, and the text it should have. */
export interface Generated {
  readonly file: string
  readonly text: string
}

/** Every file that the repository's declarations determine. */
export const generate = (): ReadonlyArray<Generated> => [
  ...folders("packages/*")
    .filter(hasSources)
    .map((folder) => ({
      file: `${folder}/src/index.ts`,
      text: packageBarrel(globSync("**/*.ts", { cwd: path.join(root, folder, "src") }).map(slashes))
    })),
  ...folders("providers/*")
    .filter(isDeclared)
    .map((folder) => ({ file: `${folder}/src/index.ts`, text: providerBarrel(path.posix.basename(folder)) }))
]

/** The generated files that are missing or say something else, each with what is wrong. */
export const stale = async (all: ReadonlyArray<Generated>): Promise<ReadonlyArray<string>> => {
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
export const write = async (all: ReadonlyArray<Generated>): Promise<void> => {
  await Promise.all(all.map(({ file, text }) => writeFile(path.join(root, file), text)))
}

const folders = (pattern: string) =>
  globSync(`${pattern}/package.json`, { cwd: root })
    .map((file) => path.posix.dirname(slashes(file)))
    .toSorted()

// A package or provider that was only just begun has nothing to generate from.
const hasSources = (folder: string) => existsSync(path.join(root, folder, "src"))

const isDeclared = (folder: string) =>
  existsSync(path.join(root, folder, "src", `${pascal(path.posix.basename(folder))}.ts`))

const slashes = (file: string) => file.split(path.sep).join("/")
