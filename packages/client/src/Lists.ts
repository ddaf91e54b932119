/** One thing for every list of the API, by category and plural: `ats.candidates`. */
import { dialect } from "@crosswalk/api/crosswalk/Dialect"
import type { Collection } from "@crosswalk/api/Collection"
import type { ModelOf } from "@crosswalk/api/Related"
import type { Listed } from "./Shown.ts"

export type { Listed } from "./Shown.ts"

/** The models by category and plural. */
export type Names = {
  readonly [C in ModelOf<Listed>["category"]]: {
    readonly [Name in Listed as ModelOf<Name>["category"] extends C ? ModelOf<Name>["plural"] : never]: Name
  }
}

/** Makes one for every list. `All` says by {@link Names} what is made of each. */
export function make<All>(one: (collection: Collection) => unknown): All
export function make(one: (collection: Collection) => unknown): unknown {
  const made: Record<string, Record<string, unknown>> = {}
  for (const collection of dialect.collections) {
    made[collection.category] = { ...made[collection.category], [collection.path]: one(collection) }
  }
  return made
}
