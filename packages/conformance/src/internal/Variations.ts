/** Variations of a vendor's record that must not matter: something unknown more, something optional less. */
import { Predicate, SchemaAST } from "effect"
import * as Json from "./Json.ts"

/** One variation. */
export interface Variation {
  /** Where, with `[]` for any item of a list; the same for all records of a resource. */
  readonly place: string
  readonly kind: "unknown" | "missing" | "null"
  readonly record: unknown
}

type Path = ReadonlyArray<string>

interface Place {
  readonly path: Path
  readonly kind: Variation["kind"]
}

const membersOf = (ast: SchemaAST.AST): ReadonlyArray<SchemaAST.AST> => {
  if (SchemaAST.isUnion(ast)) return ast.types.flatMap(membersOf)
  return SchemaAST.isSuspend(ast) ? membersOf(ast.thunk()) : [ast]
}

const takesNull = (ast: SchemaAST.AST): boolean => membersOf(ast).some(SchemaAST.isNull)

/** Items of a list that are looked at: the others are alike. */
const items = 2

const placesIn = (value: unknown, ast: SchemaAST.AST, path: Path): ReadonlyArray<Place> => {
  const members = membersOf(ast)
  if (Array.isArray(value)) {
    const [item] = members.filter(SchemaAST.isArrays).flatMap(({ rest }) => rest)
    if (item === undefined) return []
    return value.slice(0, items).flatMap((entry, at) => placesIn(entry, item, [...path, String(at)]))
  }
  if (!Predicate.isObject(value)) return []
  const objects = members.filter(SchemaAST.isObjects)
  const isClosed =
    objects.length === 1 && members.every((member) => SchemaAST.isObjects(member) || SchemaAST.isNull(member))
  const [struct] = objects
  if (!isClosed || struct === undefined || struct.indexSignatures.length > 0) return []
  return [
    { path, kind: "unknown" as const },
    ...struct.propertySignatures.flatMap(({ name, type }) => {
      const key = String(name)
      if (!Object.hasOwn(value, key)) return []
      const at = [...path, key]
      return [
        ...(SchemaAST.isOptional(type) ? [{ path: at, kind: "missing" as const }] : []),
        ...(takesNull(type) && value[key] !== null ? [{ path: at, kind: "null" as const }] : []),
        ...placesIn(value[key], type, at)
      ]
    })
  ]
}

const unknown = { conformance_unknown: { deep: [1, "two", null] } }

const apply = (record: unknown, { kind, path }: Place): unknown =>
  Json.changeAt(record, path, (found) => {
    if (kind === "missing") return undefined
    return kind === "null" ? null : { ...(Predicate.isObject(found) ? found : {}), ...unknown }
  })

/** The variations of a record that its wire schema allows. */
export const of = (record: unknown, wire: { readonly ast: SchemaAST.AST }): ReadonlyArray<Variation> =>
  placesIn(record, wire.ast, []).map((place) => ({
    place: place.path.map((key) => (/^\d+$/.test(key) ? "[]" : key)).join("."),
    kind: place.kind,
    record: apply(record, place)
  }))
