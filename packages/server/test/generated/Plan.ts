/**
 * Requests as they are generated: plain data, without anything that differs from run to run, so that a seed always plans
 * the same ones.
 */
import * as fc from "fast-check"
import type { Contract, Operation, Parameter } from "./Contract.ts"
import * as Bodies from "./Bodies.ts"

/** Values that only the running server knows. */
export const kinds = [
  "record",
  "parent",
  "connector",
  "link",
  "cursor",
  "otherCursor",
  "tamperedCursor",
  "spare"
] as const

/** A value that only the running server knows, of a kind. */
export interface Known {
  readonly kind: (typeof kinds)[number]
  readonly index: number
}

/** A value of a parameter. */
export type Value = string | Known

/** How the bytes of a request are spoilt. */
export const breaks = [
  "cut-off",
  "injected",
  "smuggled",
  "method",
  "version",
  "chunk",
  "long-header",
  "no-host"
] as const

/** A planned request. */
export interface Plan {
  readonly operation: Operation
  /** Another method than the operation's; null for its own. */
  readonly method: string | null
  readonly account: number
  /** Whether the connector is one of the operation's category. */
  readonly isFitting: boolean
  readonly key: "admin" | "reader" | "revoked" | "foreign" | "none" | "made-up"
  /** What names the connector in the header. */
  readonly connector: "own" | "foreign" | "none" | "made-up"
  readonly path: Readonly<Record<string, Value>>
  readonly query: ReadonlyArray<readonly [string, Value]>
  readonly body: string | null
  readonly contentType: string | null
  readonly broken: (typeof breaks)[number] | null
}

const hostile: ReadonlyArray<string> = [
  // Numbers and words that are none.
  "0 -1 101 201 251 1.5 1e3 NaN Infinity 0x10 -0 ٣ true TRUE null NULL undefined __proto__ constructor id".split(" "),
  // Instants without a zone, or that never were.
  "2026-01-31 2026-01-31T09:30:00 2026-02-31T00:00:00Z 0000-00-00T00:00:00Z +275760-09-13T00:00:00Z".split(" "),
  // What means something to a database, a path, a list.
  String.raw`'; % %zz %ff %c0%80 \ _% ../../etc/passwd .. . / a/b a?b#c {} [] {"a":1} a,b , ,,, a,,b $.x lever:x : cwk_x`.split(
    " "
  ),
  ["", " ", "\t", "\u0000", "a\u0000b", "\ud7ff\u{1f600}é漢字", "\u202egnirts", "\ufeff", "' OR 1=1 --"],
  ["a\r\nx-injected: 1", "a\nx-injected: 1", "9".repeat(30), "x".repeat(300), "é".repeat(1200), "1,".repeat(400)]
].flat()

const instants = [
  "2020-01-01T00:00:00Z",
  "2026-01-31T09:30:00.000Z",
  "2026-01-31T09:30:00+02:00",
  "2030-01-01T00:00:00.5Z"
]
const days = ["2020-01-01", "2026-01-31", "2030-12-31"]
const fields = ["id", "remote_id", "modified_at", "name", "first_name", "emails", "status", "custom_fields", "raw"]
const references = [
  "candidate_id",
  "job_id",
  "user_id",
  "manager_id",
  "application_id",
  "candidate",
  "job",
  "employee_id"
]
const words = ["a", "Robin", "active", "OPEN", "lever", "lever,greenhouse", "hris", "name", "desc", "robin@example.com"]

const known = (...some: ReadonlyArray<Known["kind"]>): fc.Arbitrary<Value> =>
  fc.record({ kind: fc.constantFrom(...some), index: fc.nat(40) })

const texts = (schema: unknown): ReadonlyArray<string> | null => {
  if (typeof schema !== "object" || schema === null) return null
  if ("enum" in schema && Array.isArray(schema.enum)) return schema.enum.map(String)
  if ("items" in schema) return texts(schema.items)
  return "type" in schema && schema.type === "boolean" ? ["true", "false"] : null
}

/** A value that is mostly good. */
const good = ({ name, schema }: Parameter): fc.Arbitrary<Value> => {
  const some = texts(schema)
  if (some !== null) return fc.constantFrom(...some)
  const { maximum, minimum, type } = schema
  if (type === "integer" || name === "page_size") {
    const least = typeof minimum === "number" ? minimum : 1
    const most = Math.min(typeof maximum === "number" ? maximum : 100, 300)
    return fc.integer({ min: least, max: most }).map(String)
  }
  if (name === "cursor") return known("cursor")
  if (name === "fields") return fc.constantFrom(...fields)
  if (name === "expand") return fc.constantFrom(...references)
  if (/(?:^|_)ids?$/.test(name)) return known("record")
  if (/after$|_gte$|_lt$|from$|until$|_to$|before$/.test(name)) return fc.constantFrom(...instants, ...days)
  return fc.constantFrom(...words)
}

const badText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostile) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) }
)

const bad: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: badText },
  { weight: 1, arbitrary: known(...kinds.filter((kind) => kind !== "spare")) }
)

/** What is deleted or ended is never what later requests are about. */
const isDestructive = ({ method, path }: Operation): boolean => method === "DELETE" || path.endsWith("/regenerate")

const inPath = (operation: Operation, name: string): fc.Arbitrary<Value> => {
  if (isDestructive(operation) && /(?:^|integration_)id$/.test(name)) return known("spare")
  if (name === "connection_id" || name === "integration_id") return known("connector")
  if (name === "token" || name === "temporary_token") return known("link")
  if (operation.path.startsWith("/connectors/")) return known("connector")
  return known(name === "id" ? "record" : "parent")
}

const pathOf = (operation: Operation, isSpoilt: boolean): fc.Arbitrary<Plan["path"]> =>
  fc.record(
    Object.fromEntries(
      operation.parameters.flatMap((parameter) => {
        if (parameter.in !== "path") return []
        const some = texts(parameter.schema)
        const value = some === null ? inPath(operation, parameter.name) : fc.constantFrom(...some)
        const spoilt = isDestructive(operation) ? badText : bad
        const either = isSpoilt ? fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: spoilt }) : value
        return [[parameter.name, either] as const]
      })
    )
  )

const queryOf = ({ parameters }: Operation, isSpoilt: boolean): fc.Arbitrary<Plan["query"]> => {
  const all = parameters.filter((parameter) => parameter.in === "query")
  const unknown = fc.tuple(fc.constantFrom("unknown", "", "__proto__", "page_size[]", "\u0000"), bad)
  const one = ([first, ...rest]: typeof all): fc.Arbitrary<readonly [string, Value]> =>
    first === undefined
      ? unknown
      : fc
          .constantFrom(first, ...rest)
          .chain((parameter) =>
            fc.tuple(
              fc.constant(parameter.name),
              isSpoilt
                ? fc.oneof({ weight: 1, arbitrary: good(parameter) }, { weight: 2, arbitrary: bad })
                : good(parameter)
            )
          )
  const given = isSpoilt ? fc.oneof({ weight: 9, arbitrary: one(all) }, { weight: 1, arbitrary: unknown }) : one(all)
  return all.length === 0 && !isSpoilt ? fc.constant([]) : fc.array(given, { maxLength: 3 })
}

const mostly = <A>(usual: A, ...others: ReadonlyArray<A>): fc.Arbitrary<A> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })

const isSpoiltAt = (chance: number) => fc.nat(99).map((number) => number < chance)

/** Any request to what a document tells of. */
export const plan = ({ operations, schemas }: Contract): fc.Arbitrary<Plan> =>
  fc.tuple(fc.constantFrom(...operations), isSpoiltAt(40)).chain(([operation, isSpoilt]) =>
    fc.record({
      operation: fc.constant(operation),
      method: isSpoilt
        ? mostly<string | null>(null, "PUT", "POST", "HEAD", "OPTIONS", "PROPFIND", "TRACE")
        : fc.constant(null),
      account: fc.nat(20),
      isFitting: mostly(true, false),
      key: isSpoilt
        ? mostly<Plan["key"]>("admin", "reader", "revoked", "foreign", "none", "made-up")
        : fc.constant<Plan["key"]>("admin"),
      connector: isSpoilt
        ? mostly<Plan["connector"]>("own", "foreign", "none", "made-up")
        : fc.constant<Plan["connector"]>("own"),
      path: pathOf(operation, isSpoilt),
      query: queryOf(operation, isSpoilt),
      body: Bodies.of(operation.body, schemas, isSpoilt),
      contentType: isSpoilt
        ? mostly<string | null>(
            "application/json",
            null,
            "text/plain",
            "application/json; charset=utf-16",
            "x/\u00e9",
            ""
          )
        : fc.constant("application/json"),
      broken: isSpoilt ? mostly<Plan["broken"]>(null, ...breaks) : fc.constant(null)
    })
  )
