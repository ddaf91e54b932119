import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import * as Page from "@crosswalk/core/Page"
import * as Resource from "@crosswalk/core/Resource"
import * as Source from "@crosswalk/core/Source"
import { group, people } from "./Sample.ts"

interface Box {
  readonly id: string
  readonly owner?: string | null
  readonly labels?: ReadonlyArray<string | null> | null
  readonly items?: ReadonlyArray<{ readonly code: string | null; readonly size: number }> | null
}

const Items = Schema.Array(Schema.Struct({ code: Schema.NullOr(Schema.String), size: Schema.Finite }))
const boxes: Resource.Resource<"boxes", Box> = Resource.make("boxes", {
  path: "/boxes",
  page: Page.single({ items: "" }),
  wire: Schema.Struct({
    id: Schema.String,
    owner: Schema.optionalKey(Schema.NullOr(Schema.String)),
    labels: Schema.optionalKey(Schema.NullOr(Schema.Array(Schema.NullOr(Schema.String)))),
    items: Schema.optionalKey(Schema.NullOr(Items))
  }),
  id: (box) => box.id
})

const owners = Source.lookup(people, (box: Box) => [box.owner])
const shelf = Source.parent(boxes)

describe("one and plain", () => {
  it("are under the record's own key", () => {
    assert.deepStrictEqual(Source.plain(boxes).keys({ id: "b" }, "own"), ["own"])
    assert.deepStrictEqual(Source.one(boxes, { owners }).keys({ id: "b" }, "own"), ["own"])
  })

  it("give the record, alone or with what is joined", () => {
    assert.deepStrictEqual(Source.plain(boxes).input(group("b", [{ id: "b" }])), { id: "b" })
    assert.isNull(Source.plain(boxes).input(group("b", [])))
    const source = Source.one(boxes, { owners, shelf })
    assert.isNull(source.input(group("b", [])))
    assert.deepStrictEqual(source.input(group("b", [{ id: "b" }], { owners: [{ id: "u" }], shelf: [{ id: "s" }] })), {
      remote: { id: "b" },
      owners: [{ id: "u" }],
      shelf: { id: "s" }
    })
  })
})

describe("joins", () => {
  const source = Source.one(boxes, { owners, shelf })

  it("tell nothing found from nobody looked", () => {
    assert.deepStrictEqual(source.input(group("b", [{ id: "b" }], { owners: [], shelf: [] })), {
      remote: { id: "b" },
      owners: [],
      shelf: null
    })
    assert.deepStrictEqual(source.input(group("b", [{ id: "b" }], { owners: null, shelf: null })), {
      remote: { id: "b" },
      owners: null,
      shelf: null
    })
    assert.deepStrictEqual(source.input(group("b", [{ id: "b" }])), { remote: { id: "b" }, owners: null, shelf: null })
  })

  it("name the keys that a member gives, each once and safe for every store", () => {
    const labels = Source.lookup(people, (box: Box) => box.labels ?? [])
    assert.deepStrictEqual(labels.keys({ id: "b", labels: ["u", "", null, "v", "u", "\u0000"] }), [
      "u",
      "v",
      '"\\u0000"'
    ])
    assert.deepStrictEqual(owners.keys({ id: "b" }), [])
    assert.deepStrictEqual(shelf.keys({ id: "b" }), [])
  })
})

describe("joins by what other records name", () => {
  const tickets = Resource.make("tickets", {
    path: "/tickets",
    page: Page.single({ items: "" }),
    wire: Schema.Struct({ id: Schema.String, box: Schema.NullOr(Schema.Finite) }),
    id: (ticket) => ticket.id
  })

  it("name the members that a record refers to", () => {
    const join = Source.referring(tickets, ({ box }) => box)
    assert.deepStrictEqual([join.kind, join.through], ["referring", null])
    assert.deepStrictEqual(join.keys({ id: "t", box: 7 }), ["7"])
    assert.deepStrictEqual(join.keys({ id: "t", box: null }), [])
  })

  it("name what the records of another join name", () => {
    const join = Source.through("tickets", people, (ticket: { readonly seller: number }) => [ticket.seller, null])
    assert.deepStrictEqual([join.kind, join.through], ["lookup", "tickets"])
    assert.deepStrictEqual(join.keys({ seller: 3 }), ["3"])
  })
})

describe("each", () => {
  const source = Source.each(boxes, { of: (box) => box.items, id: (item) => item.code }, { owners })
  const box: Box = {
    id: "b",
    items: [
      { code: "x", size: 1 },
      { code: "", size: 2 },
      { code: null, size: 3 },
      { code: "\ud800", size: 4 },
      { code: "x", size: 5 }
    ]
  }

  it("is under the items' keys", () => {
    assert.deepStrictEqual(source.keys(box, "own"), ["x", '"\\ud800"'])
    assert.deepStrictEqual(source.keys({ id: "b", items: null }, "own"), [])
    assert.deepStrictEqual(source.keys({ id: "b" }, "own"), [])
  })

  it("gives the item with its record", () => {
    const found = (key: string) => source.input(group(key, [box], { owners: [] }))
    assert.deepStrictEqual(found("x"), { remote: box, item: { code: "x", size: 1 }, owners: [] })
    assert.deepStrictEqual(found('"\\ud800"'), { remote: box, item: { code: "\ud800", size: 4 }, owners: [] })
    assert.isNull(found("y"))
    assert.isNull(source.input(group("x", [])))
    assert.isNull(source.input(group("x", [{ id: "b" }])))
  })
})

describe("shared", () => {
  const source = Source.shared(boxes, { of: (box) => box.items, id: (item) => item.code }, {})
  const a: Box = { id: "a", items: [{ code: "x", size: 1 }] }
  const b: Box = { id: "b", items: [{ code: "x", size: 2 }] }

  it("gives the item of the first record, with all that hold it", () => {
    assert.deepStrictEqual(source.keys(a, "a"), ["x"])
    assert.deepStrictEqual(source.input(group("x", [a, b])), { remotes: [a, b], item: { code: "x", size: 1 } })
    assert.isNull(source.input(group("x", [])))
    assert.isNull(source.input(group("y", [a])))
  })
})

describe("group", () => {
  const source = Source.group(boxes, (box) => box.owner, { owners })

  it("is under the key that its members name", () => {
    assert.deepStrictEqual(source.keys({ id: "b", owner: "u" }, "own"), ["u"])
    assert.deepStrictEqual(source.keys({ id: "b", owner: "\n" }, "own"), ['"\\n"'])
    for (const owner of ["", null]) assert.deepStrictEqual(source.keys({ id: "b", owner }, "own"), [])
    assert.deepStrictEqual(source.keys({ id: "b" }, "own"), [])
  })

  it("gives the vendor's own key and all members, in their order", () => {
    const members = [
      { id: "a", owner: "\n" },
      { id: "b", owner: "\n" }
    ]
    assert.deepStrictEqual(source.input(group('"\\n"', members, { owners: null })), {
      key: "\n",
      remotes: members,
      owners: null
    })
    assert.isNull(source.input(group("u", [])))
  })
})

describe("distinct", () => {
  const source = Source.distinct(boxes, (box) => box.labels ?? [])

  it("is under every different word", () => {
    assert.deepStrictEqual(source.keys({ id: "b", labels: ["x", "y", "x", "", null, '"'] }, "own"), ["x", "y", '"\\""'])
    assert.deepStrictEqual(source.keys({ id: "b" }, "own"), [])
  })

  it("gives the word while any record names it", () => {
    assert.deepStrictEqual(source.input(group('"\\""', [{ id: "b" }])), { key: '"' })
    assert.isNull(source.input(group("x", [])))
  })
})
