/** The first page of a million records, and one at their end. */
import { Schema } from "effect"
import { many } from "./Filled.ts"
import type { Subject } from "./Subjects.ts"

const largest = 200
const size = 50

const Page = Schema.decodeUnknownSync(
  Schema.Struct({ data: Schema.Array(Schema.Unknown), next_cursor: Schema.NullOr(Schema.String) })
)

/** Both pages; the cursor is had as a client has it: by walking there. */
export const pages = async (base: Subject, token: string): Promise<readonly [first: Subject, deep: Subject]> => {
  const headers = { ...base.headers, "x-connector-token": token }
  const url = new URL(base.url)
  url.searchParams.set("page_size", String(largest))
  let deep: string | null = null
  let walked = 0
  for (;;) {
    const page = Page(await (await fetch(url, { headers })).json())
    walked += page.data.length
    // A whole page follows it, and one record more, as after the first page.
    if (page.next_cursor === null) break
    if (walked < many) deep = page.next_cursor
    url.searchParams.set("cursor", page.next_cursor)
  }
  if (walked !== many || deep === null) throw new Error(`The walk ended after ${walked} records`)
  const at = (cursor: string | null) => {
    const page = new URL(base.url)
    page.searchParams.set("page_size", String(size))
    if (cursor !== null) page.searchParams.set("cursor", cursor)
    return page.href
  }
  return [
    { ...base, name: "first", headers, url: at(null) },
    { ...base, name: "deep", headers, url: at(deep) }
  ]
}
