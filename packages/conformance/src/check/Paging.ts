/** Lists are read to their end: every recorded page is asked for once, and nothing beyond. */
import type { Auth } from "@crosswalk/core/Auth"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { Effect, Predicate, Stream } from "effect"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Fixtures from "../Fixtures.ts"
import * as Account from "../internal/Account.ts"
import * as Json from "../internal/Json.ts"
import * as Serve from "../internal/Serve.ts"
import type { Subject } from "../Subject.ts"

type Served = Pick<Fixtures.RecordedPage, "body" | "headers">

/** What a walk of a list asked for. */
interface Walk {
  /** The different queries, in order. */
  readonly queries: ReadonlyArray<URLSearchParams>
  readonly repeated: number
  /** Whether more was asked for than there is. */
  readonly beyond: boolean
  readonly items: number
  readonly error: string | null
}

/** Walks pages as a server hands them out: the next one to each query that is new. */
const walk = Effect.fnUntraced(function* (
  subject: Subject,
  auth: Auth,
  { parent, resource }: Pick<Fixtures.RecordedList, "resource" | "parent">,
  pages: ReadonlyArray<Served>
) {
  const queries = new Map<string, URLSearchParams>()
  let repeated = 0
  let beyond = false
  const origin = yield* Serve.serve(
    Account.withTokens(({ query }) => {
      const text = query.toString()
      if (queries.has(text)) repeated++
      else queries.set(text, query)
      const page = pages[[...queries.keys()].indexOf(text)]
      if (page !== undefined) return Serve.json(200, page.body, page.headers)
      beyond = true
      return Serve.json(500, { message: "there is no further page" })
    })
  )
  const client = yield* VendorClient.make(Account.connection(subject.provider, auth, origin), Account.once)
  let items = 0
  const error = yield* client.pages(resource, { request: null, parent, query: {} }).pipe(
    Stream.runForEach((page) => Effect.sync(() => (items += page.items.length))),
    Effect.match({ onSuccess: () => null, onFailure: ({ message }) => message })
  )
  return { queries: [...queries.values()], repeated, beyond, items, error } satisfies Walk
}, Effect.scoped)

const problemsOf = (walk: Walk, pages: ReadonlyArray<Served>): ReadonlyArray<string> => {
  if (walk.beyond) return [`a page after the last of ${pages.length} was asked for: the list does not end`]
  if (walk.error !== null) return [`page ${Math.max(1, walk.queries.length)} could not be read: ${walk.error}`]
  const last = walk.queries.length
  return [
    ...(last < pages.length
      ? [`page ${last + 1} of ${pages.length} was never asked for: the list ends too early, with ${walk.items} records`]
      : []),
    ...(walk.repeated > 0 ? [`a page was asked for ${walk.repeated + 1} times`] : [])
  ]
}

/** The query that asks for a page names it by something that stands in the page before. */
const tokenProblems = ({ resource }: Fixtures.RecordedList, walk: Walk, pages: ReadonlyArray<Served>) =>
  resource.page.strategy !== "cursor" || resource.page.first.part !== undefined
    ? []
    : walk.queries.flatMap((query, index) => {
        const before = pages[index - 1]
        if (before === undefined) return []
        const words = Json.words(before.body)
        const old = new Set(walk.queries[index - 1]?.values())
        return [...query.values()].some((value) => words.has(value) && !old.has(value))
          ? []
          : [`page ${index + 1} is asked for with nothing that page ${index} names`]
      })

/** Records that a full page holds, by the size that is asked for. */
const sizeOf = ({ resource: { page } }: Fixtures.RecordedList): number =>
  Math.max(
    0,
    ...Object.values(page.first.query).flatMap((value) => (typeof value === "string" ? Number(value) || 0 : 0))
  )

const largestSize = 5000

/**
 * Where a list ends with a page shorter than asked for, one short recording shows no second page: it is stretched to two
 * full pages and one with a single record. Null where an answer tells the list's length in some other way.
 */
const stretched = (list: Fixtures.RecordedList): ReadonlyArray<Served> | null => {
  const [page] = list.pages
  const { first, strategy } = list.resource.page
  const size = sizeOf(list)
  if (page === undefined || list.pages.length > 1 || first.part !== undefined || size < 2 || size > largestSize)
    return null
  if (strategy !== "numbered" && strategy !== "offset") return null
  const read = list.resource.page.read({ body: page.body, headers: page.headers, request: first })
  if ("unreadable" in read || read.total !== null || read.items.length === 0) return null
  const isPlain = page.body === read.items || (Predicate.isObject(page.body) && Object.keys(page.body).length === 1)
  if (!isPlain) return null
  const full = Array.from({ length: size }, (_, at) => read.items[at % read.items.length])
  return [full, full, full.slice(0, 1)].map((items) => ({
    body: Json.replace(page.body, read.items, items),
    headers: page.headers
  }))
}

/** Every page of every recorded list is asked for once. */
export const paging = Check.calling("paging", "reads every list to its end, each page once", (subject) =>
  Effect.gen(function* () {
    const findings: Array<Finding.Finding> = []
    const [auth] = subject.provider.auth
    if (auth === undefined) return [Finding.make(subject.provider.id, "has no way to authenticate")]
    const tell = (about: string, problems: ReadonlyArray<string>) => {
      for (const problem of problems) findings.push(Finding.make(about, problem))
    }
    for (const list of subject.fixtures.lists) {
      const pages = Fixtures.answers(list)
      const walked = yield* walk(subject, auth, list, pages)
      tell(list.folder, problemsOf(walked, pages))
      tell(list.folder, tokenProblems(list, walked, pages))
      const longer = stretched(list)
      if (longer !== null) {
        const problems = problemsOf(yield* walk(subject, auth, list, longer), longer)
        tell(
          list.folder,
          problems.map((problem) => `of a longer list, ${problem}`)
        )
      }
    }
    return findings
  }).pipe(Effect.provide(VendorClient.layerHttp))
)
