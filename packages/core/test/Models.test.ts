import { assert, describe, it } from "@effect/vitest"
import { Schema, SchemaAST } from "effect"
import type { Pii } from "@crosswalk/core/Annotations"
import * as Model from "@crosswalk/core/Model"
import { ModelName } from "@crosswalk/core/ModelName"
import * as Models from "@crosswalk/core/Models"

interface Entry extends Model.FieldEntry {
  readonly model: Model.Any
}

const entries: ReadonlyArray<Entry> = Models.all.flatMap((model) =>
  Model.fields(model).map((entry) => ({ ...entry, model }))
)

const where = (entry: Entry) => `${entry.model.name}.${entry.field}`

/** Names of the fields that `wrong` holds for: expected to be none. */
const offenders = (wrong: (entry: Entry) => boolean) => entries.filter(wrong).map(where)

/** The schema under `null` and checks. */
const inner = (schema: Schema.Constraint) =>
  SchemaAST.isUnion(schema.ast) ? schema.ast.types.find((type) => !SchemaAST.isNull(type)) : schema.ast

/** Whether a field takes the text `sample`, and not just any. */
const takes = (schema: Schema.Constraint, sample: string) => Schema.is(schema)(sample) && !Schema.is(schema)("?")

const required = new Set(["id", "modified_at", "remote_id"])

describe("models", () => {
  it("exist for every name, and only once", () => {
    assert.deepStrictEqual(Models.all.map((model) => model.name).toSorted(), ModelName.literals.toSorted())
    for (const name of ModelName.literals) assert.strictEqual(Models.byName(name).name, name)
  })

  it("have a plural that is theirs alone within the category", () => {
    const paths = Models.all.map((model) => `${model.category}/${model.plural}`)
    assert.deepStrictEqual(paths, [...new Set(paths)])
    assert.deepStrictEqual(
      Models.inCategory("task").map((model) => model.name),
      ["project"]
    )
  })

  it("are described, and so is every field in one sentence", () => {
    for (const model of Models.all) assert.match(model.description, /^[A-Z].+\.$/)
    assert.deepStrictEqual(
      offenders(({ description }) => !/^[A-Z][^\n]+\.$/.test(description ?? "")),
      []
    )
  })

  it("name their keys in snake_case", () => {
    assert.deepStrictEqual(
      offenders(({ field }) => !/^[a-z]+(_[a-z0-9]+)*$/.test(field)),
      []
    )
  })

  it("name dates `_on` and instants `_at`", () => {
    assert.deepStrictEqual(
      offenders(({ field, schema }) => takes(schema, "2026-01-31") !== /_on$|^date_of_/.test(field)),
      []
    )
    assert.deepStrictEqual(
      offenders(({ field, schema }) => takes(schema, "2026-01-31T09:30:00.000Z") !== field.endsWith("_at")),
      []
    )
  })

  it("share ids only with an existing model", () => {
    const shared = Models.all.filter((model) => model.identity !== model.name)
    assert.deepStrictEqual(
      shared.map((model) => [model.name, model.identity]),
      [["user", "employee"]]
    )
  })

  it("can be null in every field that a mapping may not know", () => {
    const nullable = (schema: Schema.Constraint) =>
      SchemaAST.isUnion(schema.ast) && schema.ast.types.some(SchemaAST.isNull)
    assert.deepStrictEqual(
      offenders(
        ({ field, model, schema }) => model.category !== "platform" && !nullable(schema) && !required.has(field)
      ),
      []
    )
  })
})

describe("JSON form", () => {
  const plain = (schema: Schema.Constraint) => SchemaAST.toEncoded(schema.ast) === schema.ast

  it("is the decoded form", () => {
    assert.isFalse(plain(Schema.Struct({ at: Schema.NullOr(Schema.FiniteFromString) })))
    for (const model of Models.all) {
      assert.isTrue(plain(model.schema), model.name)
      assert.isTrue(plain(model.mapped), model.name)
    }
  })

  for (const model of Models.all) {
    it.prop(
      `carries every ${model.name}`,
      [model.schema],
      ([record]) => {
        const read: unknown = JSON.parse(JSON.stringify(record))
        assert.isTrue(Schema.is(model.schema)(read))
        // Inside a value of the customer's, the order of keys is nobody's business.
        assert.deepStrictEqual(Object.keys(Object(read)), Object.keys(model.schema.fields))
      },
      { arbitrary: { runs: 10, size: 4 } }
    )
  }
})

describe("references", () => {
  const isId = (field: string) => /_ids?$/.test(field) && !/(^|_)remote_id$/.test(field)

  it("are the fields that are named so, and no others", () => {
    assert.deepStrictEqual(
      offenders(({ field, reference }) => isId(field) !== (reference !== undefined)),
      []
    )
  })

  it("are lists where the name says so", () => {
    assert.deepStrictEqual(
      offenders(
        ({ field, reference, schema }) =>
          reference !== undefined && field.endsWith("_ids") !== (inner(schema)?._tag === "Arrays")
      ),
      []
    )
  })

  it("point to existing models, and to employees rather than users", () => {
    const names: ReadonlySet<string> = new Set(Models.all.map((model) => model.name))
    assert.deepStrictEqual(
      offenders(({ reference }) => reference !== undefined && (!names.has(reference) || reference === "user")),
      []
    )
  })

  it("do not hide inside structures", () => {
    const nested = (ast: SchemaAST.AST): ReadonlyArray<string> =>
      SchemaAST.isUnion(ast)
        ? ast.types.flatMap(nested)
        : SchemaAST.isArrays(ast)
          ? ast.rest.flatMap(nested)
          : SchemaAST.isObjects(ast)
            ? ast.propertySignatures.flatMap(({ name, type }) => [String(name), ...nested(type)])
            : []
    assert.deepStrictEqual(
      entries.flatMap((entry) =>
        nested(entry.schema.ast)
          .filter(isId)
          .map((key) => `${where(entry)}.${key}`)
      ),
      []
    )
  })

  it.each([
    ["ats", "activity", "user_ids"],
    ["ats", "candidate", "user_id"],
    ["ats", "document", "user_id"],
    ["ats", "scheduled_interview", "user_ids"],
    ["uc", "call", "user_id"],
    ["crm", "crm_company", "user_id"],
    ["crm", "contact", "user_id"],
    ["crm", "deal", "user_id"],
    ["crm", "lead", "user_id"],
    ["crm", "lead", "creator_user_id"],
    ["hris", "bank_info", "user_id"],
    ["hris", "compensation", "user_id"],
    ["hris", "dependent", "user_id"],
    ["hris", "employee", "manager_id"],
    ["hris", "employment", "user_id"],
    ["hris", "employment", "manager_id"],
    ["hris", "group", "user_ids"],
    ["hris", "group", "manager_ids"],
    ["hris", "payslip", "user_id"],
    ["hris", "time_off", "user_id"],
    ["hris", "time_off", "approver_user_id"],
    ["hris", "time_off_balance", "user_id"],
    ["kms", "space", "user_id"],
    ["kms", "page", "user_id"],
    ["storage", "file", "user_id"],
    ["task", "project", "user_ids"],
    ["ticketing", "ticket_note", "user_id"],
    ["ticketing", "ticket", "user_id"]
  ] as const)("to employees include %s %s.%s", (category, model, field) => {
    const found = Models.references("employee").filter((row) => row.model === model && row.field === field)
    assert.deepStrictEqual(
      found.map((row) => row.category),
      [category]
    )
    assert.notStrictEqual(found[0]?.description, "")
  })
})

describe("sensitivity", () => {
  /** What a field's name tells about its class; places and companies have addresses and telephones that are no person's. */
  const expected: ReadonlyArray<readonly [RegExp, ReadonlyArray<Pii>]> = [
    [/^(emails|phones?|user_phone|home_address|from|to|cc|bcc)$/, ["contact"]],
    [/salary|compensation|^pay_ranges$|_pay$|^deductions$/, ["compensation"]],
    [/bank|account_number|iban|^bic$|routing_number|ssn|identity_number/, ["government-id"]],
    [/gender|race|ethnic|veteran|disab|birth|marital|national|tobacco|pronoun/, ["special"]],
    [/^(first|middle|last|preferred|user)_?name$|avatar|^bio$|employee_number|^comment$|^body$/, ["basic", "special"]]
  ]
  const places = new Set(["location.phones"])

  it("is declared wherever a name suggests it", () => {
    assert.deepStrictEqual(
      offenders(
        (entry) =>
          !places.has(where(entry)) &&
          expected.some(([name, classes]) => name.test(entry.field) && !classes.includes(entry.pii ?? "none"))
      ),
      []
    )
  })

  it("covers names and addresses of people", () => {
    const people = new Set(["candidate", "contact", "dependent", "employee", "employment", "lead", "user"])
    assert.deepStrictEqual(
      offenders(
        ({ field, model, pii }) =>
          people.has(model.name) && /^(name|title|urls|address|locations)$/.test(field) && (pii ?? "none") === "none"
      ),
      []
    )
  })
})

describe("units", () => {
  it("are named for every number that is no count, place or limit", () => {
    const bare = /_count$|^position$|^(minimum|maximum)$/
    const isNumber = (schema: Schema.Constraint) => inner(schema)?._tag === "Number"
    assert.deepStrictEqual(
      offenders(({ field, schema, unit }) => isNumber(schema) && unit === undefined && !bare.test(field)),
      []
    )
  })
})
