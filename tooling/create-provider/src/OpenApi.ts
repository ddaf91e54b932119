/** Reads from an OpenAPI document (2, 3.0 or 3.1; JSON or YAML) what one list of a vendor sends. */
import { Predicate } from "effect"
import { parse as parseYaml } from "yaml"
import * as Shape from "./Shape.ts"

/** An OpenAPI document, as far as anything is known of it. */
export type Document = Readonly<Record<string, unknown>>

/** Where an answer's records stand, and what one looks like. */
export interface Listed {
  /** Dotted path of the list within the answer; `""` when the answer is the list. */
  readonly items: string
  readonly fields: Shape.Fields
}

/** Why a document or a path in it cannot be used, as a sentence. */
export interface Unusable {
  readonly unusable: string
}

/** Parses a document. YAML is a superset of JSON, but JSON is parsed faster by itself. */
export const parse = (text: string): { readonly document: Document } | Unusable => {
  const parsed = parsedBy(JSON.parse, text) ?? parsedBy(parseYaml, text)
  if (parsed === null || !Predicate.isObject(parsed["paths"]))
    return { unusable: "The document is no OpenAPI: it has no `paths`." }
  return { document: parsed }
}

const parsedBy = (read: (text: string) => unknown, text: string): Document | null => {
  try {
    const value = read(text)
    return Predicate.isObject(value) ? { ...value } : null
  } catch {
    return null
  }
}

const at = (value: unknown, ...keys: ReadonlyArray<string>): unknown =>
  keys.reduce<unknown>(
    (found, key) => (Predicate.isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined),
    value
  )

/** What a `$ref` within the document points to; anything else is itself. */
const resolve = (document: Document, value: unknown): unknown => {
  const seen = new Set<string>()
  let found = value
  for (;;) {
    const reference = at(found, "$ref")
    if (!Predicate.isString(reference)) return found
    if (seen.has(reference) || !reference.startsWith("#/")) return undefined
    seen.add(reference)
    const keys = reference.slice(2).split("/")
    found = at(document, ...keys.map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~")))
  }
}

/** Deeper than this nobody reads, and schemas that hold themselves would never end. */
const deepest = 4

const list = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [])

const entries = (value: unknown): ReadonlyArray<readonly [string, unknown]> =>
  Predicate.isObject(value) ? Object.entries(value) : []

const isId = (name: string): boolean => /^_?id$|[a-z]Id$|_id$|ID$/.test(name)

const shapeOf = (document: Document, schema: unknown, name: string, depth: number): Shape.Shape => {
  const found = resolve(document, schema)
  const nested = (part: unknown) => shapeOf(document, part, name, depth)
  const alternatives = [...list(at(found, "oneOf")), ...list(at(found, "anyOf"))]
    .filter((part) => at(resolve(document, part), "type") !== "null")
    .map(nested)
  const own = at(found, "properties") === undefined ? [] : [{ type: "object", properties: at(found, "properties") }]
  const parts = [...own, ...list(at(found, "allOf"))]
  if (parts.length > 0 && (parts.length > own.length || alternatives.length > 0)) {
    const records = [...parts.map(nested), ...alternatives].flatMap((shape) =>
      shape.kind === "record" ? [shape.fields] : shape.kind === "choice" ? recordsOf(shape.of) : []
    )
    // A reference that only gains a description stands in an `allOf` of one.
    return records.length > 0 ? Shape.overlay(records) : Shape.either(parts.map(nested))
  }
  if (alternatives.length > 0) return Shape.either(alternatives)
  const types = [at(found, "type")].flat().filter((type) => type !== "null" && type !== undefined)
  if (types.length > 1)
    return Shape.either(
      types.map((type) =>
        plain(document, { type, items: at(found, "items"), properties: at(found, "properties") }, name, depth)
      )
    )
  return plain(document, found, name, depth)
}

const recordsOf = (shapes: ReadonlyArray<Shape.Shape>): ReadonlyArray<Shape.Fields> =>
  shapes.flatMap((shape) => (shape.kind === "record" ? [shape.fields] : []))

const plain = (document: Document, schema: unknown, name: string, depth: number): Shape.Shape => {
  const type = [at(schema, "type")].flat().find((one) => one !== "null")
  const properties = entries(at(schema, "properties"))
  if (type === "array" || (type === undefined && at(schema, "items") !== undefined))
    return { kind: "list", item: shapeOf(document, at(schema, "items"), name, depth) }
  if (properties.length > 0) {
    if (depth >= deepest) return { kind: "unknown" }
    const fields = properties.map(([key, value]) => [key, shapeOf(document, value, key, depth + 1)] as const)
    return { kind: "record", fields: Object.fromEntries(fields) }
  }
  if (type === "boolean") return { kind: "boolean" }
  if ((type === "string" || type === "integer") && isId(name)) return { kind: "id" }
  if (type === "string") return { kind: "text" }
  if (type === "number" || type === "integer") return { kind: "number" }
  return { kind: "unknown" }
}

/** The examples of an answer, for documents that show and do not say what it looks like. */
const examplesIn = (document: Document, content: unknown): ReadonlyArray<unknown> => [
  ...[at(content, "example"), at(content, "application/json")].filter((value) => value !== undefined),
  ...entries(at(content, "examples")).map(([, example]) => at(resolve(document, example), "value"))
]

const shapeOfValue = (value: unknown, name: string, depth: number): Shape.Shape => {
  if (Array.isArray(value))
    return { kind: "list", item: Shape.either(value.map((item) => shapeOfValue(item, name, depth))) }
  if (Predicate.isObject(value)) {
    if (depth >= deepest) return { kind: "unknown" }
    const fields = Object.entries(value).map(([key, item]) => [key, shapeOfValue(item, key, depth + 1)] as const)
    return { kind: "record", fields: Object.fromEntries(fields) }
  }
  if (Predicate.isBoolean(value)) return { kind: "boolean" }
  if ((Predicate.isString(value) || Predicate.isNumber(value)) && isId(name)) return { kind: "id" }
  if (Predicate.isNumber(value)) return { kind: "number" }
  // Of a null nothing is known but that the field is there.
  return Predicate.isString(value) ? { kind: "text" } : { kind: "unknown" }
}

const methodOf = (document: Document, path: string): unknown => {
  const bare = (text: string) => text.replace(/\/+$/, "")
  const paths = entries(document["paths"])
  const found =
    paths.find(([name]) => bare(name) === bare(path)) ??
    // A document may write the version or the customer's name before the path that is meant.
    paths.find(([name]) => bare(name).endsWith(bare(path)))
  return at(resolve(document, found?.[1]), "get")
}

/** Where in an answer a list of records stands, the one nearest to the top first. */
const listsIn = (shape: Shape.Shape, path = ""): ReadonlyArray<Listed> => {
  if (shape.kind === "list") return shape.item.kind === "record" ? [{ items: path, fields: shape.item.fields }] : []
  if (shape.kind !== "record") return []
  const below = Object.entries(shape.fields).flatMap(([name, field]) =>
    listsIn(field, path === "" ? name : `${path}.${name}`)
  )
  return below.toSorted((a, b) => a.items.split(".").length - b.items.split(".").length)
}

/** What the answer of `GET path` lists. An answer that is one record counts as a list of it. */
export const listed = (document: Document, path: string): Listed | Unusable => {
  const method = methodOf(document, path)
  if (method === undefined) {
    const known = entries(document["paths"]).flatMap(([name, item]) => (at(item, "get") === undefined ? [] : [name]))
    return { unusable: `The document has no GET ${path}. It has: ${known.slice(0, 40).join(", ")}.` }
  }
  const responses = entries(at(method, "responses"))
  const answer = resolve(document, (responses.find(([status]) => status.startsWith("2")) ?? responses[0])?.[1])
  const contents = entries(at(answer, "content"))
  const content = contents.find(([type]) => type.includes("json")) ?? contents[0]
  const schema = content === undefined ? at(answer, "schema") : at(content[1], "schema")
  const shape =
    resolve(document, schema) === undefined
      ? Shape.either(
          examplesIn(document, content?.[1] ?? at(answer, "examples")).map((value) => shapeOfValue(value, "", 0))
        )
      : shapeOf(document, schema, "", 0)
  const [first] = listsIn(shape)
  if (first !== undefined) return first
  return shape.kind === "record"
    ? { items: "", fields: shape.fields }
    : { unusable: `The document does not say what GET ${path} answers.` }
}

/** Base URL of the vendor's API by the document, if it names one. */
export const baseUrl = (document: Document): string | null => {
  const [server] = list(document["servers"])
  const url = at(server, "url")
  if (Predicate.isString(url) && url.startsWith("https://")) return url.replace(/\/+$/, "")
  const host = document["host"]
  return Predicate.isString(host)
    ? `https://${host}${Predicate.isString(document["basePath"]) ? document["basePath"].replace(/\/+$/, "") : ""}`
    : null
}
