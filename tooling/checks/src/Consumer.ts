import { cp, mkdir, symlink, writeFile } from "node:fs/promises"
import { globSync } from "node:fs"
import path from "node:path"
import { command } from "./Command.ts"
import { installed, pack, type Packed } from "./Pack.ts"
import { root } from "./Repository.ts"
import type { Outcome } from "./Step.ts"

/**
 * The packed tarballs in an empty project, laid out as pnpm would: each package sees the dependencies it declares and
 * no others. Every module is imported, the internal ones are refused, and the host programs compile and run.
 */
export const consumer = async (): Promise<Outcome> => {
  const packing = await pack()
  if (!packing.ok) return { ok: false, detail: "nothing to install; see the step `published`" }
  const project = path.join(packing.folder, "host")
  await layOut(project, packing.packages)

  const modules = packing.packages.flatMap(modulesOf)
  await writeFile(path.join(project, "modules.ts"), importsOf(modules))
  await writeFile(path.join(project, "closed.mjs"), refusals(packing.packages))

  for (const [what, program, args] of [
    ["types", "tsc", ["-p", "tsconfig.json"]],
    ["imports", "node", ["modules.ts"]],
    ["internal modules", "node", ["closed.mjs"]],
    ...hosts().map((file) => [`host program ${file}`, "node", [file]] as const)
  ] as const) {
    const { ok, output } = await command(program, args, { cwd: project })
    if (!ok) return { ok, detail: `${what} failed in a project of packed tarballs`, report: output.trimEnd() }
  }
  return {
    ok: true,
    detail: `${modules.length} modules of ${packing.packages.length} tarballs, ${hosts().length} host program`
  }
}

const templates = path.join(import.meta.dirname, "../host")

const hosts = (): ReadonlyArray<string> => globSync("*.ts", { cwd: templates }).toSorted()

/** Each tarball gets a folder of its own with links to what it declares; the project links to all of them. */
const layOut = async (project: string, packages: ReadonlyArray<Packed>): Promise<void> => {
  const places = new Map(
    packages.map((packed) => [packed.manifest.name, path.join(project, ".packages", packed.folder)])
  )
  const link = async (target: string, folder: string, name: string) => {
    const file = path.join(folder, "node_modules", name)
    await mkdir(path.dirname(file), { recursive: true })
    await symlink(target, file, "junction")
  }
  await mkdir(project)
  await cp(templates, project, { recursive: true })
  for (const { folder, manifest, unpacked } of packages) {
    const place = places.get(manifest.name) ?? ""
    await cp(unpacked, place, { recursive: true })
    await link(place, project, manifest.name)
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }))
      await link(places.get(name) ?? installed(folder, name), place, name)
  }
  for (const name of ["effect", "@types/node"]) await link(path.join(root, "node_modules", name), project, name)
}

/** The public modules of a package, as one imports them. Programs (`main`) run when imported, so they are left out. */
const modulesOf = ({ manifest, unpacked }: Packed): ReadonlyArray<string> =>
  globSync("**/*.js", { cwd: path.join(unpacked, "dist") })
    .map((file) => file.split(path.sep).join("/").replace(/\.js$/, ""))
    .filter((module) => module !== "main" && !module.startsWith("internal/"))
    .toSorted()
    .map((module) => (module === "index" ? manifest.name : `${manifest.name}/${module}`))

const importsOf = (modules: ReadonlyArray<string>): string =>
  [
    ...modules.map((module, index) => `import * as m${index} from "${module}"`),
    `export const modules = [${modules.map((_, index) => `m${index}`).join(", ")}]`
  ].join("\n")

/** A program that fails when an internal module of any package can be imported. */
const refusals = (packages: ReadonlyArray<Packed>): string => {
  const internals = packages.flatMap(({ manifest, unpacked }) =>
    globSync("internal/**/*.js", { cwd: path.join(unpacked, "dist") }).map(
      (file) => `${manifest.name}/${file.split(path.sep).join("/").replace(/\.js$/, "")}`
    )
  )
  return `for (const module of ${JSON.stringify(internals)}) {
  const code = await import(module).then(() => "imported", (error) => error.code)
  if (code !== "ERR_PACKAGE_PATH_NOT_EXPORTED") { console.error(module, code); process.exitCode = 1 }
}
`
}
