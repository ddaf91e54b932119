/** Writes the package of a new provider. */
import * as Files from "@crosswalk/gen/Files"
import { existsSync } from "node:fs"
import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"
import { type Choices, names, nounsOf } from "./Choices.ts"
import { declaration, module_ } from "./Declaration.ts"
import * as Manifest from "./Manifest.ts"
import { mapperModule } from "./MapperModule.ts"
import { wireModule } from "./WireModule.ts"

/** A file to write: where it lies below the root, and its text. */
export interface File {
  readonly file: string
  readonly text: string
}

/** The files of the package and its changeset. What `pnpm gen` writes is not among them. */
export const files = (choices: Choices): ReadonlyArray<File> => {
  const { id, lists, name } = choices
  const { module } = names(id)
  const folder = `providers/${id}`
  return [
    { file: `${folder}/package.json`, text: Manifest.json(Manifest.manifest(id, name)) },
    { file: `${folder}/tsconfig.build.json`, text: Manifest.tsconfig },
    { file: `${folder}/src/${module}.ts`, text: declaration(choices) },
    { file: `${folder}/src/${module}Wire.ts`, text: wireModule(choices) },
    ...lists.map((chosen) => ({
      file: `${folder}/src/mapper/${module_(chosen.model)}.ts`,
      text: mapperModule(choices, chosen)
    })),
    {
      file: `.changeset/${id}.md`,
      text: Manifest.changeset(
        id,
        name,
        lists.map(({ model }) => model)
      )
    }
  ]
}

/** Why the package cannot be written into a repository, as a sentence; null when it can. */
export const obstacle = (root: string, { id }: Choices): string | null =>
  existsSync(path.join(root, "providers", id))
    ? `There is already a folder providers/${id}. Choose another id, or extend what is there.`
    : null

/** Writes the package, then what is generated from all packages. Yields the files of the package. */
export const write = async (root: string, choices: Choices): Promise<ReadonlyArray<string>> => {
  const all = files(choices)
  for (const { file, text } of all) {
    const absolute = path.join(root, file)
    await mkdir(path.dirname(absolute), { recursive: true })
    await writeFile(absolute, text)
  }
  await Files.write(Files.generate(root), root)
  return all.map(({ file }) => file)
}

/** What the author does next, in sentences. */
export const nextSteps = ({ docs, id, lists }: Choices): ReadonlyArray<string> => {
  const { module } = names(id)
  const resources = [...new Set(lists.map((chosen) => nounsOf(chosen).resource))]
  const suite = `pnpm vitest run packages/conformance -t ${id}`
  return [
    `Compare src/${module}.ts and src/${module}Wire.ts with ${docs}: limits, paths, names of the paging parameters. Add the fields to read.`,
    `Replace every \`undecided\` in src/mapper: a function, \`derived("how", …)\` or \`absent("why")\`.`,
    ...resources.map(
      (name) => `Put answers in the vendor's form, with invented people, into fixtures/${name}/1.json, 2.json …`
    ),
    `See what is missing: ${suite}`,
    `Let it write what is made of the fixtures, and read that: CROSSWALK_UPDATE=1 ${suite}`,
    `Finish with: pnpm gen, pnpm format, npm test`
  ]
}
