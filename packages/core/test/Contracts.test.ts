/** Every dialect must find in our models what it shows: each of its fields and each of its words. */
import { assert, describe, it } from "@effect/vitest"
import { SchemaAST } from "effect"
import type { ModelName } from "@crosswalk/core/ModelName"
import * as Models from "@crosswalk/core/Models"
import { common, dialects, projections } from "./contracts/fields.ts"
import { words } from "./contracts/words.ts"

/** The schema that `path` leads to, through null and lists; undefined where there is none. */
const at = (ast: SchemaAST.AST | undefined, path: ReadonlyArray<string>): SchemaAST.AST | undefined => {
  if (ast === undefined) return undefined
  if (SchemaAST.isUnion(ast) && ast.types.some(SchemaAST.isNull))
    return at(
      ast.types.find((type) => !SchemaAST.isNull(type)),
      path
    )
  if (SchemaAST.isArrays(ast)) return at(ast.rest[0], path)
  const [key, ...rest] = path
  if (key === undefined) return ast
  return SchemaAST.isObjects(ast) ? at(ast.propertySignatures.find(({ name }) => name === key)?.type, rest) : undefined
}

/** A path in the model, or in another that names it: `@employment.title`. */
const find = (model: ModelName, path: string) => {
  if (!path.startsWith("@")) return at(Models.byName(model).schema.ast, path.split("."))
  const [other, ...rest] = path.slice(1).split(".")
  const found = Models.references(model).find((reference) => reference.model === other)
  return found && at(Models.byName(found.model).schema.ast, rest)
}

/** The pairs of a table's text: theirs and ours. */
const pairs = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((token) => {
      const [theirs = "", ours = theirs] = token.split("=")
      return [theirs, ours] as const
    })

describe("dialects", () => {
  for (const model of Models.all) {
    for (const dialect of dialects) {
      const projection = projections[model.name]?.[dialect]
      if (projection === undefined) continue
      it(`find every field of ${dialect}'s ${model.name}`, () => {
        const fields = pairs(`${common[dialect]} ${projection}`)
        assert.deepStrictEqual(
          fields.filter(([, ours]) => find(model.name, ours) === undefined),
          []
        )
      })
    }
  }

  it.each(words)("find all words of %s.%s", (model, path, text) => {
    const value = find(model, `${path}.value`)
    const ours: ReadonlyArray<unknown> =
      value !== undefined && SchemaAST.isUnion(value)
        ? value.types.flatMap((type) => (SchemaAST.isLiteral(type) ? [type.literal] : []))
        : []
    assert.deepStrictEqual(ours, [...new Set(ours)])
    assert.deepStrictEqual(
      pairs(text).filter(([, word]) => !ours.includes(word)),
      []
    )
  })
})
