/** The simulated vendor's interface: answers requests from an account, as it documents, and misbehaves as vendors do. */
import type { Random } from "../Random.ts"
import type { Account, Person } from "./Account.ts"
import { size } from "./Acme.ts"

/** An answer. A body that is no text is JSON; `cut` has the connection end before the body does. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly cut: boolean
  /** What it is, for the log. */
  readonly kind: string
}

/** A page as it was served, for whoever wants to know later what a reader has seen. */
export interface Served {
  readonly resource: string
  readonly ids: ReadonlyArray<string>
  /** Those among them that were marked as deleted. */
  readonly gone: ReadonlySet<string>
  /** The query that the next page is asked for with; null at the end. */
  readonly next: Readonly<Record<string, string>> | null
}

/** How often an answer goes wrong, each from 0 to 1. */
export interface Weather {
  /** Refused, failed, cut off, garbled, or none at all. */
  readonly faults: number
  /** True pages in odd forms: shuffled, repeated, empty with a next one. */
  readonly oddities: number
  /** Outages that begin. */
  readonly outages: number
}

/** No answer goes wrong. */
export const fair: Weather = { faults: 0, oddities: 0, outages: 0 }

/** How long a place in a list stays known, in milliseconds. */
const tokenLife = 25 * 60_000

/** What fails for some minutes: a right to a list, to a field of its records, or the list itself, which is shown empty. */
type Outage = "forbidden" | "blind" | "empty"

interface Listed {
  readonly id: string
  readonly updated?: number
  readonly archived?: number | null
}

const byId = (a: Listed, b: Listed) => (a.id < b.id ? -1 : 1)

const minute = 60_000

/** Who answers requests; null for no answer at all. */
export interface Answering {
  readonly answer: (url: URL) => Answer | null | "reset"
}

const hidden: Answer = { status: 200, headers: {}, body: '{"data":[]}', cut: false, kind: "a failure, hidden" }

export class Vendor implements Answering {
  weather: Weather = fair
  readonly served: Array<Served> = []
  /** Lists that were shown without what is in them: what changed meanwhile is found by the next full walk only. */
  readonly hidden = new Set<string>()
  readonly #account: Account
  readonly #random: Random
  /** Whether lists that count their records put what changed lately first. */
  readonly #newestFirst: boolean
  readonly #tellsTime: boolean
  readonly #outages = new Map<string, { readonly kind: Outage; readonly until: number }>()
  #tokens = 0

  constructor(
    account: Account,
    random: Random,
    options: { readonly newestFirst: boolean; readonly tellsTime: boolean }
  ) {
    this.#account = account
    this.#random = random
    this.#newestFirst = options.newestFirst
    this.#tellsTime = options.tellsTime
  }

  /** Ends all outages. */
  clear(): void {
    this.weather = fair
    this.#outages.clear()
  }

  /** The vendor as seen by a client that takes a list that it could not read for an empty one. */
  withoutFailures(): Answering {
    return {
      answer: (url) => {
        const answer = this.answer(url)
        return answer !== null && answer !== "reset" && (answer.status < 400 || answer.status === 404) ? answer : hidden
      }
    }
  }

  answer(url: URL): Answer | null | "reset" {
    const random = this.#random
    const [, first = "", id, below] = url.pathname.split("/")
    const resource = below ?? first
    if (random.chance(this.weather.faults)) return this.#fault()
    const outage = this.#outageOf(resource)
    if (outage === "forbidden") return this.#json(403, { code: "Forbidden", message: "no right" })
    if (first === "people" && id !== undefined) {
      const person = this.#account.people.get(decodeURIComponent(id))
      if (person === undefined) return this.#json(404, { code: "NotFound", message: "no such person" })
      if (below === undefined) return this.#json(200, { data: this.#person(person) })
      const notes = Array.from(person.notes, ([id, name]) => ({ id, name }))
      return this.#list(resource, notes, url)
    }
    if (first === "files" && id !== undefined) {
      const file = this.#account.files.get(decodeURIComponent(id))
      return file === undefined ? this.#json(404, { code: "NotFound" }) : this.#json(200, { data: file })
    }
    if (first === "postings" && id === "deleted") {
      const since = Number(url.searchParams.get("deleted_since") ?? 0)
      const gone = Array.from(this.#account.deletedPostings, ([id, updated]) => ({ id, updated }))
      return this.#list(
        "deleted",
        gone.filter(({ updated }) => updated >= since),
        url
      )
    }
    const records = outage === "empty" ? [] : this.#records(first, url)
    return this.#list(first, outage === "blind" ? records.map((record) => ({ ...record, team: null })) : records, url)
  }

  #records(resource: string, url: URL): ReadonlyArray<Listed> {
    const isSince = (one: { readonly created: number; readonly updated: number }): boolean =>
      (["created", "updated"] as const).every((name) => {
        const since = url.searchParams.get(`${name}_since`)
        return since === null || one[name] >= (since.endsWith("Z") ? Date.parse(since) : Number(since))
      })
    const { files, people, postings, teams } = this.#account
    if (resource === "people") return [...people.values()].filter(isSince).map((person) => this.#person(person))
    if (resource === "postings") return [...postings.values()].filter(isSince)
    return resource === "files" ? [...files.values()] : Array.from(teams, ([id, name]) => ({ id, name }))
  }

  #person({ notes: _, ...rest }: Person) {
    return rest
  }

  #outageOf(resource: string): Outage | null {
    const random = this.#random
    const now = this.#account.now
    if (random.chance(this.weather.outages)) {
      // A list of a few records that is suddenly empty is believed; so only long ones, and those that are asked again.
      const mayEmpty =
        resource === "people" || resource === "postings" || (resource === "teams" && this.#account.teams.size > 11)
      const kinds: readonly [Outage, ...ReadonlyArray<Outage>] = [
        "forbidden",
        mayEmpty ? "empty" : "forbidden",
        resource === "people" ? "blind" : "forbidden"
      ]
      const kind = random.pick(kinds)
      this.#outages.set(resource, { kind, until: now + random.integer(1, 40) * minute })
    }
    const outage = this.#outages.get(resource)
    if (outage === undefined || outage.until < now) return null
    if (outage.kind !== "forbidden") this.hidden.add(resource)
    return outage.kind
  }

  #list(resource: string, records: ReadonlyArray<Listed>, url: URL): Answer {
    const params = url.searchParams
    const random = this.#random
    const isOdd = random.chance(this.weather.oddities)
    const [offset, page, cursor] = [params.get("offset"), params.get("page"), params.get("cursor")]
    if (offset !== null || page !== null) {
      const newest = (a: Listed, b: Listed) => (b.updated ?? 0) - (a.updated ?? 0) || byId(a, b)
      const sorted = records.toSorted(this.#newestFirst ? newest : byId)
      const start = offset === null ? (Number(page) - 1) * size : Number(offset)
      const data = sorted.slice(start, start + size)
      const next = offset === null ? { page: String(Number(page) + 1) } : { offset: String(start + data.length) }
      return this.#page(resource, data, next, { total: records.length }, isOdd)
    }
    if (params.get("limit") === null) return this.#page(resource, records.toSorted(byId), null, {}, isOdd)
    const [number = "0", issued = "0", start = ""] = cursor?.split("!") ?? []
    const now = this.#account.now
    if (cursor !== null && now - Number(issued) > tokenLife) {
      return this.#json(400, { code: "ExpiredToken", message: "the token is too old" })
    }
    const rest = records.filter(({ id }) => id >= start).toSorted(byId)
    const how = isOdd ? random.pick(["shuffled", "repeats", "empty", "circle"] as const) : "plain"
    const data = how === "empty" ? [] : rest.slice(0, size)
    const follower = how === "repeats" || how === "empty" ? start : rest[size]?.id
    if (follower === undefined) return this.#page(resource, data, null, { hasNext: false }, how === "shuffled")
    const token =
      how === "circle" && cursor !== null ? `${number}!${issued}!${start}` : `${++this.#tokens}!${now}!${follower}`
    return this.#page(resource, data, { cursor: token }, { hasNext: true, next: token }, how === "shuffled")
  }

  #page(
    resource: string,
    data: ReadonlyArray<Listed>,
    next: Readonly<Record<string, string>> | null,
    more: object,
    isShuffled: boolean
  ): Answer {
    const ids = data.map(({ id }) => id)
    const gone = new Set(data.flatMap(({ archived, id }) => (typeof archived === "number" ? [id] : [])))
    this.served.push({ resource, ids, gone, next })
    const shuffled = isShuffled ? data.toReversed() : data
    return this.#json(200, { data: shuffled, ...more }, `${resource} ${ids.join()}`)
  }

  #json(status: number, body: unknown, kind = String(status)): Answer {
    return { status, headers: this.#headers(), body: JSON.stringify(body), cut: false, kind }
  }

  #headers(): Record<string, string> {
    const date: Record<string, string> = this.#tellsTime ? { date: new Date(this.#account.now).toUTCString() } : {}
    return { "content-type": "application/json", ...date }
  }

  #fault(): Answer | null | "reset" {
    const random = this.#random
    const date = this.#headers()
    const refused = (status: number, headers: Record<string, string>): Answer => ({
      status,
      headers: { ...date, ...headers },
      body: random.pick(["", "<!doctype html><title>Sorry</title>", '{"message":"later"}']),
      cut: false,
      kind: `${status} ${Object.values(headers).join()}`
    })
    const later = new Date(this.#account.now + random.integer(-5, 90) * 1000).toUTCString()
    const wait = random.pick(["1", "0", "17", "-5", "99999999", "soon", "", later])
    const garbled = (body: string, cut: boolean, kind: string): Answer => ({
      status: 200,
      headers: date,
      body,
      cut,
      kind
    })
    switch (random.integer(1, 9)) {
      case 1:
        return refused(429, random.chance(0.2) ? {} : { "retry-after": wait })
      case 2:
        return refused(random.pick([500, 502, 503, 504, 408]), random.chance(0.3) ? { "retry-after": wait } : {})
      case 3:
        return "reset"
      case 4:
        return garbled('{"data":[{"id":"p1', true, "cut off")
      case 5:
        return garbled('{"data":[{"id":"p1"},{"id', false, "truncated")
      case 6:
        return garbled("<!doctype html><title>Be right back</title>", false, "HTML")
      case 7:
        return garbled('{"message":"maintenance"}', false, "no list")
      case 8:
        return random.chance(0.1) ? refused(401, {}) : garbled("", false, "empty body")
      default:
        return null
    }
  }
}
