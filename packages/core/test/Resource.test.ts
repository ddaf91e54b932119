import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import * as Page from "@crosswalk/core/Page"
import * as Resource from "@crosswalk/core/Resource"

const options = {
  path: "/boxes",
  page: Page.single({ items: "" }),
  wire: Schema.Struct({ id: Schema.String }),
  id: (box: { readonly id: string }) => box.id
}

describe("make", () => {
  it("declares the plainest list unless told", () => {
    const boxes = Resource.make("boxes", options)
    assert.deepStrictEqual(boxes.query({}), {})
    assert.strictEqual(boxes.absence, "deleted")
    assert.isNull(boxes.deletedAt({ id: "1" }))
    assert.deepStrictEqual([boxes.since, boxes.deletions, boxes.parent, boxes.permission], [null, null, null, null])
  })

  it("takes further parameters, fixed or by setting", () => {
    assert.deepStrictEqual(Resource.make("boxes", { ...options, query: { all: "1" } }).query({}), { all: "1" })
    const chosen = Resource.make("boxes", { ...options, query: ({ kind = "any" }) => ({ kind }) })
    assert.deepStrictEqual(chosen.query({ kind: "red" }), { kind: "red" })
    assert.deepStrictEqual(chosen.query({}), { kind: "any" })
  })
})

describe("pathFor", () => {
  it("fills the placeholder with the vendor's id, escaped", () => {
    assert.strictEqual(Resource.pathFor("/a/{parent}/b", "parent", "x/y?z#ü %"), "/a/x%2Fy%3Fz%23%C3%BC%20%25/b")
    assert.strictEqual(Resource.pathFor("/a/{id}?like={id}", "id", "1"), "/a/1?like=1")
    assert.strictEqual(Resource.pathFor("/a/{parent}", "id", "1"), "/a/{parent}")
    assert.strictEqual(Resource.pathFor("/a/{id}", "id", "$&"), "/a/%24%26")
  })

  it("takes every id as it is", () => {
    assert.strictEqual(Resource.pathFor("/a/{id}", "id", '"1"'), "/a/%221%22")
    assert.strictEqual(Resource.pathFor("/a/{id}", "id", "\u0000"), "/a/%00")
    assert.strictEqual(Resource.pathFor("/a/{id}", "id", "\ud800"), "/a/%EF%BF%BD")
  })
})
