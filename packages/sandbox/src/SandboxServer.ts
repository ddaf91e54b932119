/**
 * Serves a vendor's simulator: counting, faults, rate limit and rights around its routes, and the control surface under
 * `/_sandbox/`.
 */
import { Effect, type Scope } from "effect"
import * as HttpServerRequest from "effect/http/HttpServerRequest"
import type { Action } from "./Action.ts"
import * as Answer from "./Answer.ts"
import * as Delivery from "./internal/Delivery.ts"
import * as Distortion from "./internal/Distortion.ts"
import * as Epoch from "./Epoch.ts"
import type { Decision, Fault, Faults } from "./Faults.ts"
import { type CannotListen, Listener } from "./Listener.ts"
import type { RateBucket } from "./RateBucket.ts"
import type { Request } from "./Request.ts"
import * as Route from "./Route.ts"
import type { Stats } from "./Stats.ts"
import type { Vendor } from "./Vendor.ts"

/** What is served and how. */
export interface Options {
  readonly port: number
  readonly vendor: Vendor
  readonly actions: ReadonlyArray<Action>
  readonly faults: Faults
  readonly stats: Stats
  /** Undefined lets everything through. */
  readonly bucket: RateBucket | undefined
  /** The simulator's time in milliseconds. */
  readonly now: Effect.Effect<number>
}

/** Where the control surface lives. */
export const controlPath = "/_sandbox/"

/** Starts the server; it stops with the scope. Yields its origin, as "http://127.0.0.1:8080". */
export const serve = Effect.fnUntraced(function* (
  options: Options
): Effect.fn.Return<string, CannotListen, Scope.Scope> {
  const answer = application(options)
  const listen = yield* Listener
  return yield* listen(
    { provider: options.vendor.provider, port: options.port },
    Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) =>
      request.url.startsWith(controlPath) ? control(options.actions, request) : answer(request)
    )
  )
})

const control = (actions: ReadonlyArray<Action>, request: HttpServerRequest.HttpServerRequest) => {
  const name = request.url.slice(controlPath.length).split("?")[0]
  const action = actions.find((action) => action.name === name)
  if (action === undefined) {
    const known = actions.map((action) => action.name)
    return Effect.succeed(Delivery.plain(Answer.json({ message: `No action "${name}".`, actions: known }, 404)))
  }
  return request.text.pipe(
    Effect.flatMap(action.callJson),
    Effect.match({
      onFailure: (error) => Delivery.plain(Answer.json({ message: error.message }, 400)),
      onSuccess: (result) => Delivery.plain(Answer.json(result))
    })
  )
}

/** Pages remembered for repetition, over all lists. */
const remembered = 8

const application = (options: Options) => {
  const { bucket, faults, now, stats, vendor } = options
  const table = Route.table(vendor.routes)
  const pages = new Map<string, Answer.Answer>()

  const remember = (path: string, answer: Answer.Answer) => {
    pages.delete(path)
    pages.set(path, answer)
    if (pages.size > remembered) for (const oldest of pages.keys()) return pages.delete(oldest)
    return true
  }

  const ordinary = (request: Request, match: Route.Match | undefined): Answer.Answer => {
    if (match === undefined) return vendor.problems.notFound
    const { answer, right } = match.route
    if (right !== undefined) {
      if (bucket?.take(request.now) === false) return vendor.problems.rateLimited
      const refusal = vendor.refuse(request, right)
      if (refusal !== undefined) return refusal
    }
    const given = answer(request)
    if (given.continues === true) remember(request.path, given)
    return given
  }

  const answerUnder = (decision: Decision, request: Request, match: Route.Match | undefined): Answer.Answer => {
    switch (decision.fault) {
      case "rate-limit":
        return Delivery.announce(vendor.problems.rateLimited, decision, request.now)
      case "internal-error":
        return Answer.html(500, "Internal Server Error")
      case "bad-gateway":
        return Answer.html(502, "Bad Gateway")
      case "unavailable":
        return Answer.html(503, "Service Temporarily Unavailable")
      case "html":
        return Answer.html(200, "Scheduled maintenance")
      case "expired-cursor":
        return vendor.problems.expiredCursor ?? ordinary(request, match)
      case "repeat-page":
        return pages.get(request.path) ?? ordinary(request, match)
      case "missing-has-next":
        return Answer.mapJson(ordinary(request, match), Distortion.without(vendor.endMarkers))
      case "unknown-fields":
        return Answer.mapJson(ordinary(request, match), Distortion.unknownFields)
      case "numbers-as-text":
        return Answer.mapJson(ordinary(request, match), Distortion.numbersAsText)
      case "reset":
        return Answer.empty()
      default:
        return ordinary(request, match)
    }
  }

  return Effect.fnUntraced(function* (incoming: HttpServerRequest.HttpServerRequest) {
    const [path = "/", search = ""] = incoming.url.split("?", 2)
    const match = table(incoming.method, path)
    const below = path.startsWith(vendor.basePath) ? path.slice(vendor.basePath.length) : path
    const request: Request = {
      method: incoming.method,
      path,
      parameters: match?.parameters ?? {},
      query: new URLSearchParams(search),
      headers: incoming.headers,
      body: incoming.method === "GET" ? "" : yield* incoming.text,
      now: yield* now
    }
    stats.begin(
      match === undefined ? "unmatched" : `${match.route.method} ${match.route.path.replace(vendor.basePath, "")}`
    )
    const continues = vendor.cursorParameters.some((name) => request.query.has(name))
    const applies = (fault: Fault) =>
      fault === "expired-cursor"
        ? continues && vendor.problems.expiredCursor !== undefined
        : fault === "repeat-page"
          ? continues && pages.has(path)
          : true
    const decision = faults.decide(below, incoming.url, applies)
    if (decision !== undefined) stats.fault(decision.fault)
    const answer = decision === undefined ? ordinary(request, match) : answerUnder(decision, request, match)
    const headers = { ...vendor.headers, date: Epoch.httpDate(request.now), ...answer.headers }
    return yield* Delivery.deliver(incoming, { ...answer, headers }, decision).pipe(
      Effect.onExit(() => Effect.sync(() => stats.end(Delivery.reaches(decision) ? answer.status : undefined)))
    )
  })
}
