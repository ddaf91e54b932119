/** The parameter `expand`: relations, and in brackets which fields of the records: `rel1,rel2[field,field]`. */
import type { ModelName } from "@crosswalk/core/ModelName"
import { Result } from "effect"
import type { Collection } from "../Collection.ts"
import type * as Dialect from "../Dialect.ts"

const form = /^\w+(?:\[\w+(?:,\w+)*\])?(?:,\w+(?:\[\w+(?:,\w+)*\])?)*$/
const relation = /(\w+)(?:\[([\w,]+)\])?/g

const quoted = (text: string | undefined) => JSON.stringify(text ?? "")

/** Reads the parameter; a text says what is wrong with it. `keysOf` tells the keys of a model's served records. */
export const readExpand = (
  text: string,
  { expansions }: Collection,
  keysOf: (model: ModelName) => ReadonlyArray<string>
): Result.Result<ReadonlyArray<Dialect.Expand>, string> => {
  if (!form.test(text)) return Result.fail("Expected relations separated by commas: rel1,rel2[field,field].")
  const read: Array<Dialect.Expand> = []
  for (const [, field = "", names] of text.matchAll(relation)) {
    const expansion = Object.hasOwn(expansions, field) ? expansions[field] : undefined
    if (expansion === undefined) {
      const known = Object.keys(expansions)
      return Result.fail(
        known.length === 0
          ? "These records have no relations to expand."
          : `There is no relation ${quoted(field)}; there are: ${known.join(", ")}.`
      )
    }
    const keys = names?.split(",") ?? null
    const known = keysOf(expansion.model)
    const strange = keys?.find((key) => !known.includes(key))
    if (strange !== undefined)
      return Result.fail(`${field} has no field ${quoted(strange)}; there are: ${known.join(", ")}.`)
    read.push({ field, keys })
  }
  return Result.succeed(read)
}
