/**
 * What a vendor's simulator hands to the server: everything that differs from vendor to vendor.
 */
import type { Answer } from "./Answer.ts"
import type { Request } from "./Request.ts"
import type { Route } from "./Route.ts"

/** The vendor's own form of what any server may have to say. */
export interface Problems {
  /** No such address. */
  readonly notFound: Answer
  /** Too many requests; 429, without Retry-After. */
  readonly rateLimited: Answer
  /** The cursor is too old; undefined where pages are counted and none can be, which leaves that fault without effect. */
  readonly expiredCursor: Answer | undefined
}

/** A vendor's side of a simulator. */
export interface Vendor {
  /** The provider's id. */
  readonly provider: string
  /** Where the API begins, as "/v1"; routes repeat it. */
  readonly basePath: string
  readonly routes: ReadonlyArray<Route>
  /** The refusal for a request to a route that needs `right`: who calls, and may they? Undefined lets it pass. */
  readonly refuse: (request: Request, right: string) => Answer | undefined
  readonly problems: Problems
  /** Query parameters that carry a place in a list. */
  readonly cursorParameters: ReadonlyArray<string>
  /** Fields of a list that say whether more follows. */
  readonly endMarkers: ReadonlyArray<string>
  /** Headers of every answer. Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}
