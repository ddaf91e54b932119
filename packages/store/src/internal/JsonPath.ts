/**
 * Reaching into the JSON text of a record, in either dialect. Where a path crosses a list, the model's schema says so.
 */
import type { Path } from "@crosswalk/core/Filter"
import type * as Model from "@crosswalk/core/Model"
import * as SchemaAST from "effect/SchemaAST"
import type { SqlClient } from "effect/sql/SqlClient"
import type { Fragment } from "effect/sql/Statement"
import * as PostgresJson from "./PostgresJson.ts"

/** The part of a schema that is not null. */
const present = (ast: SchemaAST.AST | undefined): SchemaAST.AST | undefined =>
  ast !== undefined && SchemaAST.isUnion(ast) ? ast.types.find((type) => !SchemaAST.isNull(type)) : ast

/** A stretch of a path that ends at a list or at the value. */
interface Stretch {
  readonly names: Path
  readonly isList: boolean
}

/** Cuts a path behind every list that it crosses or ends at. */
export const stretches = (model: Model.Any, path: Path): ReadonlyArray<Stretch> => {
  const out: Array<Stretch> = []
  let names: Array<string> = []
  let ast: SchemaAST.AST | undefined = model.schema.ast
  for (const name of path) {
    names.push(name)
    const found: SchemaAST.AST | undefined = present(ast)
    ast =
      found !== undefined && SchemaAST.isObjects(found)
        ? present(found.propertySignatures.find((property) => property.name === name)?.type)
        : undefined
    if (ast !== undefined && SchemaAST.isArrays(ast)) {
      out.push({ names, isList: true })
      names = []
      ast = present(ast.rest[0])
    }
  }
  return names.length > 0 ? [...out, { names, isList: false }] : out
}

const plain = /^[a-z][a-z0-9_]*$/

/** How one dialect reads JSON. */
export interface Reader {
  /** The document of a column with JSON text. */
  readonly document: (column: string) => Fragment
  /** The plain value under some names; null when there is none. */
  readonly value: (document: Fragment, names: Path) => Fragment
  /** A table `alias` whose column `value` holds the elements of the list under some names; none when it is no list. */
  readonly elements: (document: Fragment, names: Path, alias: string) => Fragment
  /** An element of {@link Reader.elements} as a document. */
  readonly element: (alias: string) => Fragment
  /** An element as a plain value. */
  readonly elementValue: (alias: string) => Fragment
  /** A value to compare with, as this dialect reads it. */
  readonly bound: (value: string | number | boolean) => string | number
  readonly folded: (text: Fragment) => Fragment
  readonly holds: (text: Fragment, part: string) => Fragment
}

const postgres = (sql: SqlClient): Reader => {
  // Stored texts are compared byte by byte; a database may be, too. Letters have cases in Unicode's rules alone.
  const folded = (text: Fragment): Fragment => sql`lower(${text} COLLATE "und-x-icu")`
  const under = (document: Fragment, names: Path): Fragment =>
    names.length === 0 ? document : sql`(${document} #> CAST(${pgPath(names)} AS text[]))`
  return {
    document: (column) => sql.literal(`CAST(crosswalk_json(${column}) AS jsonb)`),
    value: (document, names) => sql`(${document} #>> CAST(${pgPath(names)} AS text[]))`,
    elements: (document, names, alias) => {
      const list = under(document, names)
      return sql`jsonb_array_elements(CASE WHEN jsonb_typeof(${list}) = 'array' THEN ${list} ELSE '[]' END)
        AS ${sql.literal(alias)}(value)`
    },
    element: (alias) => sql.literal(`${alias}.value`),
    elementValue: (alias) => sql.literal(`(${alias}.value #>> '{}')`),
    bound: (value) => PostgresJson.readable(String(value)),
    folded,
    holds: (text, part) => sql`position(${folded(sql`${PostgresJson.readable(part)}`)} IN ${folded(text)}) > 0`
  }
}

// SQLite has no way to write some names in a path, so a customer's own name is looked for among the keys.
const sqlite = (sql: SqlClient): Reader => {
  const at = (names: Path): Fragment => sql.literal(`'$${names.map((name) => `.${name}`).join("")}'`)
  const object = (document: Fragment, names: Path): Fragment =>
    sql`CASE json_type(${document}, ${at(names)}) WHEN 'object' THEN json_extract(${document}, ${at(names)}) ELSE '{}' END`
  const value = (document: Fragment, names: Path): Fragment => {
    if (names.every((name) => plain.test(name))) return sql`json_extract(${document}, ${at(names)})`
    const outer = names.slice(0, -1)
    return outer.every((name) => plain.test(name))
      ? sql`(SELECT k.value FROM json_each(${object(document, outer)}) k WHERE k.key = ${names.at(-1)})`
      : sql.literal("NULL")
  }
  return {
    document: (column) => sql.literal(column),
    value,
    elements: (document, names, alias) => sql`json_each(CASE json_type(${document}, ${at(names)})
      WHEN 'array' THEN json_extract(${document}, ${at(names)}) ELSE '[]' END) AS ${sql.literal(alias)}`,
    element: (alias) => sql.literal(`${alias}.value`),
    elementValue: (alias) => sql.literal(`${alias}.value`),
    bound: (value) => (typeof value === "boolean" ? Number(value) : value),
    folded: (text) => sql`crosswalk_fold(${text})`,
    holds: (text, part) => sql`instr(crosswalk_fold(${text}), crosswalk_fold(${part})) > 0`
  }
}

/** The reader of the database in place. */
export const reader = (sql: SqlClient): Reader =>
  sql.onDialectOrElse({ pg: () => postgres(sql), orElse: () => sqlite(sql) })

/** A PostgreSQL array of names. */
const pgPath = (names: Path): string =>
  `{${names.map((name) => `"${PostgresJson.readable(name).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`).join(",")}}`
