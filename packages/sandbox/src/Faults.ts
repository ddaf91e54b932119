/**
 * Faults on demand: what goes wrong, how often, and where.
 *
 * Random faults are decided from (seed, the request's address, how often that address was asked before), so a run can
 * be replayed whatever order its requests arrive in. Injected faults come first and hit the next matching requests.
 */
import { Result, Schema } from "effect"
import * as Seeded from "./Seeded.ts"

/** What each fault does to a request. The keys are the names used in the text form. */
export const descriptions = {
  "rate-limit": "429, in turn without Retry-After, with seconds, and with an HTTP date",
  "internal-error": "500 with an HTML body",
  "bad-gateway": "502 with an HTML body",
  unavailable: "503 with an HTML body",
  html: "200 with an HTML body",
  cut: "the connection ends before the promised length of the body",
  truncated: "200 with JSON that stops in the middle",
  slow: "the body comes in pieces, with pauses between them",
  reset: "the connection is reset before an answer",
  "lost-answer": "the request is carried out, then the connection is reset",
  "repeat-page": "the page before is sent again",
  "expired-cursor": "a page's cursor is refused as the vendor refuses an old one",
  "missing-has-next": "the fields that say whether more follows are left out",
  "unknown-fields": "every object carries fields that no documentation knows",
  "numbers-as-text": "every number is sent as text"
} as const

/** A fault's name. */
export type Fault = keyof typeof descriptions

/** All names, in the order of the documentation. */
export const names: ReadonlyArray<Fault> = [
  "rate-limit",
  "internal-error",
  "bad-gateway",
  "unavailable",
  "html",
  "cut",
  "truncated",
  "slow",
  "reset",
  "lost-answer",
  "repeat-page",
  "expired-cursor",
  "missing-has-next",
  "unknown-fields",
  "numbers-as-text"
]

/** The schema of a fault's name. */
export const Fault = Schema.Literals(names)

/** How often each fault happens: probabilities from 0 to 1 that add up to at most 1. What is absent never happens. */
export type Spec = Readonly<Partial<Record<Fault, number>>>

/** Nothing goes wrong. */
export const none: Spec = {}

/** A fault specification that cannot be used. */
export class InvalidFaults extends Schema.TaggedError<InvalidFaults>()("InvalidFaults", {
  /** The part that was not understood. */
  part: Schema.String,
  reason: Schema.String
}) {
  override get message() {
    return (
      `The fault "${this.part}" ${this.reason}. Write name=probability pairs with commas between, as in ` +
      `"rate-limit=0.05,html=0.01". The names are ${names.join(", ")}.`
    )
  }
}

const isFault = (name: string): name is Fault => Object.hasOwn(descriptions, name)

/**
 * Reads the text form: `name=probability` pairs with commas between; the empty text means no faults.
 *
 * Fails with `InvalidFaults` on an unknown name, a probability outside 0 to 1, or a sum above 1.
 */
export const parse = (text: string): Result.Result<Spec, InvalidFaults> => {
  const spec: Partial<Record<Fault, number>> = {}
  let sum = 0
  for (const part of text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")) {
    const [name = "", share = "", ...rest] = part.split("=").map((side) => side.trim())
    if (!isFault(name)) return Result.fail(new InvalidFaults({ part, reason: "has no known name" }))
    const probability = share === "" || rest.length > 0 ? Number.NaN : Number(share)
    if (!(probability >= 0 && probability <= 1)) {
      return Result.fail(new InvalidFaults({ part, reason: "has no probability from 0 to 1" }))
    }
    spec[name] = probability
  }
  for (const probability of Object.values(spec)) sum += probability
  if (sum > 1) return Result.fail(new InvalidFaults({ part: text, reason: `adds up to ${sum}, more than 1` }))
  return Result.succeed(spec)
}

/** The text form of a specification: what `parse` reads. */
export const format = (spec: Spec): string =>
  Object.entries(spec)
    .map(([name, share]) => `${name}=${share}`)
    .join(",")

/** How a 429 tells when to come back. */
export const RetryAfter = Schema.Literals(["none", "seconds", "date"])

/** A fault for the next requests that match. */
export const Injection = Schema.Struct({
  fault: Fault,
  /** Requests to hit. Default 1. */
  times: Schema.optionalKey(Schema.Int),
  /** Matching requests to let through first. Default 0. */
  skip: Schema.optionalKey(Schema.Int),
  /** Path below the API's base, as "/opportunities" or "/opportunities/*\/offers", where * is one segment. Default: any. */
  path: Schema.optionalKey(Schema.String),
  /** For "rate-limit": how to announce the pause. Default "none". */
  retryAfter: Schema.optionalKey(RetryAfter),
  /** For "rate-limit": the pause announced, in seconds. Default 1. */
  retryAfterSeconds: Schema.optionalKey(Schema.Int),
  /** For "slow": how long the whole body takes, in milliseconds. Default 2,000. */
  slowMillis: Schema.optionalKey(Schema.Int)
})

/** A fault for the next requests that match. */
export type Injection = typeof Injection.Type

/** A fault that a request is to suffer, with its details settled. */
export interface Decision {
  readonly fault: Fault
  readonly retryAfter: "none" | "seconds" | "date"
  readonly retryAfterSeconds: number
  readonly slowMillis: number
}

/** Decides for one account. */
export interface Faults {
  /**
   * The fault for a request to `path` (below the API's base); `address` is path and query. A fault that does not apply
   * to the request, as an expired cursor to a first page, is not decided and an injection of it goes on waiting.
   */
  readonly decide: (path: string, address: string, applies: (fault: Fault) => boolean) => Decision | undefined
  readonly inject: (injection: Injection) => void
  /** Replaces the random faults. */
  readonly set: (spec: Spec) => void
  /** Forgets injections that are still waiting, and turns random faults off. */
  readonly clear: () => void
}

interface Waiting {
  readonly injection: Injection
  readonly matches: (path: string) => boolean
  skip: number
  left: number
}

const matcher =
  (pattern: string | undefined) =>
  (path: string): boolean => {
    if (pattern === undefined) return true
    const wanted = pattern.split("/")
    const given = path.split("/")
    return wanted.length === given.length && wanted.every((segment, at) => segment === "*" || segment === given[at])
  }

const announcements = ["none", "seconds", "date"] as const

/** Bounds the memory for how often an address was asked; two addresses may share a counter. */
const counters = 1 << 16

/** Makes the decider for one account. */
export const make = (seed: number, initial: Spec): Faults => {
  const source = Seeded.make(seed, "fault")
  const asked = new Uint32Array(counters)
  let spec = initial
  let waiting: ReadonlyArray<Waiting> = []
  let announced = 0

  const injected = (path: string, applies: (fault: Fault) => boolean): Decision | undefined => {
    for (const candidate of waiting) {
      if (!candidate.matches(path) || !applies(candidate.injection.fault)) continue
      if (candidate.skip > 0) {
        candidate.skip--
        continue
      }
      candidate.left--
      if (candidate.left <= 0) waiting = waiting.filter((other) => other !== candidate)
      const { fault, retryAfter = "none", retryAfterSeconds = 1, slowMillis = 2000 } = candidate.injection
      return { fault, retryAfter, retryAfterSeconds, slowMillis }
    }
    return undefined
  }

  const random = (address: string, applies: (fault: Fault) => boolean): Decision | undefined => {
    const hash = Seeded.make(seed, address).key
    const counter = hash % counters
    const attempt = asked[counter] ?? 0
    asked[counter] = attempt + 1
    let rest = Seeded.unit(source, hash, attempt)
    for (const fault of names) {
      rest -= spec[fault] ?? 0
      if (rest < 0) {
        if (!applies(fault)) return undefined
        const retryAfter = announcements[announced++ % announcements.length] ?? "none"
        return { fault, retryAfter, retryAfterSeconds: 1, slowMillis: 2000 }
      }
    }
    return undefined
  }

  return {
    decide: (path, address, applies) =>
      injected(path, applies) ?? (Object.keys(spec).length === 0 ? undefined : random(address, applies)),
    inject: (injection) => {
      const times = injection.times ?? 1
      if (times < 1) return
      waiting = [...waiting, { injection, matches: matcher(injection.path), skip: injection.skip ?? 0, left: times }]
    },
    set: (next) => {
      spec = next
    },
    clear: () => {
      spec = none
      waiting = []
    }
  }
}
