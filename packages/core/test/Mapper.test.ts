import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Schema } from "effect"
import * as Id from "@crosswalk/core/Id"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Model from "@crosswalk/core/Model"
import * as Models from "@crosswalk/core/Models"
import * as RemoteKey from "@crosswalk/core/RemoteKey"
import * as Source from "@crosswalk/core/Source"
import { compile } from "../src/internal/compile.ts"
import { isolate } from "../src/internal/isolate.ts"
import { group, memo, memos, Note, people, rules } from "./Sample.ts"
import type { Memo } from "./Sample.ts"

const docs = "https://vendor.example.com/memos"
const identify = Id.forConnector("c")
const employee = (remoteId: string) => Id.make("c", "employee", remoteId)
const note = Mapper.make(Note, memos, { docs, fields: rules })
const fits = Schema.is(Note.mapped)
const order = Object.keys(Note.mapped.fields)

const none = Mapper.absent("not needed here")
const nothing = {
  remote_created_at: none,
  remote_updated_at: none,
  custom_fields: none,
  text: none,
  rank: none,
  emails: none,
  kind: none,
  author_id: none,
  reader_ids: none
}

type Outcome = ReturnType<Mapper.Mapper["run"]>

const mapped = (outcome: Outcome): Mapper.Mapped =>
  outcome?._tag === "Mapped" ? outcome : assert.fail(JSON.stringify(outcome))

const rejected = (outcome: Outcome): Mapper.Rejected =>
  outcome?._tag === "Rejected" ? outcome : assert.fail(JSON.stringify(outcome))

/** A mapper with some of the rules replaced. */
const altered = (fields: Partial<Mapper.Rules<Memo, typeof Note>>) =>
  Mapper.make(Note, memos, { docs, fields: { ...rules, ...fields } })

const run = (mapper: Mapper.Mapper, record: unknown, key = "m1") => mapper.run(group(key, [record]), identify)

const whole = {
  remote_id: "m1",
  remote_created_at: "2026-01-31T09:30:00.000Z",
  remote_updated_at: null,
  custom_fields: null,
  title: "Offer",
  text: "She called.",
  rank: null,
  emails: [
    { value: "a@example.com", type: "work" },
    { value: "b@example.com", type: null }
  ],
  kind: { value: "CALL", remote: "phone" },
  author_id: employee("u1"),
  reader_ids: [employee("u1"), employee("u2")]
}

const bare = {
  ...whole,
  remote_created_at: null,
  title: "x",
  text: null,
  emails: null,
  kind: null,
  author_id: null,
  reader_ids: null
}

describe("a mapper", () => {
  it("is what was declared", () => {
    assert.strictEqual(note.name, "note/memos")
    assert.strictEqual(note.model, Note)
    assert.strictEqual(note.docs, docs)
    assert.strictEqual(note.source.resource, memos)
  })

  it("maps a record, with the model's keys in the model's order", () => {
    const { record, remoteId, issues } = mapped(run(note, memo))
    assert.deepStrictEqual(record, whole)
    assert.deepStrictEqual(Object.keys(record), order)
    assert.strictEqual(remoteId, "m1")
    assert.deepStrictEqual(issues, [])
  })

  it("writes the same text for the same content, whatever the order of rules and of the vendor's keys", () => {
    const reversed = <A extends object>(value: A) => Object.fromEntries(Object.entries(value).toReversed())
    const backwards = Mapper.make(Note, memos, { docs, fields: { ...reversed(rules), ...rules } })
    assert.strictEqual(
      JSON.stringify(mapped(run(backwards, reversed(memo))).record),
      JSON.stringify(mapped(run(note, memo)).record)
    )
  })

  it("leaves null what the vendor leaves out", () => {
    assert.deepStrictEqual(mapped(run(note, { id: "m1", title: "x" })).record, bare)
    const nulls = { body: null, sentTo: null, via: null, author: null, readers: null, createdAt: null }
    assert.deepStrictEqual(mapped(run(note, { id: "m1", title: "x", ...nulls })).record, bare)
  })

  it("keeps a word that it does not know", () => {
    assert.deepStrictEqual(mapped(run(note, { ...memo, via: "pigeon" })).record["kind"], {
      value: null,
      remote: "pigeon"
    })
  })

  it("has nothing to say when its source finds nothing", () => {
    assert.isNull(note.run(group("m1", []), identify))
  })

  it("refuses a record that calls itself otherwise than its key", () => {
    const { issues } = rejected(run(note, memo, "m2"))
    assert.deepStrictEqual(issues, [{ path: "remote_id", reason: 'must be the key "m2", not "m1"' }])
    assert.strictEqual(mapped(run(note, { ...memo, id: "\u0000" }, '"\\u0000"')).remoteId, "\u0000")
    assert.strictEqual(mapped(run(note, { ...memo, id: 7 }, "7")).remoteId, "7")
  })
})

describe("references", () => {
  it("become ids of the model that they point to", () => {
    const { record } = mapped(run(altered({ author_id: () => "u\u0000" }), memo))
    assert.strictEqual(record["author_id"], employee("u\u0000"))
  })

  it("point to models whose ids are computed by their own names", () => {
    for (const model of Models.all) {
      for (const { field, reference } of Model.mappedFields(model)) {
        if (reference !== undefined) {
          assert.strictEqual(Models.byName(reference).identity, reference, `${model.name}.${field}`)
        }
      }
    }
  })

  it("that are empty refer to nothing", () => {
    assert.isNull(mapped(run(altered({ author_id: () => "" }), memo)).record["author_id"])
    const { record, issues } = mapped(run(note, { ...memo, readers: ["", "u1", ""] }))
    assert.deepStrictEqual(record["reader_ids"], [employee("u1")])
    assert.deepStrictEqual(issues, [])
    assert.deepStrictEqual(mapped(run(note, { ...memo, readers: [] })).record["reader_ids"], [])
  })

  it("that are no text cost their field", () => {
    const wild = altered({ author_id: (record) => record.wild, reader_ids: (record) => record.wild })
    for (const value of [5, true, {}]) {
      const { record, issues } = mapped(run(wild, { ...memo, wild: value }))
      assert.isNull(record["author_id"])
      assert.isNull(record["reader_ids"])
      assert.deepStrictEqual(
        issues.map(({ path }) => path),
        ["author_id", "reader_ids"]
      )
    }
    const { record, issues } = mapped(run(wild, { ...memo, wild: ["u1", 5, null] }))
    assert.isNull(record["reader_ids"])
    assert.deepStrictEqual(
      issues.map(({ path }) => path),
      ["author_id", "reader_ids[1]", "reader_ids[2]"]
    )
  })

  it("do not care whether a missing one is null or undefined", () => {
    const { record, issues } = mapped(run(altered({ author_id: (record) => record.wild }), memo))
    assert.isNull(record["author_id"])
    assert.deepStrictEqual(issues, [])
  })
})

describe("a rule that throws", () => {
  const fail = (cause: unknown) => (): never => {
    throw cause
  }

  it("costs its field where that can be null, and says why once", () => {
    const { record, issues } = mapped(run(altered({ text: fail(new Error("no text")), emails: fail("no list") }), memo))
    assert.deepStrictEqual(record, { ...whole, text: null, emails: null })
    assert.deepStrictEqual(Object.keys(record), order)
    assert.deepStrictEqual(issues, [
      { path: "text", reason: "the mapping failed: no text" },
      { path: "emails", reason: "the mapping failed: no list" }
    ])
  })

  it("costs the record where its field cannot", () => {
    for (const field of ["title", "remote_id"]) {
      const { issues } = rejected(run(altered({ [field]: fail(new Error("gone")) }), memo))
      assert.deepStrictEqual(issues, [{ path: field, reason: "the mapping failed: gone" }])
    }
  })

  it("may throw anything", () => {
    for (const cause of [undefined, null, 5, {}, Object.create(null), Symbol("s"), [], fail]) {
      const { issues } = mapped(run(altered({ text: fail(cause) }), memo))
      assert.deepStrictEqual(issues, [
        { path: "text", reason: "the mapping failed: a value that is no error was thrown" }
      ])
    }
  })

  it("may run out of stack", () => {
    const endless = (record: Memo): string => endless({ ...record })
    assert.strictEqual(mapped(run(altered({ text: endless }), memo)).issues.length, 1)
  })
})

describe("a rule that gives the wrong type", () => {
  it("costs its field where that can be null", () => {
    const wild = altered({ text: (record) => record.wild, emails: (record) => record.wild })
    const { record, issues } = mapped(run(wild, { ...memo, wild: [{ value: "a", type: null }, { value: 1 }] }))
    assert.deepStrictEqual(record, { ...whole, text: null, emails: null })
    assert.deepStrictEqual(
      issues.map(({ path }) => path),
      ["text", "emails[1].value", "emails[1].type"]
    )
  })

  it("costs the record where its field cannot", () => {
    for (const wild of [null, undefined, "", 5, {}]) {
      const { issues } = rejected(run(altered({ title: (record) => record.wild }), { ...memo, wild }))
      assert.deepStrictEqual(
        issues.map(({ path }) => path),
        ["title"]
      )
      assert.strictEqual(
        rejected(run(altered({ remote_id: (record) => record.wild }), { ...memo, wild })).issues.length,
        1
      )
    }
  })

  it("keeps its place: other fields are not touched by it", () => {
    const wild = altered({ rank: (record) => record.wild })
    assert.deepStrictEqual(mapped(run(wild, { ...memo, wild: 1.5 })).record, whole)
    assert.deepStrictEqual(mapped(run(wild, { ...memo, wild: 3 })).record, { ...whole, rank: 3 })
  })
})

describe("a source that throws", () => {
  it("costs its record", () => {
    const each = Source.each(memos, { of: (record) => record.wild.missing, id: () => "x" }, {})
    const mapper = Mapper.make(Note, each, {
      docs,
      fields: { ...nothing, remote_id: () => "x", title: () => "x" }
    })
    const { issues } = rejected(mapper.run(group("x", [memo]), identify))
    assert.strictEqual(issues.length, 1)
    assert.match(issues[0]?.reason ?? "", /^the mapping failed: /)
  })
})

describe("any record", () => {
  const lax = <S extends Schema.Top>(schema: S) => Schema.Union([schema, schema, Schema.Json])
  const Lax = Schema.Struct({
    id: lax(Schema.NonEmptyString),
    title: lax(Schema.NonEmptyString),
    body: Schema.optionalKey(lax(Schema.Struct({ text: lax(Schema.String) }))),
    sentTo: Schema.optionalKey(lax(Schema.Array(lax(Schema.Struct({ address: lax(Schema.String) }))))),
    via: Schema.optionalKey(lax(Schema.Literals(["phone", "post"]))),
    author: Schema.optionalKey(lax(Schema.String)),
    readers: Schema.optionalKey(lax(Schema.Array(lax(Schema.String)))),
    createdAt: Schema.optionalKey(lax(Schema.Finite))
  })

  const keyOf = (id: unknown) => (typeof id === "string" ? RemoteKey.make(id) : null) ?? "none"

  it.prop(
    "becomes a record that fits its model, or is rejected with a reason",
    [Arbitrary.schema(Lax)],
    ([record]) => {
      const outcome = run(note, record, keyOf(record.id))
      if (outcome?._tag !== "Mapped") return assert.isNotEmpty(rejected(outcome).issues)
      assert.isTrue(fits(outcome.record))
      assert.deepStrictEqual(Object.keys(outcome.record), order)
      assert.strictEqual(JSON.stringify(JSON.parse(JSON.stringify(outcome.record))), JSON.stringify(outcome.record))
    },
    { arbitrary: { runs: 500 } }
  )

  it.prop(
    "is mapped alike by the fast and the slow way, and the slow one is not needed for more",
    [Arbitrary.schema(Lax)],
    ([record]) => {
      const fast = compile(Note, note.rules)(record, identify)
      const slow = isolate(Note, note.rules, record, identify)
      const isGood = fast !== null && fits(fast)
      assert.strictEqual(slow.issues.length === 0, isGood)
      if (isGood) assert.deepStrictEqual(mapped(slow).record, fast)
    },
    { arbitrary: { runs: 500 } }
  )

  it.prop("is mapped alike twice, and not changed", [Arbitrary.schema(Lax)], ([record]) => {
    const before = JSON.stringify(record)
    const key = keyOf(record.id)
    assert.deepStrictEqual(run(note, record, key), run(note, record, key))
    assert.strictEqual(JSON.stringify(record), before)
  })
})

describe("what several fields share", () => {
  it("is worked out once for each material, and again when that failed", () => {
    const seen: Array<string> = []
    const length = Mapper.once((input: Memo) => {
      seen.push(input.title)
      if (input.title === "") throw new Error("no title")
      return input.title.length
    })
    const [first, second, third] = ["one", "four", ""].map((title): Memo => ({ id: "m", title }))
    if (first === undefined || second === undefined || third === undefined) return assert.fail("there are three")
    assert.deepStrictEqual([length(first), length(first), length(second)], [3, 3, 4])
    assert.throws(() => length(third))
    assert.strictEqual(length(second), 4)
    assert.throws(() => length(third))
    assert.deepStrictEqual(seen, ["one", "four", "", ""])
  })
})

describe("a mapper of joined material", () => {
  const author = Source.lookup(people, (record: Memo) => [record.author])
  const joined = Mapper.make(Note, Source.one(memos, { authors: author }), {
    docs,
    fields: {
      ...nothing,
      remote_id: ({ remote }) => String(remote.id),
      title: ({ remote }) => remote.title,
      text: ({ authors }) => authors?.[0]?.name ?? null,
      rank: ({ authors }) => authors?.length ?? null,
      author_id: ({ remote }) => remote.author ?? null,
      reader_ids: ({ authors }) => authors?.map(({ id }) => id) ?? null
    }
  })

  it("sees what was found, that nothing was, and that nobody looked", () => {
    const outcome = (authors: ReadonlyArray<unknown> | null) =>
      mapped(joined.run(group("m1", [memo], { authors }), identify)).record
    const found = outcome([{ id: "u1", name: "Ada" }])
    assert.deepStrictEqual([found["text"], found["rank"], found["reader_ids"]], ["Ada", 1, [employee("u1")]])
    const none = outcome([])
    assert.deepStrictEqual([none["text"], none["rank"], none["reader_ids"]], [null, 0, []])
    const unknown = outcome(null)
    assert.deepStrictEqual([unknown["text"], unknown["rank"], unknown["reader_ids"]], [null, null, null])
  })
})
