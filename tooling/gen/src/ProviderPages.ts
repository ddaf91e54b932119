import * as Discovery from "@crosswalk/conformance/Discovery"
import * as Fixtures from "@crosswalk/conformance/Fixtures"
import * as Coverage from "@crosswalk/core/Coverage"
import type { Provider } from "@crosswalk/core/Provider"
import { resourcesFor } from "@crosswalk/core/Provider"
import { globSync } from "node:fs"
import path from "node:path"
import { type Generated, repository } from "./Files.ts"
import { providerPage, providersIndex } from "./ProviderPage.ts"

/** Where the pages lie. */
const folder = "docs/providers"

/** The pages of all providers, and why there is none for some of them. */
export interface Pages {
  readonly files: ReadonlyArray<Generated>
  /** Providers that cannot be loaded, and pages that belong to none: a sentence for each. */
  readonly problems: ReadonlyArray<string>
}

const load = (root: string, id: string): Promise<ReadonlyArray<Discovery.Found> | string> =>
  Discovery.providers(path.join(root, "providers"), [id]).catch(
    (cause: unknown) => `${folder}/${id}.md: the provider cannot be loaded: ${String(cause)}`
  )

const page = ({ fixtures, provider }: Discovery.Found): Generated => {
  const found = Fixtures.read(resourcesFor(provider.mappers), fixtures)
  const rows = Coverage.matrix(provider, { recordings: Fixtures.recordings(found), fills: null })
  return { file: `${folder}/${provider.id}.md`, text: providerPage(provider, rows) }
}

/** The pages that the declarations and recorded answers in a repository, by default this one, determine. */
export const providerPages = async (root: string = repository): Promise<Pages> => {
  const ids = globSync("providers/*/src/index.ts", { cwd: root })
    .map((file) => path.basename(path.dirname(path.dirname(file))))
    .toSorted()
  const loaded = await Promise.all(ids.map((id) => load(root, id)))
  const found = loaded.flatMap((one) => (typeof one === "string" ? [] : one))
  const providers: ReadonlyArray<Provider> = found.map(({ provider }) => provider)
  const orphans = globSync(`${folder}/*.md`, { cwd: root })
    .map((file) => path.basename(file, ".md"))
    .filter((name) => name !== "README" && !ids.includes(name))
  return {
    files: [...found.map(page), { file: `${folder}/README.md`, text: providersIndex(providers) }],
    problems: [
      ...loaded.filter((one) => typeof one === "string"),
      ...orphans.map((name) => `${folder}/${name}.md: there is no such provider any more; delete the page`)
    ]
  }
}
