import { existsSync, globSync, rmSync } from "node:fs"
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { command } from "./Command.ts"
import { pnpm } from "./Pnpm.ts"
import { type Manifest, members, publishedMembers, root } from "./Repository.ts"

/** A package as the registry would get it. */
export interface Packed {
  /** The member's folder in the repository, e.g. `packages/core`. */
  readonly folder: string
  readonly tarball: string
  /** The tarball, unpacked. */
  readonly unpacked: string
  /** The package.json in the tarball, with publishConfig applied and all versions written out. */
  readonly manifest: Manifest
}

/** What packing came to: the packages in a temporary folder, or the output of what failed. */
export type Packing =
  | { readonly ok: true; readonly folder: string; readonly packages: ReadonlyArray<Packed> }
  | { readonly ok: false; readonly report: string }

const build = async (): Promise<Packing> => {
  const built = await pnpm(["exec", "turbo", "run", "build", "--output-logs=errors-only"], {
    env: { TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" }
  })
  if (!built.ok) return { ok: false, report: built.output.trimEnd() }

  await Promise.all((await members(publishedMembers)).map((member) => prune(member.folder)))

  const folder = await mkdtemp(path.join(tmpdir(), "crosswalk-packed-"))
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }))
  const filters = publishedMembers.flatMap((pattern) => ["--filter", `./${pattern}`])
  const packed = await pnpm(["--recursive", ...filters, "pack", "--pack-destination", folder])
  if (!packed.ok) return { ok: false, report: packed.output.trimEnd() }

  const packages = await Promise.all(
    (await members(publishedMembers)).map(async ({ folder: member, manifest }): Promise<Packed> => {
      const file = `${manifest.name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`
      const tarball = path.join(folder, file)
      const unpacked = path.join(folder, "unpacked", manifest.name)
      await mkdir(unpacked, { recursive: true })
      const extracted = await command("tar", ["-xzf", tarball, "-C", unpacked, "--strip-components=1"])
      if (!extracted.ok) throw new Error(`${file} could not be unpacked: ${extracted.output.trim()}`)
      const text = await readFile(path.join(unpacked, "package.json"), "utf8")
      return { folder: member, tarball, unpacked, manifest: JSON.parse(text) }
    })
  )
  return { ok: true, folder, packages }
}

/** Removes what an earlier build left in `dist` of modules that are gone: it would be published. */
const prune = async (folder: string): Promise<void> => {
  const dist = path.join(root, folder, "dist")
  const orphans = globSync("**/*.*", { cwd: dist })
    .filter((file) => /\.(js|d\.ts)(\.map)?$/.test(file))
    .filter((file) => !existsSync(path.join(root, folder, "src", file.replace(/\.(js|d\.ts)(\.map)?$/, ".ts"))))
  await Promise.all(orphans.map((file) => rm(path.join(dist, file))))
}

let packing: Promise<Packing> | undefined

/** Builds and packs every package that can be published; once per process. */
export const pack = (): Promise<Packing> => (packing ??= build())

/** The folder of the repository that a temporary project may take third-party packages from. */
export const installed = (member: string, dependency: string): string =>
  path.join(root, member, "node_modules", dependency)
