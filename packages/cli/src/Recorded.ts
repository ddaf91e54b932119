/**
 * The recorded answers of a provider: those of the repository that this command runs from, or of a folder that is named.
 */
import * as Fixtures from "@crosswalk/conformance/Fixtures"
import type { Recording } from "@crosswalk/core/OfflineReport"
import * as Provider from "@crosswalk/core/Provider"
import { Effect, FileSystem, Option } from "effect"
import * as Flag from "effect/cli/Flag"
import { join } from "node:path"
import * as Failure from "./Failure.ts"
import * as Output from "./Output.ts"
import * as Repository from "./Repository.ts"

/** The flag that names a folder. */
export const flag = Flag.String("fixtures").pipe(
  Flag.withMetavar("DIR"),
  Flag.withDescription("Folder of recorded answers, one folder in it for each list. Default: the provider's own"),
  Flag.optional
)

const shown = 3

/** The lists of a provider, and those that another version of it has alone. */
const listsOf = (provider: Provider.Provider, other: Provider.Provider) => {
  const own = Provider.resourcesFor(provider.mappers)
  const names = new Set(own.map(({ name }) => name))
  return [...own, ...Provider.resourcesFor(other.mappers).filter(({ name }) => !names.has(name))]
}

const read = Effect.fnUntraced(function* (provider: Provider.Provider, other: Provider.Provider, folder: string) {
  const resources = listsOf(provider, other)
  const found = Fixtures.read(resources, folder)
  const recordings = Fixtures.recordings(found)
  if (recordings.length === 0) {
    const lists = resources.map(({ name }) => name).join(", ")
    return yield* Failure.make(
      `${folder} holds no recorded answer of ${provider.name}. Put one into <list>/1.json; the lists are: ${lists}.`
    )
  }
  yield* Effect.forEach(found.strays.slice(0, shown), ({ name, why }) => Output.note(`${name} is not read: it ${why}.`))
  if (found.strays.length > shown) yield* Output.note(`So are ${found.strays.length - shown} more.`)
  return recordings
})

/**
 * The recorded answers in a folder, or, where none is named, the provider's own; null where there is no repository to
 * have them. Lists that only the `other` version of the provider has are read too. Fails when the folder is not there,
 * or holds nothing that can be read.
 */
export const of = Effect.fnUntraced(function* (
  provider: Provider.Provider,
  folder: Option.Option<string>,
  other: Provider.Provider = provider
) {
  const files = yield* FileSystem.FileSystem
  if (Option.isSome(folder)) {
    if (!(yield* files.exists(folder.value))) {
      return yield* Failure.make(`There is no folder ${folder.value}. Name one with recorded answers: --fixtures DIR.`)
    }
    return yield* read(provider, other, folder.value)
  }
  const own = Option.map(yield* Repository.folder, (root) => join(root, "providers", provider.id, "fixtures"))
  if (Option.isNone(own) || !(yield* files.exists(own.value))) return null
  const recordings: ReadonlyArray<Recording> = yield* read(provider, other, own.value)
  return recordings
})
