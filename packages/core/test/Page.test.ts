import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import * as Page from "@crosswalk/core/Page"

type Served = Pick<Page.Answer, "body"> & Partial<Pick<Page.Answer, "headers">>

/** Reads a list as an engine does: every next request from a checkpoint, until there is none. */
const walk = (page: Page.Page, serve: (query: Page.Query) => Served) => {
  const items: Array<unknown> = []
  const totals: Array<number | null> = []
  let request: Page.PageRequest | null = page.first
  for (let pages = 0; request !== null; pages++) {
    assert.isBelow(pages, 1000, "the walk ends")
    const { body, headers = {} } = serve(request.query)
    const read = page.read({ body, headers, request })
    if ("unreadable" in read) return assert.fail(read.unreadable)
    items.push(...read.items)
    totals.push(read.total)
    const next: Page.PageRequest | null = JSON.parse(JSON.stringify(read.next))
    request = next
  }
  return { items, totals }
}

const param = (query: Page.Query, name: string): string | undefined => {
  const value = query[name]
  return typeof value === "string" ? value : undefined
}

const answer = (body: unknown, query: Page.Query = {}, link?: string): Page.Answer => ({
  body,
  headers: link === undefined ? {} : { link },
  request: { query }
})

const unreadable = (read: Page.Read | Page.Unreadable): string => {
  if ("unreadable" in read) return read.unreadable
  return assert.fail(`read as a page: ${JSON.stringify(read)}`)
}

const readable = (read: Page.Read | Page.Unreadable): Page.Read =>
  "unreadable" in read ? assert.fail(read.unreadable) : read

const Count = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 40 }))
const Size = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 12 }))
const records = (count: number) => Array.from({ length: count }, (_, id) => ({ id }))

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

describe("single", () => {
  it.prop("yields the whole list", [Count], ([count]) => {
    const all = records(count)
    assert.deepStrictEqual(walk(Page.single({ items: "data" }), () => ({ body: { data: all } })).items, all)
  })

  it("yields one object where the path leads to one", () => {
    assert.deepStrictEqual(walk(Page.single({ items: ["data", ""] }), () => ({ body: { id: 1 } })).items, [{ id: 1 }])
    assert.deepStrictEqual(walk(Page.single({ items: "data" }), () => ({ body: { data: { id: 1 } } })).items, [
      { id: 1 }
    ])
  })

  it("prefers a list at a later path to an object at an earlier one", () => {
    assert.deepStrictEqual(walk(Page.single({ items: ["", "data"] }), () => ({ body: { data: [1] } })).items, [1])
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
