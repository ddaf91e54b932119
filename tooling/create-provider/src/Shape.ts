/** What a value of a vendor's looks like, and how a wire schema says it. */

/** The form of a value, as far as a wire schema tells it. */
export type Shape =
  | { readonly kind: "text" | "number" | "boolean" | "id" | "unknown" }
  | { readonly kind: "list"; readonly item: Shape }
  | { readonly kind: "record"; readonly fields: Fields }
  | { readonly kind: "choice"; readonly of: ReadonlyArray<Shape> }

/** The fields of a record by the vendor's names. */
export type Fields = Readonly<Record<string, Shape>>

const simple = {
  text: "Schema.String",
  number: "Wire.Numeric",
  boolean: "Schema.Boolean",
  id: "Wire.Id",
  unknown: "Schema.Unknown"
} as const

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name))

/** A field that need not be there; what may be anything may be null already. */
const field = (name: string, shape: Shape): string =>
  `${key(name)}: ${shape.kind === "unknown" ? "Schema.optionalKey(Schema.Unknown)" : `Wire.maybe(${schema(shape)})`}`

/** A struct of fields. Only the field `id`, if any, has to be there. */
export const struct = (fields: Fields, id: string | null = null): string => {
  const lines = Object.entries(fields).map(([name, shape]) =>
    name === id ? `${key(name)}: ${schema(shape)}` : field(name, shape)
  )
  return lines.length === 0 ? "Schema.Struct({})" : `Schema.Struct({\n${lines.join(",\n")}\n})`
}

/** The text of the lenient schema of a shape. */
export const schema = (shape: Shape): string => {
  switch (shape.kind) {
    case "list":
      return `Schema.Array(${schema(shape.item)})`
    case "record":
      return struct(shape.fields)
    case "choice":
      return `Schema.Union([${[...new Set(shape.of.map(schema))].join(", ")}])`
    default:
      return simple[shape.kind]
  }
}

/** One shape for a value that may have several: records are laid over each other, equal shapes count once. */
export const either = (shapes: ReadonlyArray<Shape>): Shape => {
  const flat = shapes.flatMap((shape) => (shape.kind === "choice" ? shape.of : [shape]))
  if (flat.some(({ kind }) => kind === "unknown")) return { kind: "unknown" }
  const records = flat.flatMap((shape) => (shape.kind === "record" ? [shape.fields] : []))
  const rest = new Map(flat.flatMap((shape) => (shape.kind === "record" ? [] : [[schema(shape), shape] as const])))
  const all = [...(records.length === 0 ? [] : [overlay(records)]), ...rest.values()]
  const [only] = all
  if (only === undefined) return { kind: "unknown" }
  return all.length === 1 ? only : { kind: "choice", of: all }
}

/** Records laid over each other: a field of several has either of its shapes. */
export const overlay = (records: ReadonlyArray<Fields>): Shape & { readonly kind: "record" } => {
  const fields = new Map<string, Shape>()
  for (const record of records) {
    for (const [name, shape] of Object.entries(record)) {
      const known = fields.get(name)
      fields.set(name, known === undefined ? shape : either([known, shape]))
    }
  }
  return { kind: "record", fields: Object.fromEntries(fields) }
}
