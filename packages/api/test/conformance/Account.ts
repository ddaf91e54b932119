/**
 * A connector's records of every model, made from the models' schemas: every word of every vocabulary, nothing but
 * nulls, words that nobody knows, empty lists.
 */
import * as Id from "@crosswalk/core/Id"
import * as Model from "@crosswalk/core/Model"
import type { ModelName } from "@crosswalk/core/ModelName"
import * as Models from "@crosswalk/core/Models"
import { Schema, SchemaAST } from "effect"

/** The connector that the records are of. */
export const connector = "0198c0de-0000-8000-8000-00000000abcd"

/** How a record is filled: with the words of an index; or not at all; or with what a mapper does not know. */
type Fill = number | "bare" | "strange" | "empty"

/** Enough that every word of the longest vocabulary is in some record. */
const filled = Array.from({ length: 24 }, (_, index) => index)
const fills: ReadonlyArray<Fill> = ["bare", "strange", "empty", ...filled]

/** Vendors' own words for kinds of addresses. */
export const kinds = ["Work", "Home", "Other", "Mobile", "Fax"]

/** Texts of which a schema takes the first that it allows: each field's own; some days, codes and kinds where texts are free. */
const texts = (fill: Fill, name: string) => [
  ...(name.endsWith("_on") ? ["2024-02-29"] : []),
  ...(fill === 1 && (name === "country" || name === "state") ? ["CA"] : []),
  ...(name === "type" && typeof fill === "number" ? kinds.slice(fill, fill + 1) : []),
  `word${fill}.${name}@example.com`,
  "2024-02-29",
  "2024-02-29T12:30:00.123Z",
  "12:30:00",
  "word"
]

const valueOf = (ast: SchemaAST.AST, fill: Fill, name = ""): unknown => {
  if (SchemaAST.isUnion(ast)) {
    const isNullable = ast.types.some(SchemaAST.isNull)
    const types = ast.types.filter((type) => !SchemaAST.isNull(type))
    const isWord = types.every(SchemaAST.isLiteral)
    // Our word of an unknown word of the vendor's is null.
    if (isNullable && (fill === "bare" || (fill === "strange" && isWord && name === "value"))) return null
    const type = types[typeof fill === "number" ? fill % types.length : 0]
    return type === undefined ? null : valueOf(type, fill, name)
  }
  if (SchemaAST.isLiteral(ast)) return ast.literal
  if (SchemaAST.isArrays(ast)) {
    const [item] = ast.rest
    if (item === undefined || fill === "empty") return []
    const one = valueOf(item, fill, name)
    return typeof fill === "number" && fill > 11 ? [one, valueOf(item, fill + 1, name)] : [one]
  }
  if (SchemaAST.isObjects(ast)) {
    if (ast.propertySignatures.length === 0)
      return fill === "empty" ? {} : { "Shirt size": "M", nested: { deep: [1, null] } }
    return Object.fromEntries(
      ast.propertySignatures.map(({ name, type }) => [String(name), valueOf(type, fill, String(name))])
    )
  }
  if (SchemaAST.isString(ast)) return texts(fill, name).find((text) => Schema.is(Schema.make(ast))(text)) ?? "word"
  if (SchemaAST.isNumber(ast)) return Schema.is(Schema.make(ast))(1.5) ? 1.5 : 3
  if (SchemaAST.isBoolean(ast)) return fill !== "strange"
  return "anything"
}

/** A record, where its model's type does not matter. */
export type Stored = Readonly<Record<string, unknown>>

// Connectors are Crosswalk's own: no vendor has them.
const vendors = Models.all.filter(({ category }) => category !== "platform")

const identity = (name: ModelName): ModelName => Models.byName(name).identity

/** Our id of a record. */
export const idOf = (model: ModelName, remoteId: string): string => Id.make(connector, identity(model), remoteId)

const recordOf = (model: Model.Any, fill: Fill, at: number, count: number): Stored => {
  const remoteId = String(at)
  const own = Object.fromEntries(
    Model.fields(model).map(({ field, reference, schema }) => {
      const value = valueOf(schema.ast, fill, field)
      if (reference === undefined || value === null) return [field, value]
      // The strange record names what was never read.
      const target = fill === "strange" ? "never read" : String((at + 1) % count)
      const id = idOf(reference, target)
      return [field, Array.isArray(value) ? value.map(() => id) : id]
    })
  )
  return {
    ...own,
    id: idOf(model.name, remoteId),
    remote_id: remoteId,
    modified_at: `2026-01-01T00:00:${String(at).padStart(2, "0")}.000Z`,
    remote_deleted_at: null
  }
}

/** All records by model, in the listing's order. Vendors' ids are numbers as text. */
export const account: ReadonlyMap<ModelName, ReadonlyArray<Stored>> = new Map(
  vendors.map((model) => [model.name, fills.map((fill, at) => recordOf(model, fill, at, fills.length))])
)

/** One record of a model as it is when only its remote id is known, and whatever a test adds. */
export const bare = (model: ModelName, remoteId: string, known: Stored = {}): Stored => ({
  ...recordOf(Models.byName(model), "bare", 0, 1),
  id: idOf(model, remoteId),
  remote_id: remoteId,
  ...known
})
