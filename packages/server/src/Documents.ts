/**
 * The OpenAPI document of each dialect, as JSON and as a page to read and try: beside its routes, and at the top those of the
 * dialect which answers there.
 */
import * as Document from "@crosswalk/api/Document"
import type { Dialect } from "@crosswalk/api/Dialect"
import { Effect } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as Mount from "./Mount.ts"
import { Paths } from "./Paths.ts"
import { Settings } from "./Settings.ts"
import * as Still from "./Still.ts"

/** Where a dialect's document lies. */
export const path = ({ id }: Dialect): `/${string}` => `/${id}/openapi.json`

/** Where the page lies that shows it. */
export const pagePath = ({ id }: Dialect): `/${string}` => `/docs/${id}`

/** A dialect whose description leads to the pages of others. */
const leading = (dialect: Dialect, others: ReadonlyArray<Dialect>): Dialect => {
  const links = others.map((other) => `[${other.title}](${pagePath(other)})`).join(", ")
  const { described } = dialect
  return { ...dialect, described: { ...described, description: `${described.description}\n\nSee also: ${links}.` } }
}

/** All documents and pages, each made when it is first asked for; the first dialect's are those at the top. */
export const layer = (dialects: readonly [Dialect, ...ReadonlyArray<Dialect>]) =>
  HttpRouter.use((router) =>
    Effect.gen(function* () {
      const paths = yield* Paths
      const { rootDialect } = yield* Settings
      const add = Effect.fnUntraced(function* (path: `/${string}`, make: () => Promise<Still.Content>) {
        yield* paths.add("GET", path)
        yield* router.add("GET", path, yield* Still.answer(make))
      })
      const both = Effect.fnUntraced(function* (dialect: Dialect, document: `/${string}`, page: `/${string}`) {
        yield* add(document, async () => ({
          text: JSON.stringify(Document.make(dialect)),
          contentType: "application/json"
        }))
        yield* add(page, async () => {
          // The page's code is large, and most processes never show one.
          const Reference = await import("./Reference.ts")
          const others = dialects.filter(({ id }) => id !== dialect.id)
          return Reference.page(Document.make(leading(dialect, others)))
        })
      })
      for (const dialect of dialects) yield* both(dialect, path(dialect), pagePath(dialect))
      const [first] = dialects
      const prefix = Mount.prefixes(first, rootDialect).at(-1) || "/"
      yield* both({ ...first, prefix }, "/openapi.json", "/docs")
    })
  )
