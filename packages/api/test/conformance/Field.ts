/** Fields of models down to their single values, and records that differ in one of them alone. */
import * as Model from "@crosswalk/core/Model"
import { SchemaAST } from "effect"
import { hash } from "node:crypto"
import type { Stored } from "./Account.ts"

/** A single value of a model's records. */
export interface Leaf {
  /** The model's name and its fields with dots between them, `[]` after those of lists, e.g. `job.openings[].status`. */
  readonly path: string
  readonly names: ReadonlyArray<string>
  readonly isNullable: boolean
}

const isWord = (ast: SchemaAST.Objects) =>
  ast.propertySignatures.map(({ name }) => String(name)).join() === "value,remote"

const below = (
  ast: SchemaAST.AST,
  names: ReadonlyArray<string>,
  isNullable: boolean
): ReadonlyArray<Omit<Leaf, "path">> => {
  if (SchemaAST.isUnion(ast)) {
    const [type, ...others] = ast.types.filter((one) => !SchemaAST.isNull(one))
    if (type !== undefined && others.length === 0) return below(type, names, true)
  }
  if (SchemaAST.isArrays(ast)) {
    const [item] = ast.rest
    const inner = item === undefined ? [] : below(item, [...names.slice(0, -1), `${names.at(-1)}[]`], false)
    return inner.length > 1 ? inner : [{ names, isNullable }]
  }
  if (SchemaAST.isObjects(ast) && ast.propertySignatures.length > 0 && !isWord(ast)) {
    return ast.propertySignatures.flatMap(({ name, type }) => below(type, [...names, String(name)], false))
  }
  return [{ names, isNullable }]
}

/** All single values that a mapping gives of a model. */
export const leaves = (model: Model.Any): ReadonlyArray<Leaf> =>
  Model.mappedFields(model)
    .filter(({ field }) => field !== "remote_id")
    .flatMap(({ field, schema }) => below(schema.ast, [field], false))
    .map((leaf) => ({ ...leaf, path: `${model.name}.${leaf.names.join(".")}` }))

/** What takes the place of a value: nothing where that may be, else another of its kind. */
const other = (value: unknown): unknown => {
  if (typeof value === "string") return `another ${value}`
  if (typeof value === "number") return value + 1
  return Array.isArray(value) ? [] : value
}

const isObject = (value: unknown): value is Stored =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** A value with what stands at some names replaced. */
const replaced = (value: unknown, names: ReadonlyArray<string>, by: (value: unknown) => unknown): unknown => {
  const [name, ...rest] = names
  if (name === undefined) return by(value)
  if (!isObject(value)) return value
  const key = name.replace("[]", "")
  const inner = value[key]
  const changed =
    name.endsWith("[]") && Array.isArray(inner)
      ? inner.map((one: unknown) => replaced(one, rest, by))
      : replaced(inner, rest, by)
  return { ...value, [key]: changed }
}

/** A record without a value. */
export const without = (record: Stored, { isNullable, names }: Leaf): Stored =>
  Object(replaced(record, names, (value) => (isNullable ? null : other(value))))

/** Which values stay: one of so many, others by another name. */
export interface Thinning {
  readonly name: string
  readonly oneOf: number
}

const first = (text: string): number => hash("md5", text, "buffer").at(0) ?? 0

/** A record of which few values are left: some are seen only where another is not, or is. */
export const thinned = (record: Stored, all: ReadonlyArray<Leaf>, { name, oneOf }: Thinning): Stored =>
  all
    .filter(({ isNullable, path }) => isNullable && first(`${String(record["remote_id"])} ${path} ${name}`) % oneOf > 0)
    .reduce(without, record)
