/** The OpenAPI document of each dialect: beside its routes, and at the top that of the dialect which answers there. */
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

const text = (dialect: Dialect, prefix: `/${string}`) =>
  Still.answer(() => ({ text: JSON.stringify(Document.make({ ...dialect, prefix })), contentType: "application/json" }))

/** The documents, each made when it is first asked for; the first dialect's is that at the top. */
export const layer = (dialects: readonly [Dialect, ...ReadonlyArray<Dialect>]) =>
  HttpRouter.use((router) =>
    Effect.gen(function* () {
      const paths = yield* Paths
      const { rootDialect } = yield* Settings
      const add = Effect.fnUntraced(function* (path: `/${string}`, dialect: Dialect, prefix: `/${string}`) {
        yield* paths.add("GET", path)
        yield* router.add("GET", path, text(dialect, prefix))
      })
      for (const dialect of dialects) yield* add(path(dialect), dialect, dialect.prefix)
      const [first] = dialects
      yield* add("/openapi.json", first, Mount.prefixes(first, rootDialect).at(-1) || "/")
    })
  )
