/**
 * What a simulator answers where: a table of method, path and answer.
 */
import * as FindMyWay from "effect/http/FindMyWay"
import type { Answer } from "./Answer.ts"
import type { Request } from "./Request.ts"

/** One entry of the table. */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "DELETE"
  /** Path from the server's root, with `:name` for a value. A fixed path wins over one with values. */
  readonly path: `/${string}`
  /** The right a caller needs; undefined for what is open to everybody, such as the token endpoint. */
  readonly right: string | undefined
  readonly answer: (request: Request) => Answer
}

/** A route that fits a request, with the values of its path. */
export interface Match {
  readonly route: Route
  readonly parameters: Readonly<Record<string, string | undefined>>
}

/** Finds the route for a method and path. */
export type Table = (method: string, path: string) => Match | undefined

/** Makes the table. */
export const table = (routes: ReadonlyArray<Route>): Table => {
  const router = FindMyWay.make<Route>({ ignoreTrailingSlash: true })
  for (const route of routes) router.on(route.method, route.path, route)
  return (method, path) => {
    const found = router.find(method, path)
    return found === undefined ? undefined : { route: found.handler, parameters: found.params }
  }
}
