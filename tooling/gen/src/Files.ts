import { existsSync, globSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import path from "node:path"
import { header, packageBarrel, providerBarrel } from "./Barrel.ts"

const root = path.resolve(import.meta.dirname, "../../..")

/** A generated file: where it lies below the root, and the text it should have. */
export interface Generated {
  readonly file: string
  readonly text: string
}

/** Every file that the repository's declarations determine. */
export const generate = (): ReadonlyArray<Generated> => [
  ...folders("packages/*").map((folder) => ({
    file: `${folder}/src/index.ts`,
    text: packageBarrel(globSync("**/*.ts", { cwd: path.join(root, folder, "src") }).map(slashes))
  })),
  ...folders("providers/*").map((folder) => ({
    file: `${folder}/src/index.ts`,
    text: providerBarrel(path.posix.basename(folder))
  }))
]

/** The generated files that are missing or say something else, each with what is wrong. */
export const stale = async (all: ReadonlyArray<Generated>): Promise<ReadonlyArray<string>> => {
  const found = await Promise.all(
    all.map(async ({ file, text }) => {
      const absolute = path.join(root, file)
      if (!existsSync(absolute)) return `${file}: missing; run \`pnpm gen\``
      const current = await readFile(absolute, "utf8")
      if (current === text) return null
      return current.startsWith(header)
        ? `${file}: out of date; run \`pnpm gen\``
        : `${file}: written by hand, but this file is generated; move what it holds to a module, then run \`pnpm gen\``
    })
  )
  return found.filter((line) => line !== null)
}

/** Writes the generated files; one that is written by hand is left alone and reported. */
export const write = async (all: ReadonlyArray<Generated>): Promise<ReadonlyArray<string>> => {
  const byHand = (await stale(all)).filter((line) => line.includes("written by hand"))
  for (const { file, text } of all)
    if (!byHand.some((line) => line.startsWith(`${file}:`))) await writeFile(path.join(root, file), text)
  return byHand
}

const folders = (pattern: string) =>
  globSync(`${pattern}/package.json`, { cwd: root })
    .map((file) => path.posix.dirname(slashes(file)))
    .toSorted()

const slashes = (file: string) => file.split(path.sep).join("/")
