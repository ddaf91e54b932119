import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import * as Page from "@crosswalk/core/Page"
import { answer, Count, param, readable, records, Size, unreadable, walk } from "./Walk.ts"
import type { Served } from "./Walk.ts"

describe("link", () => {
  const page = Page.link({ items: "", size: ["per_page", 2] })
  const next = (header: string, query: Page.Query = {}) => page.read(answer([1], query, header))

  const vendor =
    (all: ReadonlyArray<unknown>, size: number, write: (query: string) => string) =>
    (query: Page.Query): Served => {
      const start = Number(param(query, "cursor") ?? 0)
      const end = start + size
      const body = all.slice(start, end)
      return end < all.length ? { body, headers: { link: write(`cursor=${end}&per_page=${size}`) } } : { body }
    }

  it.prop(
    "yields every record once and in order",
    {
      count: Count,
      size: Size,
      write: Schema.Literals(["absolute", "path", "query", "among others"])
    },
    ({ count, size, write }) => {
      const all = records(count)
      const header = {
        absolute: (query: string) => `<https://vendor.example/v3/candidates?${query}>; rel="next"`,
        path: (query: string) => `</v3/candidates?${query}>;rel=next`,
        query: (query: string) => `<?${query}>; rel="next"`,
        "among others": (query: string) =>
          `<https://vendor.example/?cursor=0>; rel="first", <?${query}>; rel="next", <?cursor=999>; rel="last"`
      }[write]
      const sized = Page.link({ items: "", size: ["per_page", size] })
      assert.deepStrictEqual(walk(sized, vendor(all, size, header)).items, all)
    }
  )

  it("finds the relation wherever it stands", () => {
    for (const header of [
      `<?c=1>; rel="next"`,
      `<?c=1>; rel=next`,
      `<?c=1> ; REL = "NEXT"`,
      `<?c=1>; rel="last next"`,
      `<?c=1>; title="a, b; c"; rel="next"`,
      `<?c=1>; title="a \\"quoted\\" word"; rel="next"`,
      `<?c=1>; flag; rel="next"; type="text/html"`,
      `<?c=0>; rel="prev", <?c=1>; rel="next"`,
      `<?c=0>; title="x, <?c=9>; rel=next"; rel="prev",<?c=1>; rel="next"`,
      `<?c=1>; rel="next", <?c=2>; rel="next"`
    ]) {
      assert.deepStrictEqual(readable(next(header)).next, { query: { c: "1" }, replaces: true }, header)
    }
  })

  it("takes no other relation for the next", () => {
    for (const header of [
      `<?c=1>; rel="prev"`,
      `<?c=1>; rel="nextpage"`,
      `<?c=1>; rel="next-archive"`,
      `<?c=1>; rel="prev"; title="rel=next"`,
      `<?c=1>; rel="prev"; rel="next"`,
      `<?c=1>; rev="next"`,
      `<?c=1>; rel`,
      `<?c=1>`,
      ""
    ]) {
      assert.isNull(readable(next(header)).next, header)
    }
  })

  it("keeps repeated and escaped parameters as they are", () => {
    assert.deepStrictEqual(readable(next(`<?id%5B%5D=1&id%5B%5D=2&q=a%20b%26c&commas=1,2>; rel="next"`)).next?.query, {
      "id[]": ["1", "2"],
      q: "a b&c",
      commas: "1,2"
    })
    const odd = readable(next(`<?__proto__=1&__proto__=2>; rel="next"`)).next?.query ?? {}
    assert.deepStrictEqual(Object.entries(odd), [["__proto__", ["1", "2"]]])
  })

  it("refuses a header that names its own page, no address, or nothing readable", () => {
    assert.include(unreadable(next(`<?c=1>; rel="next"`, { c: "1" })), "does not advance")
    assert.include(unreadable(next(`<http://[>; rel="next"`)), "no address")
    assert.include(unreadable(next(`https://vendor.example/?c=1; rel="next"`)), "no link")
    assert.include(unreadable(next("garbage")), "no link")
  })

  it.prop("never throws, whatever the header", [Schema.String], ([header]) => {
    next(header)
    next(`<${header}>; rel="next"`)
    next(`<?c=1>; ${header}`)
  })

  it("stays fast on a hostile header", () => {
    const hostile = [
      `<${" ".repeat(100_000)}`,
      `<>${" ".repeat(100_000)}`,
      `<>${"; a".repeat(30_000)}`,
      `<>;${" ;".repeat(30_000)}"`,
      "<>".repeat(50_000)
    ]
    for (const header of hostile) next(header)
  }, 2_000)
})

describe("parts", () => {
  const page = Page.parts(Page.link({ items: "", size: ["per_page", 2] }), [{ active: "true" }, { active: "false" }])

  it.prop("yields each part's pages, one part after the other", [Count, Count], ([some, others]) => {
    const lists = { true: records(some), false: records(others).map(({ id }) => ({ id: id + 100 })) }
    const { items } = walk(page, (query) => {
      const [kind, start] = (param(query, "cursor") ?? `${param(query, "active")}:0`).split(":")
      const all = kind === "true" ? lists.true : lists.false
      const end = Number(start) + 2
      const body = all.slice(Number(start), end)
      return end < all.length
        ? { body, headers: { link: `<https://v.example/?cursor=${kind}:${end}>; rel="next"` } }
        : { body }
    })
    assert.deepStrictEqual(items, [...lists.true, ...lists.false])
  })

  it.prop(
    "keeps the part's query beside that of a page",
    [Count, Count, Schema.Literals(["cursor", "offset", "numbered", "single"])],
    ([some, others, strategy]) => {
      const inner = {
        cursor: Page.cursor({ items: "items", token: "next", param: "start" }),
        offset: Page.offset({ items: "items", param: "start", size: ["limit", 3] }),
        numbered: Page.numbered({ items: "items", param: "page", size: ["limit", 3] }),
        single: Page.single({ items: "items" })
      }[strategy]
      const active = records(some)
      const inactive = records(others).map(({ id }) => ({ id: id + 100 }))
      const listed = Page.parts(inner, [{ active: "true" }, { active: "false" }])
      const { items } = walk(listed, (query) => {
        assert.include(["true", "false"], param(query, "active"))
        const all = param(query, "active") === "true" ? active : inactive
        if (strategy === "single") return { body: { items: all } }
        const start = Number(param(query, "start") ?? (Number(param(query, "page") ?? 1) - 1) * 3)
        return { body: { items: all.slice(start, start + 3), next: start + 3 < all.length ? start + 3 : null } }
      })
      assert.deepStrictEqual(items, [...active, ...inactive])
    }
  )

  it("keeps a cursor alone, and knows the part that it is of", () => {
    const read = readable(
      page.read({
        body: [],
        headers: { link: `<https://v.example/?cursor=c>; rel="next"` },
        request: { query: { active: "false" }, part: 1 }
      })
    )
    assert.deepStrictEqual(read.next, { query: { cursor: "c" }, replaces: true, part: 1 })
    assert.deepStrictEqual(page.first, { query: { per_page: "2", active: "true" }, part: 0 })
  })

  it("has no part without a list", () => {
    assert.include(unreadable(page.read(answer(null))), "no list")
  })
})
