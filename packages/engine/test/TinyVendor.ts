/**
 * A vendor small enough to hold in one's head, over real HTTP: people in pages with an updated filter, the teams that
 * they name, and the notes listed for each of them. Its records are plain data that a test changes as it likes.
 */
import { Department } from "@crosswalk/core/ats/Department"
import { Note } from "@crosswalk/core/ats/Note"
import { Office } from "@crosswalk/core/ats/Office"
import { RejectReason } from "@crosswalk/core/ats/RejectReason"
import { Tag } from "@crosswalk/core/ats/Tag"
import * as Auth from "@crosswalk/core/Auth"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Page from "@crosswalk/core/Page"
import * as Provider from "@crosswalk/core/Provider"
import * as Resource from "@crosswalk/core/Resource"
import * as Since from "@crosswalk/core/Since"
import * as Source from "@crosswalk/core/Source"
import * as Wire from "@crosswalk/core/Wire"
import { Effect, Redacted, Schema } from "effect"
import { createServer } from "node:http"
import type { Connection } from "../src/Connection.ts"
import type { Random } from "./Random.ts"

/** A person as the vendor keeps it: several may be the same human being. */
export interface Person {
  readonly id: string
  readonly human: string
  readonly name: string
  readonly team: string | null
  readonly labels: ReadonlyArray<string>
  readonly updated: number
  readonly notes: ReadonlyArray<{ readonly id: string; readonly text: string }>
}

/** The vendor's data. A test replaces what it likes. */
export interface Data {
  people: Map<string, Person>
  teams: Map<string, string>
  /** Badges name their person and their kind. */
  badges: Map<string, { readonly person: string; readonly kind: string }>
  kinds: Map<string, string>
  /** The vendor's clock, in milliseconds. */
  now: number
  /** Called before each answer: a test changes the data under a reader's hands. */
  beforeAnswer: () => void
  /** Answers in the vendor's place; null leaves it to the vendor. */
  instead: (path: string) => Answer | null
}

/** A status and a JSON body. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Where the vendor is described. */
export const source = "https://vendor.invalid/docs"
const cursor = Page.cursor({ items: "data", token: "next", param: "offset", more: "hasNext", size: ["limit", 4] })

/** A person as it is read. */
export const Human = Schema.Struct({
  id: Schema.String,
  human: Schema.String,
  name: Wire.maybe(Schema.String),
  team: Wire.maybe(Schema.String),
  labels: Wire.maybe(Schema.Array(Schema.String)),
  updated: Wire.maybe(Wire.Numeric)
}).annotate({ source })
const Team = Schema.Struct({ id: Schema.String, name: Wire.maybe(Schema.String) }).annotate({ source })
const Badge = Schema.Struct({ id: Schema.String, person: Schema.String, kind: Schema.String }).annotate({ source })
const Remark = Schema.Struct({ id: Schema.String, text: Wire.maybe(Schema.String) }).annotate({ source })

const teams = Resource.make("teams", {
  path: "/teams",
  wire: Team,
  page: Page.single({ items: "data" }),
  id: (team) => team.id
})
const kinds = Resource.make("kinds", {
  path: "/kinds",
  wire: Team,
  page: Page.single({ items: "data" }),
  id: (kind) => kind.id
})
const badges = Resource.make("badges", {
  path: "/badges",
  wire: Badge,
  page: cursor,
  id: (badge) => badge.id
})
const people = Resource.make("people", {
  path: "/people",
  wire: Human,
  page: cursor,
  id: (person) => person.id,
  since: Since.millis("updated_since", { overlapMinutes: 0 }),
  absence: { confirm: "/people/{id}" },
  single: { path: "/people/{id}", page: Page.object({ at: "data" }) }
})
const notes = Resource.make("notes", {
  path: "/people/{parent}/notes",
  wire: Remark,
  page: cursor,
  id: (note) => note.id,
  parent: people
})

/** The vendor's lists. */
export const lists = { teams, kinds, badges, people, notes }

/** The rule for what the vendor does not have. */
export const none = Mapper.absent("the tiny vendor has none")

/** The rules that all its mappers have in common. */
export const bare = { remote_created_at: none, remote_updated_at: none, custom_fields: none }

// The models are those with the fewest fields; what they stand for elsewhere does not matter here.
const team = Mapper.make(Office, teams, {
  docs: source,
  fields: { ...bare, remote_id: ({ id }) => id, name: ({ name }) => name ?? null, location: none, parent_id: none }
})
const human = Mapper.make(
  Department,
  Source.group(people, (person) => person.human, {}),
  {
    docs: source,
    fields: {
      ...bare,
      remote_id: ({ key }) => key,
      name: ({ remotes }) => remotes.map(({ name }) => name).join("+"),
      type: none,
      parent_id: none
    }
  }
)
const membership = Mapper.make(
  RejectReason,
  Source.one(people, {
    teams: Source.lookup(teams, (person: typeof Human.Type) => [person.team]),
    badges: Source.referring(badges, ({ person }) => person),
    kinds: Source.through("badges", kinds, ({ kind }: typeof Badge.Type) => [kind])
  }),
  {
    docs: source,
    fields: {
      ...bare,
      remote_id: ({ remote }) => remote.id,
      name: ({ badges, kinds, remote, teams }) => {
        const names = (some: ReadonlyArray<typeof Team.Type> | null) => some?.map(({ name }) => name).join() ?? "?"
        return `${remote.name} of ${names(teams)} with ${badges?.length ?? "?"} ${names(kinds)}`
      }
    }
  }
)
const label = Mapper.make(
  Tag,
  Source.distinct(people, (person) => person.labels ?? []),
  {
    docs: source,
    fields: { ...bare, remote_id: ({ key }) => key, name: ({ key }) => key }
  }
)
const remark = Mapper.make(Note, Source.one(notes, { person: Source.parent(people) }), {
  docs: source,
  fields: {
    ...bare,
    remote_id: ({ remote }) => remote.id,
    body: ({ remote }) => remote.text ?? null,
    title: ({ person }) => person?.name ?? null,
    visibility: none,
    candidate_id: none,
    application_id: none,
    user_id: none
  }
})

/** The provider of the tiny vendor. */
export const provider = Provider.make("tiny", {
  name: "Tiny",
  categories: ["ats"],
  docs: source,
  api: { version: "v1", sunset: null },
  auth: [Auth.apiKeyAsUser(Auth.secret("api_key", "API key"))],
  baseUrls: { production: "https://vendor.invalid" },
  rateLimit: { limit: 100_000, windowSeconds: 1, burst: 100_000 },
  mappers: [team, human, membership, label, remark]
})

/** A connection to the vendor at an address. */
export const connection = (baseUrl: string): Connection => ({
  provider,
  credentials: { api_key: Redacted.make("tiny-key") },
  baseUrl,
  settings: {},
  onCredentials: () => Effect.void
})

const size = 4

const answer = (data: Data, url: URL): Answer => {
  const [, kind, id, below] = url.pathname.split("/")
  const person = data.people.get(decodeURIComponent(id ?? ""))
  const paged = (all: ReadonlyArray<{ readonly id: string }>) => {
    const from = url.searchParams.get("offset") ?? ""
    const rest = all.filter((item) => item.id >= from)
    const next = rest[size]?.id
    return {
      status: 200,
      body: { data: rest.slice(0, size), hasNext: next !== undefined, ...(next === undefined ? {} : { next }) }
    }
  }
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
  if (kind === "teams" || kind === "kinds")
    return { status: 200, body: { data: Array.from(data[kind], ([id, name]) => ({ id, name })) } }
  if (kind === "badges") return paged(Array.from(data.badges, ([id, badge]) => ({ id, ...badge })).sort(byId))
  if (kind === "people" && id === undefined) {
    const since = Number(url.searchParams.get("updated_since") ?? 0)
    return paged(
      [...data.people.values()]
        .filter(({ updated }) => updated >= since)
        .sort(byId)
        .map(({ notes: _, ...rest }) => rest)
    )
  }
  if (person === undefined) return { status: 404, body: { code: "NotFound", message: "no such person" } }
  return below === "notes" ? paged([...person.notes].sort(byId)) : { status: 200, body: { data: person } }
}

/** Serves the data on loopback while the scope lasts, and answers its address. */
export const serve = (data: Data) =>
  Effect.map(
    Effect.acquireRelease(
      Effect.callback<ReturnType<typeof createServer>>((resume) => {
        const server = createServer((request, response) => {
          data.beforeAnswer()
          const url = new URL(request.url ?? "/", "http://vendor.invalid")
          const { body, status } = data.instead(url.pathname) ?? answer(data, url)
          response.writeHead(status, { "content-type": "application/json", date: new Date(data.now).toUTCString() })
          response.end(JSON.stringify(body))
        })
        server.listen(0, "127.0.0.1", () => resume(Effect.succeed(server)))
      }),
      (server) =>
        Effect.callback<void>((resume) => {
          server.close(() => resume(Effect.void))
          server.closeAllConnections()
        })
    ),
    (server) => {
      const address = server.address()
      return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`
    }
  )

const person = (random: Random, id: string, now: number): Person => ({
  id,
  human: `h${random.integer(1, 12)}`,
  name: random.pick(["Ada", "Grace", "Alan", "Kurt", ""]),
  team: random.pick([null, "t1", "t2", "t3"]),
  labels: Array.from({ length: random.integer(0, 3) }, () => random.pick(["red", "Red", "blue", "grün"])),
  updated: now,
  notes: Array.from({ length: random.integer(0, 6) }, (_, index) => ({
    id: `${id}-n${index}`,
    text: `t${random.integer(1, 9)}`
  }))
})

/** Data of some people. */
export const random = (random: Random, size: number): Data => {
  const data: Data = {
    people: new Map(),
    teams: new Map([
      ["t1", "One"],
      ["t2", "Two"]
    ]),
    badges: new Map(),
    kinds: new Map([
      ["k1", "gold"],
      ["k2", "silver"]
    ]),
    now: 1_700_000_000_000,
    beforeAnswer: () => {},
    instead: () => null
  }
  for (let index = 0; index < size; index++) {
    const id = `p${random.integer(100, 999)}`
    data.people.set(id, person(random, id, data.now - 1000 * index))
  }
  return data
}

/** Gives everybody the same name, at a later time. */
export const rename = (data: Data, name: string): void => {
  data.now += 1000
  for (const [id, one] of data.people) data.people.set(id, { ...one, name, updated: data.now })
}

/** One change at the vendor: somebody comes, changes or goes, or a team does. */
export const edit = (data: Data, random: Random): void => {
  data.now += random.integer(1, 5000)
  const ids = [...data.people.keys()]
  const some = ids[random.integer(0, Math.max(0, ids.length - 1))] ?? "p500"
  const kind = random.integer(1, 9)
  if (kind === 7) {
    const badge = { person: some, kind: random.pick(["k1", "k2", "k3"]) }
    data.badges.set(`b${random.integer(1, 20)}`, badge)
  } else if (kind === 8) data.badges.delete(random.pick(["b1", ...data.badges.keys()]))
  else if (kind === 9) data.kinds.set(random.pick(["k1", "k3"]), random.pick(["gold", "bronze"]))
  else if (kind === 1) data.people.delete(some)
  else if (kind === 2) data.teams.set("t3", random.pick(["Three", "Trois"]))
  else if (kind === 3) data.teams.delete(random.pick(["t2", "t3"]))
  else {
    const id = kind === 4 ? `p${random.integer(100, 999)}` : some
    data.people.set(id, person(random, id, data.now))
  }
}

/** What a complete sync of the data must have stored: the telling field by model and remote id. */
export const expected = (data: Data): Readonly<Record<string, Readonly<Record<string, unknown>>>> => {
  const people = [...data.people.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const badges = [...data.badges].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, badge]) => badge)
  const worn = (id: string): string => {
    const own = badges.filter(({ person }) => person === id)
    const kinds = [...new Set(own.map(({ kind }) => kind))].flatMap((kind) => data.kinds.get(kind) ?? [])
    return `${own.length} ${kinds.join()}`
  }
  return {
    office: Object.fromEntries(data.teams),
    department: Object.fromEntries(
      Array.from(
        Map.groupBy(people, ({ human }) => human),
        ([human, all]) => [human, all.map(({ name }) => name).join("+")]
      )
    ),
    reject_reason: Object.fromEntries(
      people.map(({ id, name, team }) => [
        id,
        `${name} of ${(team === null ? null : data.teams.get(team)) ?? ""} with ${worn(id)}`
      ])
    ),
    tag: Object.fromEntries(people.flatMap(({ labels }) => labels).map((label) => [label, label])),
    note: Object.fromEntries(people.flatMap(({ name, notes }) => notes.map(({ id, text }) => [id, `${name}: ${text}`])))
  }
}
