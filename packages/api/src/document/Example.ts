/** Made-up examples of what a JSON Schema describes: of nobody, and the same every time. */
import type { JsonSchema } from "effect"
import { Predicate } from "effect"

/** What a text is about, by the end of its name. Addresses and numbers are those set aside for examples. */
const texts: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?:^|_)emails?(?:_address(?:es)?)?$/, "robin@example.com"],
  [/(?:url|href|link|avatar)s?$/, "https://example.com/"],
  [/phone(?:_number)?s?$/, "+1 202 555 0100"],
  [/first_name$|preferred_name$/, "Robin"],
  [/last_name$/, "Example"],
  [/(?:full|holder|display)_name$/, "Robin Example"],
  [/file_name$/, "file.pdf"],
  [/currency$/, "EUR"],
  [/country(?:_code)?$/, "DE"],
  [/slug$|^provider$|^tool$/, "lever"],
  [/token$|cursor$|^next$/, "opaque"]
]

/** Texts that have a form. */
const forms: ReadonlyArray<string> = ["2026-01-31T09:30:00.000Z", "2026-01-31", "09:30:00"]

const isId = (name: string): boolean => /(?:^|_)ids?$/.test(name) && !name.startsWith("remote_")

const text = (name: string, { format, pattern }: JsonSchema.JsonSchema, id: string): string => {
  if (format === "uuid") return id
  if (typeof pattern === "string") {
    const form = new RegExp(pattern, "u")
    return [...forms, id].find((value) => form.test(value)) ?? ""
  }
  if (isId(name)) return id
  if (name.startsWith("remote_id")) return "1234"
  return texts.find(([ending]) => ending.test(name))?.[1] ?? "text"
}

const isSchema = (value: unknown): value is JsonSchema.JsonSchema => Predicate.isObject(value)

/** Makes examples of schemas that may refer to components. `id` is an id as records have them. */
export const maker = (components: Readonly<Record<string, JsonSchema.JsonSchema>>, id: string) => {
  const of = (schema: unknown, name: string): unknown => {
    if (!isSchema(schema)) return null
    if (Array.isArray(schema["allOf"])) {
      const { allOf, ...rest } = schema
      return of(Object.assign({}, rest, ...allOf), name)
    }
    const { $ref, anyOf, enum: words, items, minimum, properties, type } = schema
    if (typeof $ref === "string") return of(components[$ref.slice($ref.lastIndexOf("/") + 1)], name)
    if (Array.isArray(words)) return words[0]
    if (Array.isArray(anyOf)) return of(anyOf[0], name)
    switch (type) {
      case "object":
        return isSchema(properties)
          ? Object.fromEntries(
              Object.entries(properties).map(([key, inner]) => [key, of(inner, key === "value" ? name : key)])
            )
          : {}
      case "array":
        return items === undefined ? [] : [of(items, name)]
      case "string":
        return text(name, schema, id)
      case "integer":
      case "number":
        return typeof minimum === "number" && minimum > 1 ? minimum : 1
      case "boolean":
        return true
      default:
        return null
    }
  }
  return (schema: JsonSchema.JsonSchema): unknown => of(schema, "")
}
