/** Requests generated from each document as it is served: whatever is asked, the answer is one that it tells of. */
import { assert, layer } from "@effect/vitest"
import type * as Layer from "effect/Layer"
import { Effect } from "effect"
import * as fc from "fast-check"
import * as Served from "../Served.ts"
import * as Contract from "./Contract.ts"
import * as Plan from "./Plan.ts"
import * as Sending from "./Sending.ts"
import * as World from "./World.ts"

const documents = ["/openapi.json", "/bindbee/openapi.json", "/kombo/openapi.json", "/unified/openapi.json"]

/** `CROSSWALK_REQUESTS_SEED` chooses other requests. */
const seed = Number(process.env["CROSSWALK_REQUESTS_SEED"] ?? 1)

const isParameter = (segment: string): boolean => segment.startsWith("{")

/** The operation that answers a request; null where there is no route. Slashes without anything between them are one. */
const operationOf = ({ operations, prefix }: Contract.Contract, { method, target }: Sending.Request) => {
  const segmentsOf = (path: string) => path.split("/").filter((segment) => segment !== "")
  const asked = segmentsOf(target.slice(prefix.length).split("?")[0] ?? "")
  const found = operations.filter((one) => {
    const segments = segmentsOf(one.path)
    return (
      one.method === method &&
      segments.length === asked.length &&
      segments.every((segment, index) => isParameter(segment) || segment === asked[index])
    )
  })
  // What is named goes before what may be anything.
  const order = (path: string) =>
    segmentsOf(path)
      .map((segment) => (isParameter(segment) ? "1" : "0"))
      .join("")
  return found.toSorted((a, b) => order(a.path).localeCompare(order(b.path)))[0] ?? null
}

/** What is wrong with an answer; null when nothing is. */
const fault = (
  contract: Contract.Contract,
  plan: Plan.Plan,
  request: Sending.Request,
  answered: Sending.Answered,
  foreign: string
): string | null => {
  if (answered === null) return plan.broken === null ? "no answer" : null
  const { headers, status, text } = answered
  if (headers["x-injected"] !== undefined) return "a header that the request made"
  if (plan.key !== "foreign" && text.includes(foreign) && !JSON.stringify(request).includes(foreign))
    return "what belongs to another workspace"
  if (plan.broken !== null || request.method === "HEAD") {
    return status < 500 || (request.method !== "HEAD" && status === 501) ? null : `the status ${status}`
  }
  const operation = operationOf(contract, request)
  const said = contract.fault(operation, answered)
  // An address that cannot be decoded has no route.
  if (said !== null && request.target.includes("%") && contract.fault(null, answered) === null) return null
  return said ?? (status >= 500 && status !== 501 ? `the status ${status}` : null)
}

/** A request with its answer, as far as whoever looks for the fault needs them. */
const told = (said: string, { body, headers, method, target }: Sending.Request, answered: Sending.Answered): string =>
  [
    said,
    `${method} ${target.slice(0, 500)}`,
    JSON.stringify(headers),
    body?.slice(0, 500) ?? "no body",
    answered === null ? "no answer" : `${answered.status} ${answered.text.slice(0, 1000)}`
  ].join("\n")

/** Says what failed and how to see it again; fast-check alone would print the whole plan. */
const failed = <T>({ errorInstance, failed, numRuns }: fc.RunDetails<T>): void => {
  if (failed) assert.fail(`request ${numRuns}: ${String(errorInstance)}\nreplay: CROSSWALK_REQUESTS_SEED=${seed}`)
}

/** Runs so many requests against each document. */
export const suite = <E>(name: string, served: Layer.Layer<Layer.Success<typeof Served.layer>, E>, runs: number) => {
  layer(served, { timeout: 120_000 })(name, (it) => {
    it.effect.each(documents)(
      `%s, seed ${seed}`,
      (path) =>
        Effect.gen(function* () {
          const base = yield* Served.baseUrl
          const document: unknown = yield* Effect.promise(async () => (await fetch(`${base}${path}`)).json())
          const contract = Contract.read(Object(document))
          const world = yield* World.make(base, contract)
          const answered = new Map<number, number>()
          const asked = new Set<string>()
          const check = Effect.fnUntraced(function* (plan: Plan.Plan) {
            const request = yield* Sending.prepare(plan, world, contract.prefix)
            const answer = yield* plan.broken === null
              ? Sending.send(base, request)
              : Sending.sendBroken(base, request, plan.broken)
            asked.add(`${plan.operation.method} ${plan.operation.path}`)
            answered.set(answer?.status ?? 0, (answered.get(answer?.status ?? 0) ?? 0) + 1)
            const said = fault(contract, plan, request, answer, world.foreign.connector.id)
            if (said !== null) assert.fail(told(said, request, answer))
          })
          yield* Effect.promise(() =>
            fc.assert(
              fc.asyncProperty(Plan.plan(contract), (plan) => Effect.runPromise(check(plan))),
              { numRuns: runs, seed, endOnFailure: true, reporter: failed }
            )
          )
          // Requests that nobody understands would all be refused rightly.
          assert.isAbove(answered.get(200) ?? 0, runs / 4)
          assert.isAtLeast(asked.size, contract.operations.length * 0.9)
        }),
      120_000
    )
  })
}
