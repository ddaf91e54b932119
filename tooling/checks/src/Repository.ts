import { globSync } from "node:fs"
import { readFile } from "node:fs/promises"
import path from "node:path"

/** The repository's root folder. */
export const root = path.resolve(import.meta.dirname, "../../..")

/** A workspace member, as far as the checks read its package.json. */
export interface Member {
  readonly folder: string
  readonly manifest: Manifest
}

/** Where the members lie that are published. */
export const publishedMembers: ReadonlyArray<string> = ["packages/*", "providers/*", "compositions/*"]

/** The fields of a package.json that the checks read. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly license?: string
  readonly description?: string
  readonly type?: string
  readonly sideEffects?: unknown
  readonly exports?: unknown
  readonly bin?: unknown
  readonly files?: ReadonlyArray<string>
  readonly scripts?: Readonly<Record<string, string>>
  readonly publishConfig?: Readonly<Record<string, unknown>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** Every member of the workspace whose folder matches one of the patterns, in the order of the folders. */
export const members = async (
  patterns: ReadonlyArray<string> = [...publishedMembers, "examples/*", "tooling/*"]
): Promise<ReadonlyArray<Member>> => {
  const files = listFiles(patterns.map((pattern) => `${pattern}/package.json`))
  return Promise.all(
    files.map(async (file): Promise<Member> => {
      const manifest: Manifest = JSON.parse(await readFile(path.join(root, file), "utf8"))
      return { folder: path.posix.dirname(file), manifest }
    })
  )
}

/** Files below the root, with forward slashes, sorted; dependencies and build output left out. */
export const listFiles = (patterns: ReadonlyArray<string>): ReadonlyArray<string> =>
  globSync(patterns, { cwd: root, exclude: (name) => name === "node_modules" || name === "dist" })
    .map((file) => file.split(path.sep).join("/"))
    .toSorted()
