/** A connector's records as no vendor should have them: whatever models allow, in texts, ids and days that are hard to carry. */
import * as Model from "@crosswalk/core/Model"
import type { ModelName } from "@crosswalk/core/ModelName"
import * as Models from "@crosswalk/core/Models"
import { Arbitrary, Effect, Schema, SchemaAST } from "effect"
import { account, idOf, kinds, type Stored } from "./Account.ts"
import * as Field from "./Field.ts"

/** Records by model. */
export type Account = ReadonlyMap<ModelName, ReadonlyArray<Stored>>

/** Vendors' ids: numbers as text, words of programs, signs of addresses. */
const remoteIds = [
  "0",
  "-1",
  "007",
  "1.50",
  "1e5",
  "0x1F",
  "9007199254740993",
  "99999999999999999999999999",
  "Infinity",
  "NaN",
  "null",
  "true",
  "2024-02-29",
  "__proto__",
  "constructor",
  " 42 ",
  "a/b?c=d&e#f",
  "a,b",
  "%2F",
  "\u0000",
  "\n",
  '"quoted"',
  "back\\slash",
  "Ωmega",
  "😀",
  "e\u0301",
  "\u202Eleft",
  "</script>",
  "'; --",
  "x".repeat(300)
]

/** Texts of vendors that none of our words is. */
export const texts: ReadonlyArray<string> = [
  "",
  " ",
  "O'Brien",
  'says "no"',
  "back\\slash",
  "a\u0000b",
  "tab\tand\nline",
  "naïve café",
  "👩‍👩‍👧",
  "e\u0301",
  "\u202Eright to left",
  "\uD800",
  "\u2028",
  "</script>",
  "null",
  "0",
  "12345678901234567890",
  "{}",
  "x".repeat(5000),
  // Kinds of addresses and numbers, in vendors' own words.
  ...kinds,
  ..."home mobile FAX Personal company portfolio blog social_media job_posting".split(" ")
]

// Some days and times that are none: models ask for their digits alone.
const days = ["2024-02-29", "2024-02-30", "0001-01-01", "9999-12-31", "2023-00-00"]
const instants = [
  "2024-02-29T00:00:00.000Z",
  "2024-02-30T12:30:00.123Z",
  "1969-12-31T23:59:59.999Z",
  "2024-13-01T25:61:61.000Z"
]
const times = ["00:00:00", "23:59:59", "24:00:00", "99:99:99"]
const all = [...texts, ...days, ...instants, ...times]

const custom: ReadonlyArray<Stored> = [
  {},
  { "": "", "Shirt size": "M", 'naïve "key"': 0, list: [1, null, [2, [null]]], nested: { deep: { nothing: null } } },
  { text: "a\u0000b", no: false, number: -1.5e300, empty: [], none: null, 7: "seven" }
]

const allowed = new Map<SchemaAST.AST, ReadonlyArray<string>>()

/** The texts that a schema takes: of days and times those in its form. */
const textsOf = (ast: SchemaAST.String): ReadonlyArray<string> => {
  const known = allowed.get(ast) ?? all.filter((text) => Schema.is(Schema.make(ast))(text))
  allowed.set(ast, known)
  return known
}

const isObject = (value: unknown): value is Stored =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** A value that a schema allows, with its texts replaced by hard ones. */
const harden = (ast: SchemaAST.AST, value: unknown, pick: <A>(of: ReadonlyArray<A>) => A | undefined): unknown => {
  if (value === null) return null
  if (SchemaAST.isUnion(ast)) {
    const words = ast.types.flatMap((one) => (SchemaAST.isUnion(one) ? one.types : [one])).filter(SchemaAST.isLiteral)
    if (words.length > 1) return pick(words)?.literal
    const type = ast.types.find((one) => !SchemaAST.isNull(one) && Schema.is(Schema.make(one))(value))
    return type === undefined ? value : harden(type, value, pick)
  }
  if (SchemaAST.isString(ast)) return pick(textsOf(ast)) ?? value
  const [item] = SchemaAST.isArrays(ast) ? ast.rest : []
  if (item !== undefined && Array.isArray(value)) return value.map((one: unknown) => harden(item, one, pick))
  if (!SchemaAST.isObjects(ast) || !isObject(value)) return value
  if (ast.propertySignatures.length === 0) return pick(custom)
  return Object.fromEntries(
    ast.propertySignatures.map(({ name, type }) => [name, harden(type, value[String(name)], pick)])
  )
}

const recordOf = (model: Model.Any, sample: Stored, at: number, seed: number): Stored => {
  let turn = at + seed * 1000 + model.name.length * 100_000
  // A generator of random numbers whose every run is the same.
  const pick = <A>(of: ReadonlyArray<A>) => {
    turn = (Math.imul(turn, 1_103_515_245) + 12_345) >>> 0
    return of[(turn >>> 12) % of.length]
  }
  const remoteId = remoteIds[at] ?? String(at)
  const own = Model.fields(model).map(({ field, reference, schema }) => {
    const value = harden(schema.ast, sample[field], pick)
    if (reference === undefined || value === null) return [field, value]
    const ids = (Array.isArray(value) ? value : [value]).map(() =>
      idOf(reference, pick([...remoteIds, "never read"]) ?? "")
    )
    return [field, Array.isArray(value) ? ids : ids[0]]
  })
  return {
    ...Object.fromEntries(own),
    id: idOf(model.name, remoteId),
    remote_id: remoteId,
    modified_at: "2026-01-01T00:00:00.000Z",
    remote_deleted_at: null
  }
}

const make = Effect.fnUntraced(function* (seed: number) {
  const made = new Map<ModelName, ReadonlyArray<Stored>>()
  for (const model of Models.all.filter(({ category }) => category !== "platform")) {
    const samples: ReadonlyArray<Stored> = yield* Arbitrary.sampleEffect(Arbitrary.schema(model.schema), {
      count: remoteIds.length,
      seed
    })
    made.set(
      model.name,
      samples.map((sample, at) => recordOf(model, sample, at, seed))
    )
  }
  return made
})

/** Records of every model, others for each seed, made when they are first asked for. What one names is mostly there. */
export const hard = Array.from({ length: 8 }, (_, seed) => seed).map((seed) =>
  Effect.runSync(Effect.cached(make(seed)))
)

/** The records that hold every word, with half of their values taken away, others each time. */
export const thin: ReadonlyArray<Account> = [..."abcdefghijklmnop"].map(
  (name) =>
    new Map(
      [...account].map(([model, records]) => {
        const leaves = Field.leaves(Models.byName(model))
        return [model, records.map((record) => Field.thinned(record, leaves, { name, oneOf: 2 }))]
      })
    )
)
