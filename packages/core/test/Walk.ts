/** Walks lists as an engine does, over vendors that are a function. */
import { assert } from "@effect/vitest"
import { Schema } from "effect"
import type * as Page from "@crosswalk/core/Page"

export type Served = Pick<Page.Answer, "body"> & Partial<Pick<Page.Answer, "headers">>

/** Reads a list as an engine does: every next request from a checkpoint, until there is none. */
export const walk = (page: Page.Page, serve: (query: Page.Query) => Served) => {
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

export const param = (query: Page.Query, name: string): string | undefined => {
  const value = query[name]
  return typeof value === "string" ? value : undefined
}

export const answer = (body: unknown, query: Page.Query = {}, link?: string): Page.Answer => ({
  body,
  headers: link === undefined ? {} : { link },
  request: { query }
})

export const unreadable = (read: Page.Read | Page.Unreadable): string => {
  if ("unreadable" in read) return read.unreadable
  return assert.fail(`read as a page: ${JSON.stringify(read)}`)
}

export const readable = (read: Page.Read | Page.Unreadable): Page.Read =>
  "unreadable" in read ? assert.fail(read.unreadable) : read

export const Count = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 40 }))
export const Size = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 12 }))
export const records = (count: number) => Array.from({ length: count }, (_, id) => ({ id }))
