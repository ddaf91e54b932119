/**
 * The addresses of the simulated API. There is no GET of a single record: v3 has none.
 */
import type { Answer, JsonObject } from "@crosswalk/sandbox/Answer"
import { json } from "@crosswalk/sandbox/Answer"
import type { RateWindow } from "@crosswalk/sandbox/RateWindow"
import type { Request } from "@crosswalk/sandbox/Request"
import type { Route } from "@crosswalk/sandbox/Route"
import type { Credentials } from "./Credentials.ts"
import { unused } from "./Kinds.ts"
import * as Lists from "./Lists.ts"
import type { Held, State } from "./State.ts"
import * as Wire from "./Wire.ts"

export const basePath = "/v3"

/** What a caller without the right to private candidates does not see: them, and their applications. */
const seesOf = (state: State, { kind }: Held): ((record: JsonObject) => boolean) => {
  switch (kind.list) {
    case "candidates":
      return (record) => record.private !== true
    case "applications":
      return (record) => state.get("candidates", Wire.id(record.candidate_id))?.private !== true
    default:
      return () => true
  }
}

const everything = () => true

/** The state of the window in the headers of every answer. */
const announced = (answer: Answer, window: RateWindow | undefined, now: number): Answer => {
  if (window === undefined) return answer
  const closes = Math.ceil(window.closesAt(now) / 1000)
  return {
    ...answer,
    headers: {
      ...answer.headers,
      "x-ratelimit-limit": String(window.limit),
      "x-ratelimit-remaining": String(window.remaining(now)),
      "x-ratelimit-reset": String(closes),
      ...(answer.status === 429 ? { "retry-after": String(Math.max(1, closes - Math.floor(now / 1000))) } : {})
    }
  }
}

export const make = (state: State, credentials: Credentials, window: RateWindow | undefined): ReadonlyArray<Route> => {
  const get = (list: string, answer: (request: Request) => Answer): Route => ({
    method: "GET",
    path: `${basePath}/${list}`,
    right: list,
    answer: (request) => announced(answer(request), window, request.now)
  })
  return [
    { method: "POST", path: "/token", right: undefined, answer: credentials.token },
    { method: "GET", path: "/authorize", right: undefined, answer: credentials.authorize },
    ...state.lists.map((held) => {
      const sees = seesOf(state, held)
      return get(held.kind.list, (request) =>
        Lists.page(state, held, request, credentials.has("private") ? everything : sees)
      )
    }),
    ...unused.map((list) => get(list, () => json([])))
  ]
}

/** The refusals with the window's headers. */
export const refuse =
  (credentials: Credentials, window: RateWindow | undefined) =>
  (request: Request, right: string): Answer | undefined => {
    const refusal = credentials.refuse(request, right)
    return refusal === undefined ? undefined : announced(refusal, window, request.now)
  }
