/** Bodies of requests: by the document's schema, and spoilt in every way that a body can be. */
import * as fc from "fast-check"

const isSchema = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Values of a JSON Schema, as far as bodies of requests need it. */
const valuesOf = (schema: unknown, schemas: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> => {
  if (!isSchema(schema)) return fc.jsonValue()
  const { $ref, anyOf, enum: words, items, properties, required, type } = schema
  if (typeof $ref === "string") return valuesOf(schemas[$ref.split("/").at(-1) ?? ""], schemas)
  if (Array.isArray(words)) return fc.constantFrom(...words)
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map((one) => valuesOf(one, schemas)))
  if (isSchema(properties)) {
    const always = Array.isArray(required) ? required : []
    return fc.record(
      Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valuesOf(one, schemas)])),
      { requiredKeys: Object.keys(properties).filter((name) => always.includes(name)) }
    )
  }
  switch (type) {
    case "string":
      return fc.constantFrom("a", "lever", "Robin Example", "robin@example.com", "2030-01-31T09:30:00.000Z")
    case "array":
      return fc.array(valuesOf(items, schemas), { maxLength: 3 })
    case "boolean":
      return fc.boolean()
    case "integer":
    case "number":
      return fc.integer({ min: 1, max: 100 })
    case "null":
      return fc.constant(null)
    default:
      return fc.jsonValue()
  }
}

const malformed: ReadonlyArray<string> =
  `{ [ " nul {"a":} {'a':1} {}{} 1e999 "\\ud800" {"name":"\\u0000"} {"name":"a","name":"b"} {"__proto__":{"name":"a"}}`
    .split(" ")
    .concat("\u0000", "\ufeff{}", "[".repeat(5000), "x".repeat(70_000))

const cut = (whole: string, share: number): string => whole.slice(0, Math.floor((whole.length * share) / 100))

/** The text of a body, or null for none; of an operation that reads none, whether it is spoilt or not. */
export const of = (
  schema: unknown,
  schemas: Readonly<Record<string, unknown>>,
  isSpoilt: boolean
): fc.Arbitrary<string | null> => {
  const whole =
    schema === undefined ? fc.constant(null) : valuesOf(schema, schemas).map((value) => JSON.stringify(value))
  if (!isSpoilt) return whole
  const text =
    schema === undefined ? fc.constant("{}") : valuesOf(schema, schemas).map((value) => JSON.stringify(value))
  return fc.oneof(
    { weight: 3, arbitrary: whole },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...malformed) },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.tuple(text, fc.nat(99)).map(([one, share]) => cut(one, share)) }
  )
}
