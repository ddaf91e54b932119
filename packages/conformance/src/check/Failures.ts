/** Failures are told apart: each answer that is no success leads to its reason, whatever the resource. */
import type { Auth } from "@crosswalk/core/Auth"
import type { ProviderError } from "@crosswalk/core/ProviderError"
import type { Resource } from "@crosswalk/core/Resource"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { Duration, Effect, Result } from "effect"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Account from "../internal/Account.ts"
import * as Serve from "../internal/Serve.ts"
import type { Subject } from "../Subject.ts"

/** An answer and what has to come of it. */
interface Case {
  readonly name: string
  readonly reply: Serve.Reply
  readonly reasons: ReadonlyArray<ProviderError["reason"]["_tag"]>
  readonly isRetryable: boolean
  /** Delay asked for, in seconds. */
  readonly delay?: number
}

const said = { message: "the request was refused" }
const page = "<!DOCTYPE html><html><body><h1>Maintenance</h1></body></html>"

const cases: ReadonlyArray<Case> = [
  { name: "401", reply: Serve.json(401, said), reasons: ["Unauthenticated"], isRetryable: false },
  { name: "403", reply: Serve.json(403, said), reasons: ["Forbidden"], isRetryable: false },
  { name: "404", reply: Serve.json(404, said), reasons: ["NotFound"], isRetryable: false },
  { name: "422", reply: Serve.json(422, said), reasons: ["Rejected"], isRetryable: false },
  { name: "429", reply: Serve.json(429, said), reasons: ["RateLimited"], isRetryable: true },
  {
    name: "429 with a delay",
    reply: Serve.json(429, said, { "retry-after": "7" }),
    reasons: ["RateLimited"],
    isRetryable: true,
    delay: 7
  },
  {
    name: "503",
    reply: { status: 503, headers: { "content-type": "text/html" }, body: page },
    reasons: ["VendorFailure"],
    isRetryable: true
  },
  { name: "a dropped connection", reply: "reset", reasons: ["Unreachable"], isRetryable: true },
  { name: "an answer that breaks off", reply: "cut", reasons: ["UnexpectedShape", "Unreachable"], isRetryable: true },
  {
    name: "HTML with 200",
    reply: { status: 200, headers: { "content-type": "text/html" }, body: page },
    reasons: ["UnexpectedShape"],
    isRetryable: true
  },
  {
    name: "JSON of another kind with 200",
    reply: Serve.json(200, "conformance"),
    reasons: ["UnexpectedShape"],
    isRetryable: false
  }
]

const problemOf = (expected: Case, resource: Resource, error: ProviderError): string | null => {
  const { _tag } = error.reason
  if (!expected.reasons.includes(_tag)) return `is read as ${_tag} instead of ${expected.reasons.join(" or ")}`
  if (error.isRetryable !== expected.isRetryable) {
    return `is ${error.isRetryable ? "" : "not "}tried again; it should ${expected.isRetryable ? "" : "not "}be`
  }
  const delay = error.retryAfter === null ? null : Duration.toSeconds(error.retryAfter)
  if (expected.delay !== undefined && delay !== expected.delay) return `loses the delay that the vendor asks for`
  if (_tag === "Forbidden" && resource.permission !== null && !error.message.includes(resource.permission)) {
    return `does not name the right "${resource.permission}" that is missing`
  }
  return error.message.trim() === "" ? "has no message" : null
}

const expectedFor = (resource: Resource, { name, ...rest }: Case): Case | null =>
  name === "404" && resource.emptyOn404 ? null : { name, ...rest }

const attempt = Effect.fnUntraced(function* (subject: Subject, auth: Auth, resource: Resource, origin: string) {
  const client = yield* VendorClient.make(Account.connection(subject.provider, auth, origin), Account.once)
  const parent = resource.parent === null ? null : "conformance-parent"
  return yield* Effect.result(client.page(resource, { request: null, parent, query: {} }))
}, Effect.scoped)

/** Right reason, right policy, and never an empty list. */
export const failures = Check.calling("failures", "tells failures apart and takes none for an empty list", (subject) =>
  Effect.gen(function* () {
    const [auth] = subject.provider.auth
    if (auth === undefined) return [Finding.make(subject.provider.id, "has no way to authenticate")]
    const findings: Array<Finding.Finding> = []
    let reply: Serve.Reply = "reset"
    const origin = yield* Serve.serve(Account.withTokens(() => reply))
    for (const resource of subject.resources) {
      for (const one of cases) {
        reply = one.reply
        const about = `${resource.name}, ${one.name}`
        const expected = expectedFor(resource, one)
        const result = yield* attempt(subject, auth, resource, origin)
        if (Result.isSuccess(result)) {
          const { items } = result.success
          if (expected === null && items.length === 0) continue
          findings.push(Finding.make(about, `is taken for a list of ${items.length} records`))
        } else {
          const problem = problemOf(expected ?? one, resource, result.failure)
          if (problem !== null) findings.push(Finding.make(about, problem))
        }
      }
    }
    return findings
  }).pipe(Effect.scoped, Effect.provide(VendorClient.layerHttp))
)
