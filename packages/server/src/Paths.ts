/** Which paths the server answers, and by which methods: for those requests that meet none. */
import { Context, Effect, Layer } from "effect"
import * as FindMyWay from "effect/http/FindMyWay"

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const

/** The patterns of all paths. */
export class Paths extends Context.Service<
  Paths,
  {
    /** Notes a path by its pattern. */
    readonly add: (method: string, pattern: `/${string}`) => Effect.Effect<void>
    /** The pattern that a request meets; null for none. */
    readonly pattern: (method: string, url: string) => string | null
    /** The methods by which a path is answered. */
    readonly allowed: (url: string) => ReadonlyArray<string>
  }
>()("@crosswalk/server/Paths") {
  /** None, to begin with. */
  static readonly layer: Layer.Layer<Paths> = Layer.sync(Paths, () => {
    const known = FindMyWay.make<string>()
    const patternOf = (method: string, url: string) =>
      known.find(method === "HEAD" ? "GET" : method, url)?.handler ?? null
    return Paths.of({
      add: (method, pattern) => Effect.sync(() => known.on(method, pattern, pattern)),
      pattern: patternOf,
      allowed: (url) => {
        const found = methods.filter((method) => patternOf(method, url) !== null)
        return found.includes("GET") ? [...found, "HEAD"] : found
      }
    })
  })
}
