import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { Tag } from "../src/ats/Tag.ts"
import * as Mapper from "../src/Mapper.ts"
import * as Offline from "../src/Offline.ts"
import * as Page from "../src/Page.ts"
import * as Resource from "../src/Resource.ts"
import * as Source from "../src/Source.ts"

const page = Page.single({ items: "" })
const text = Schema.String

const boxes = Resource.make("boxes", {
  path: "/boxes",
  page,
  wire: Schema.Struct({ id: text, colour: text, labels: Schema.Array(text) }),
  id: (box) => box.id
})
const colours = Resource.make("colours", {
  path: "/colours",
  page,
  wire: Schema.Struct({ code: text, name: text }),
  id: (colour) => colour.code
})
const lids = Resource.make("lids", {
  path: "/boxes/{parent}/lids",
  page,
  wire: Schema.Struct({ id: text }),
  id: (lid) => lid.id,
  parent: boxes
})

const unknown = { remote_created_at: () => null, remote_updated_at: () => null, custom_fields: () => null }

const landed = (resource: Resource.Resource, raws: ReadonlyArray<unknown>, parent: string | null = null) =>
  Offline.land(
    resource,
    raws.map((raw) => ({ raw, parent }))
  ).landed

const someBoxes = [
  { id: "b2", colour: "r", labels: ["old", "big"] },
  { id: "b1", colour: "g", labels: ["big"] }
]

const names = (mapper: Mapper.Mapper, store: Offline.Store) =>
  Offline.derive(mapper, store, "c1").map(({ key, outcome }) => [
    key,
    outcome._tag === "Mapped" ? outcome.record["name"] : outcome.issues
  ])

describe("land", () => {
  it("keeps what can be kept and says what and why not", () => {
    const { landed, quarantined } = Offline.land(boxes, [
      { raw: { id: "b1", colour: "r", labels: ["a", 5] }, parent: null },
      { raw: { colour: "r", labels: [] }, parent: null },
      { raw: { id: "b0", colour: "r", labels: [] }, parent: null }
    ])
    assert.deepStrictEqual(
      landed.map(({ key }) => key),
      ["b0", "b1"]
    )
    assert.deepStrictEqual(
      quarantined.map(({ index, key, rejected, issues }) => [index, key, rejected, issues[0]?.path]),
      [
        [0, "b1", false, "labels[1]"],
        [1, null, true, "id"]
      ]
    )
  })

  it("takes the last of two records with one key", () => {
    const twice = landed(colours, [
      { code: "r", name: "rouge" },
      { code: "r", name: "red" }
    ])
    assert.deepStrictEqual(
      twice.map(({ record }) => record),
      [{ code: "r", name: "red" }]
    )
  })
})

describe("derive", () => {
  const store = new Map([
    ["boxes", landed(boxes, someBoxes)],
    ["colours", landed(colours, [{ code: "r", name: "red" }])],
    ["lids", landed(lids, [{ id: "l1" }], "b2")]
  ])

  it("brings looked-up records, and tells an unread list from one without a match", () => {
    const source = Source.one(boxes, { named: Source.lookup(colours, (box: { colour: string }) => [box.colour]) })
    const mapper = Mapper.make(Tag, source, {
      docs: "",
      fields: {
        ...unknown,
        remote_id: ({ remote }) => remote.id,
        name: ({ named }) => (named === null ? "unread" : (named[0]?.name ?? null))
      }
    })
    assert.deepStrictEqual(names(mapper, store), [
      ["b1", null],
      ["b2", "red"]
    ])
    const unread = new Map([["boxes", landed(boxes, someBoxes)]])
    assert.deepStrictEqual(names(mapper, unread), [
      ["b1", "unread"],
      ["b2", "unread"]
    ])
  })

  it("brings records that name it, and what these name", () => {
    const stickers = Resource.make("stickers", {
      path: "/stickers",
      page,
      wire: Schema.Struct({ id: text, box: text, colour: text }),
      id: (sticker) => sticker.id
    })
    const source = Source.one(boxes, {
      colours: Source.through("stickers", colours, (sticker: { readonly colour: string }) => [sticker.colour]),
      stickers: Source.referring(stickers, ({ box }) => box)
    })
    const mapper = Mapper.make(Tag, source, {
      docs: "",
      fields: {
        ...unknown,
        remote_id: ({ remote }) => remote.id,
        name: ({ colours, stickers }) =>
          `${stickers?.map(({ id }) => id).join("+") ?? "unread"} ${colours?.map(({ name }) => name).join("+") ?? "unread"}`
      }
    })
    const raws = [
      { id: "s2", box: "b1", colour: "g" },
      { id: "s1", box: "b1", colour: "r" },
      { id: "s3", box: "b9", colour: "r" }
    ]
    assert.deepStrictEqual(names(mapper, store), [
      ["b1", "unread unread"],
      ["b2", "unread unread"]
    ])
    assert.deepStrictEqual(names(mapper, new Map([...store, ["stickers", landed(stickers, raws)]])), [
      ["b1", "s1+s2 red"],
      ["b2", " "]
    ])
  })

  it("brings a child its parent", () => {
    const mapper = Mapper.make(Tag, Source.one(lids, { box: Source.parent(boxes) }), {
      docs: "",
      fields: { ...unknown, remote_id: ({ remote }) => remote.id, name: ({ box }) => box?.colour ?? null }
    })
    assert.deepStrictEqual(names(mapper, store), [["l1", "r"]])
  })

  it("makes one record of an item that several records hold", () => {
    const mapper = Mapper.make(Tag, Source.shared(boxes, { of: (box) => box.labels, id: (label) => label }, {}), {
      docs: "",
      fields: {
        ...unknown,
        remote_id: ({ item }) => item,
        name: ({ remotes }) => remotes.map((box) => box.id).join("+")
      }
    })
    assert.deepStrictEqual(names(mapper, store), [
      ["big", "b1+b2"],
      ["old", "b2"]
    ])
  })

  it("makes one record of all that name the same key", () => {
    const mapper = Mapper.make(
      Tag,
      Source.distinct(boxes, (box) => [box.colour]),
      {
        docs: "",
        fields: { ...unknown, remote_id: ({ key }) => key, name: ({ key }) => key }
      }
    )
    assert.deepStrictEqual(names(mapper, store), [
      ["g", "g"],
      ["r", "r"]
    ])
  })
})
