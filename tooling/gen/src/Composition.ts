import { header, pascal } from "./Barrel.ts"

/** A provider as the list of all providers names it. */
export interface Composed {
  /** Its id: the name of its folder. */
  readonly id: string
  /** Whether it has a simulator, `src/Sandbox.ts`. */
  readonly hasSandbox: boolean
}

/** The name of the value that declares a provider: `ukg-pro` becomes `ukgPro`. */
export const camel = (id: string): string => {
  const name = pascal(id)
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

/** The text of the module that lists every provider. */
export const composition = (providers: ReadonlyArray<Composed>): string => {
  const imports = providers.flatMap(({ hasSandbox, id }) => [
    `import { ${camel(id)} } from "@crosswalk/${id}"`,
    ...(hasSandbox ? [`import { sandbox as ${camel(id)}Sandbox } from "@crosswalk/${id}/Sandbox"`] : [])
  ])
  const members = providers.map(
    ({ hasSandbox, id }) => `  { provider: ${camel(id)}, simulator: ${hasSandbox ? `${camel(id)}Sandbox` : "null"} }`
  )
  return `${[
    header,
    ...imports,
    `import type { Member } from "./Member.ts"`,
    "",
    "/** Every provider of the repository with its simulator, in the order of their ids. */",
    `export const members: ReadonlyArray<Member> = [${members.length < 2 ? members.join("").trim() : `\n${members.join(",\n")}\n`}]`
  ].join("\n")}\n`
}

/** The parts of a package.json that name what it stands on. */
interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
}

/** The package.json of that module's package: as it is, but depending on exactly these providers. */
export const compositionManifest = (manifest: string, providers: ReadonlyArray<Composed>): string => {
  const parsed: Manifest = JSON.parse(manifest)
  const below = ["@crosswalk/core", "@crosswalk/sandbox"]
  const names = [...below, ...providers.map(({ id }) => `@crosswalk/${id}`)].toSorted()
  const dependencies = Object.fromEntries(names.map((name) => [name, "workspace:^"]))
  return `${JSON.stringify({ ...parsed, dependencies }, null, 2)}\n`
}
