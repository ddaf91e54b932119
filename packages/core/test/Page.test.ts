import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import * as Page from "@crosswalk/core/Page"
import { answer, Count, param, readable, records, Size, unreadable, walk } from "./Walk.ts"
import type { Served } from "./Walk.ts"

describe("at", () => {
  it("follows a dotted path, and only own keys of objects", () => {
    assert.strictEqual(Page.at({ a: { b: 1 } }, "a.b"), 1)
    assert.deepStrictEqual(Page.at([1], ""), [1])
    assert.isUndefined(Page.at({ a: { b: 1 } }, "a.c"))
    assert.isUndefined(Page.at({ a: [1] }, "a.length"))
    for (const path of ["constructor", "__proto__", "toString.name"]) assert.isUndefined(Page.at({}, path))
    assert.isUndefined(Page.at({ a: null }, "a.b"))
    assert.isUndefined(Page.at("text", "length"))
  })

  it.prop("never throws", [Schema.Json, Schema.String], ([body, path]) => {
    Page.at(body, path)
  })
})

describe("cursor", () => {
  const page = Page.cursor({ items: "data", token: "next", param: "offset", more: "hasNext", size: ["limit", 3] })

  const vendor =
    (all: ReadonlyArray<unknown>, size: number, more: "sent" | "text" | "absent", numeric: boolean) =>
    (query: Page.Query): Served => {
      assert.strictEqual(param(query, "limit"), String(size))
      const start = Number(param(query, "offset")?.replace("+/=&", "") ?? 0)
      const end = start + size
      const hasNext = end < all.length
      return {
        body: {
          data: all.slice(start, end),
          ...(hasNext ? { next: numeric ? end : `+/=&${end}` } : { next: null }),
          ...(more === "sent" ? { hasNext } : more === "text" ? { hasNext: String(hasNext) } : {})
        }
      }
    }

  it.prop(
    "yields every record once and in order",
    { count: Count, size: Size, more: Schema.Literals(["sent", "text", "absent"]), numeric: Schema.Boolean },
    ({ count, size, more, numeric }) => {
      const sized = Page.cursor({
        items: "data",
        token: "next",
        param: "offset",
        more: "hasNext",
        size: ["limit", size]
      })
      const all = records(count)
      assert.deepStrictEqual(walk(sized, vendor(all, size, more, numeric)).items, all)
    }
  )

  it("takes the token's word where the vendor leaves `more` out", () => {
    assert.deepStrictEqual(readable(page.read(answer({ data: [], next: "t" }))).next, {
      query: { limit: "3", offset: "t" }
    })
    assert.isNull(readable(page.read(answer({ data: [1] }))).next)
  })

  it("ends where `more` is false, even beside a token", () => {
    assert.isNull(readable(page.read(answer({ data: [1], hasNext: false, next: "t" }))).next)
    assert.isNull(readable(page.read(answer({ data: [1], hasNext: "false", next: "t" }))).next)
  })

  it("refuses a promise of more without a token", () => {
    for (const hasNext of [true, "true"]) {
      for (const next of [undefined, null, "", {}]) {
        assert.include(unreadable(page.read(answer({ data: [1], hasNext, next }))), `"hasNext"`)
      }
    }
  })

  it("refuses an answer that names itself as the next", () => {
    assert.include(unreadable(page.read(answer({ data: [1], next: "t" }, { offset: "t" }))), "does not advance")
    assert.include(unreadable(page.read(answer({ data: [1], next: 5 }, { offset: "5" }))), "does not advance")
  })

  it("refuses a token that is neither text nor number: the list has not ended", () => {
    for (const next of [{}, ["t"], true]) {
      assert.include(unreadable(page.read(answer({ data: [1], next }))), `"next"`)
    }
    assert.isNull(readable(page.read(answer({ data: [1], next: false }))).next)
  })

  it("keeps the token out of what it says of a broken answer", () => {
    assert.notInclude(unreadable(page.read(answer({ data: [1], next: "s3cret" }, { offset: "s3cret" }))), "s3cret")
  })
})

describe("offset", () => {
  const vendor =
    (all: ReadonlyArray<unknown>, size: number, total: "number" | "text" | "absent", cap = size) =>
    (query: Page.Query): Served => {
      const start = Number(param(query, "offset"))
      return {
        body: {
          items: all.slice(start, start + Math.min(size, cap)),
          ...(total === "absent" ? {} : { count: total === "text" ? String(all.length) : all.length })
        }
      }
    }

  it.prop(
    "yields every record once and in order",
    { count: Count, size: Size, total: Schema.Literals(["number", "text", "absent"]) },
    ({ count, size, total }) => {
      const page = Page.offset({ items: "items", param: "offset", size: ["limit", size], total: "count" })
      const all = records(count)
      const read = walk(page, vendor(all, size, total))
      assert.deepStrictEqual(read.items, all)
      assert.isTrue(read.totals.every((value) => value === (total === "absent" ? null : count)))
    }
  )

  it.prop(
    "loses nothing where the vendor grants less than asked for and tells the total",
    [Count, Size],
    ([count, cap]) => {
      const page = Page.offset({ items: "items", param: "offset", size: ["limit", 12], total: "count" })
      const all = records(count)
      assert.deepStrictEqual(walk(page, vendor(all, 12, "number", cap)).items, all)
    }
  )

  it("ends, and keeps the promise visible, where fewer records come than promised", () => {
    const page = Page.offset({ items: "items", param: "offset", size: ["limit", 2], total: "count" })
    const read = walk(page, (query) => ({
      body: {
        items: records(5)
          .slice(Number(param(query, "offset")))
          .slice(0, 2),
        count: 9
      }
    }))
    assert.strictEqual(read.items.length, 5)
    assert.isTrue(read.totals.every((total) => total === 9))
  })

  it("takes a total that is no count for none", () => {
    const page = Page.offset({ items: "items", param: "offset", size: ["limit", 2], total: "count" })
    for (const count of [-1, 1.5, "many", null, {}, true]) {
      assert.isNull(readable(page.read(answer({ items: [1], count }, { offset: "0" }))).total)
    }
  })
})

describe("numbered", () => {
  const vendor =
    (all: ReadonlyArray<unknown>, size: number, from: number, told: "pages" | "total" | "nothing") =>
    (query: Page.Query): Served => {
      const start = (Number(param(query, "page")) - from) * size
      return {
        body: {
          items: all.slice(start, start + size),
          ...(told === "pages" ? { pages: Math.ceil(all.length / size) } : {}),
          ...(told === "total" ? { total: String(all.length) } : {})
        }
      }
    }

  it.prop(
    "yields every record once and in order",
    {
      count: Count,
      size: Size,
      from: Schema.Literals([0, 1, 5]),
      told: Schema.Literals(["pages", "total", "nothing"])
    },
    ({ count, size, from, told }) => {
      const page = Page.numbered({
        items: "items",
        param: "page",
        size: ["per_page", size],
        from,
        pages: "pages",
        total: "total"
      })
      const all = records(count)
      const read = walk(page, vendor(all, size, from, told))
      assert.deepStrictEqual(read.items, all)
      assert.isTrue(read.totals.every((total) => total === (told === "total" ? count : null)))
    }
  )

  it("goes on after a page of the length at which the vendor may cut, and after no other short one", () => {
    const page = Page.numbered({ items: "", param: "page", size: ["per_page", 5], cut: 2 })
    const next = (...items: ReadonlyArray<number>) => readable(page.read(answer(items, page.first.query))).next
    assert.deepStrictEqual(next(1, 2), { query: { per_page: "5", page: "2" } })
    assert.deepStrictEqual(next(1, 2, 3, 4, 5), { query: { per_page: "5", page: "2" } })
    for (const items of [[], [1], [1, 2, 3]]) assert.isNull(next(...items))
  })

  it("begins at page 1 unless told", () => {
    const page = Page.numbered({ items: "", param: "page", size: ["per_page", 2] })
    assert.deepStrictEqual(page.first, { query: { per_page: "2", page: "1" } })
    assert.deepStrictEqual(readable(page.read(answer([1, 2], page.first.query))).next, {
      query: { per_page: "2", page: "2" }
    })
  })

  it("asks for no page that the vendor does not promise", () => {
    const page = Page.numbered({ items: "items", param: "page", size: ["per_page", 2], pages: "pages" })
    assert.isNull(readable(page.read(answer({ items: [1, 2], pages: 1 }, { page: "1" }))).next)
    assert.isNull(readable(page.read(answer({ items: [], pages: 0 }, { page: "1" }))).next)
    const counted = Page.numbered({ items: "items", param: "page", size: ["per_page", 2], total: "total" })
    assert.isNull(readable(counted.read(answer({ items: [3, 4], total: 4 }, { page: "2" }))).next)
    assert.isNotNull(readable(counted.read(answer({ items: [3, 4], total: 5 }, { page: "2" }))).next)
  })
})

describe("single", () => {
  it.prop("yields the whole list", [Count], ([count]) => {
    const all = records(count)
    assert.deepStrictEqual(walk(Page.single({ items: "data" }), () => ({ body: { data: all } })).items, all)
  })

  it("takes no object for a list", () => {
    assert.include(unreadable(Page.single({ items: "" }).read(answer({ error: "no" }))), "no list at its top")
  })
})

describe("object", () => {
  it("yields the object that a path leads to", () => {
    assert.deepStrictEqual(walk(Page.object({ at: ["data", ""] }), () => ({ body: { id: 1 } })).items, [{ id: 1 }])
    assert.deepStrictEqual(walk(Page.object({ at: "data" }), () => ({ body: { data: { id: 1 } } })).items, [{ id: 1 }])
  })

  it("takes nothing else for one", () => {
    for (const body of [null, [], "", 1, { data: [] }]) {
      assert.include(unreadable(Page.object({ at: "data" }).read(answer(body))), `no object at "data"`)
    }
  })
})

describe("any strategy", () => {
  const strategies = (items: Page.Path): ReadonlyArray<Page.Page> => [
    Page.cursor({ items, token: "next", param: "offset" }),
    Page.offset({ items, param: "offset", size: ["limit", 2] }),
    Page.numbered({ items, param: "page", size: ["limit", 2] }),
    Page.link({ items }),
    Page.single({ items })
  ]

  it("never takes an answer without its list for an empty page", () => {
    const bodies = [null, undefined, "", "<html></html>", 0, true, { data: null }, { data: "" }, { error: "no" }]
    for (const page of strategies("data")) {
      for (const body of bodies) assert.include(unreadable(page.read(answer(body))), `no list at "data"`)
    }
  })

  it("takes the first of several paths that leads to a list", () => {
    for (const page of strategies(["data", "results.items", ""])) {
      assert.deepStrictEqual(readable(page.read(answer({ results: { items: [1] } }))).items, [1])
      assert.deepStrictEqual(readable(page.read(answer({ data: [2], results: { items: [1] } }))).items, [2])
      assert.deepStrictEqual(readable(page.read(answer([3]))).items, [3])
      assert.include(unreadable(page.read(answer(null))), `no list at "data" or "results.items" or its top`)
    }
  })

  it.prop("never throws, whatever the body", [Schema.Json], ([body]) => {
    for (const items of ["", "data", ["a.b", ""]]) for (const page of strategies(items)) page.read(answer(body))
  })
})
