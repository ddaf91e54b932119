/** A provider with a bit of everything, made of parts that a test replaces by wrong ones. */
import * as Auth from "@crosswalk/core/Auth"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Page from "@crosswalk/core/Page"
import * as Provider from "@crosswalk/core/Provider"
import * as Resource from "@crosswalk/core/Resource"
import * as Since from "@crosswalk/core/Since"
import * as Source from "@crosswalk/core/Source"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { Person, Rank, Remark, Team } from "./Models.ts"

const docs = "https://vendor.invalid/docs"

export const WirePerson = Schema.Struct({
  id: Schema.String,
  name: Wire.maybe(Schema.String),
  emails: Wire.maybe(Schema.Array(Schema.String)),
  status: Wire.maybe(Schema.String),
  team: Wire.maybe(Schema.String),
  joined: Wire.maybe(Schema.String),
  nickname: Wire.maybe(Schema.String),
  nick: Wire.maybe(Schema.String),
  created: Wire.maybe(Wire.Numeric),
  updated: Wire.maybe(Wire.Numeric)
}).annotate({ source: docs })
export type WirePerson = typeof WirePerson.Type

export const WireTeam = Schema.Struct({
  id: Schema.String,
  label: Wire.maybe(Schema.String),
  above: Wire.maybe(Schema.String)
}).annotate({ source: docs })
type WireTeam = typeof WireTeam.Type

const WireRank = Schema.Struct({ id: Wire.Id, rank: Wire.maybe(Schema.String) }).annotate({ source: docs })
const WireRemark = Schema.Struct({ id: Schema.String, text: Wire.maybe(Schema.String) }).annotate({ source: docs })
type WireRemark = typeof WireRemark.Type

const none = Mapper.absent("the tiny vendor has none")

export const cursor = { items: "data", token: "next", param: "offset", more: "hasNext", size: ["limit", 25] } as const

/** `MM/DD/YYYY`. */
const usDate = (text: string | null | undefined) => Wire.date(text?.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, "$3-$1-$2"))

type PersonInput = { readonly remote: WirePerson; readonly teams: ReadonlyArray<WireTeam> | null }
type RemarkInput = { readonly remote: WireRemark; readonly person: WirePerson | null }

export const personRules: Mapper.Rules<PersonInput, typeof Person> = {
  remote_id: ({ remote }) => remote.id,
  remote_created_at: ({ remote }) => Wire.instantFromMillis(remote.created),
  remote_updated_at: ({ remote }) => Wire.instantFromMillis(remote.updated),
  custom_fields: none,
  name: ({ remote }) => Wire.text(remote.name),
  first_name: Mapper.derived("the part of the name before the first space", ({ remote }: PersonInput) =>
    Wire.text(remote.name?.split(" ")[0])
  ),
  title: none,
  nickname: ({ remote }) => Wire.text(remote.nickname),
  emails: ({ remote }) => Wire.list(remote.emails, (value) => ({ value, type: null })),
  status: ({ remote }) => vocabulary({ working: "ACTIVE", left: "LEFT" })(remote.status),
  joined_on: ({ remote }) => usDate(remote.joined),
  team_name: ({ teams }) => teams?.[0]?.label ?? null,
  team_id: ({ remote }) => Wire.id(remote.team)
}

export const remarkRules: Mapper.Rules<RemarkInput, typeof Remark> = {
  remote_id: ({ remote }) => remote.id,
  remote_created_at: none,
  remote_updated_at: none,
  custom_fields: none,
  title: ({ person }) => person?.name ?? null,
  body: ({ remote }) => Wire.text(remote.text),
  candidate_id: ({ person }) => person?.id ?? null
}

/** What a test may replace. */
export interface Parts {
  readonly people: Partial<Parameters<typeof Resource.make<"people", WirePerson>>[1]>
  readonly ranks: { readonly page?: Page.Page }
  readonly remarks: Partial<Parameters<typeof Resource.make<"remarks", WireRemark>>[1]>
  readonly teams: Partial<Parameters<typeof Resource.make<"teams", WireTeam>>[1]>
  readonly person: Partial<Mapper.Rules<PersonInput, typeof Person>>
  readonly remark: Partial<Mapper.Rules<RemarkInput, typeof Remark>>
  readonly teamKey: (person: WirePerson) => string | null | undefined
  readonly remarkParent: "people" | "teams"
  readonly docs: string
  readonly auth: Auth.Auth
  readonly failure: Provider.Provider["failure"]
  /** Maps people to ranks, too. */
  readonly twice: boolean
}

/** Page of ranks: numbered, and as bare a list as can be. */
export const ranksPage = Page.numbered({ items: "", param: "page", size: ["per_page", 3] })

/** The provider, with some of its parts replaced. */
export const make = (parts: Partial<Parts> = {}): Provider.Provider => {
  const teams = Resource.make("teams", {
    path: "/teams",
    wire: WireTeam,
    page: Page.single({ items: "data" }),
    id: (team) => team.id,
    permission: "teams",
    ...parts.teams
  })
  const people = Resource.make("people", {
    path: "/people",
    wire: WirePerson,
    page: Page.cursor(cursor),
    id: (person) => person.id,
    since: Since.millis("updated_since"),
    absence: { confirm: "/people/{id}" },
    single: { path: "/people/{id}", page: Page.object({ at: "data" }) },
    permission: "people",
    ...parts.people
  })
  const ranks = Resource.make("ranks", {
    path: "/ranks",
    wire: WireRank,
    page: ranksPage,
    id: (rank) => rank.id,
    permission: "ranks",
    ...parts.ranks
  })
  const remarks = Resource.make("remarks", {
    path: "/people/{parent}/remarks",
    wire: WireRemark,
    page: Page.cursor(cursor),
    id: (remark) => remark.id,
    parent: people,
    permission: "remarks",
    ...parts.remarks
  })
  const teamKey = parts.teamKey ?? ((person) => person.team)
  const person = Mapper.make(
    Person,
    Source.one(people, { teams: Source.lookup(teams, (person: WirePerson) => [teamKey(person)]) }),
    { docs: parts.docs ?? docs, fields: { ...personRules, ...parts.person } }
  )
  const team = Mapper.make(Team, teams, {
    docs,
    fields: {
      remote_id: ({ id }) => id,
      remote_created_at: none,
      remote_updated_at: none,
      custom_fields: none,
      name: ({ label }) => Wire.text(label),
      parent_id: ({ above }) => Wire.id(above)
    }
  })
  const rank = Mapper.make(Rank, ranks, {
    docs,
    fields: {
      remote_id: ({ id }) => String(id),
      remote_created_at: none,
      remote_updated_at: none,
      custom_fields: none,
      name: ({ rank }) => Wire.text(rank)
    }
  })
  const label = Mapper.make(
    Rank,
    Source.distinct(people, () => ["1"]),
    {
      docs,
      fields: {
        remote_id: ({ key }) => key,
        remote_created_at: none,
        remote_updated_at: none,
        custom_fields: none,
        name: ({ key }) => key
      }
    }
  )
  // A parent of the wrong kind is what one of the mistakes is about; otherwise it is the person.
  const about = parts.remarkParent === "teams" ? { ...Source.parent(people), resource: teams } : Source.parent(people)
  const remark = Mapper.make(Remark, Source.one(remarks, { person: about }), {
    docs,
    fields: { ...remarkRules, ...parts.remark }
  })
  return Provider.make("tiny", {
    name: "Tiny",
    categories: ["ats"],
    docs,
    api: { version: "v1", sunset: null },
    auth: [parts.auth ?? Auth.apiKeyAsUser(Auth.secret("api_key", "API key"))],
    baseUrls: { production: "https://vendor.invalid" },
    rateLimit: { limit: 100, windowSeconds: 1, burst: 100 },
    mappers: parts.twice === true ? [team, person, rank, label, remark] : [team, person, rank, remark],
    ...(parts.failure === undefined ? {} : { failure: parts.failure })
  })
}
