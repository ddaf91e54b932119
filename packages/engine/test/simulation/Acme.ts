/**
 * The simulated vendor's declaration. How its lists page, and what absence from them proves, differs from seed to seed;
 * lists whose records move while they are read are declared to be so.
 */
import { Department } from "@crosswalk/core/ats/Department"
import { Document } from "@crosswalk/core/ats/Document"
import { JobInterviewStage } from "@crosswalk/core/ats/JobInterviewStage"
import { Note } from "@crosswalk/core/ats/Note"
import { Office } from "@crosswalk/core/ats/Office"
import { RejectReason } from "@crosswalk/core/ats/RejectReason"
import { Tag } from "@crosswalk/core/ats/Tag"
import * as Auth from "@crosswalk/core/Auth"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Page from "@crosswalk/core/Page"
import * as Provider from "@crosswalk/core/Provider"
import { CursorExpired } from "@crosswalk/core/ProviderError"
import * as Resource from "@crosswalk/core/Resource"
import * as Since from "@crosswalk/core/Since"
import * as Source from "@crosswalk/core/Source"
import * as Wire from "@crosswalk/core/Wire"
import { Schema } from "effect"

/** Records on a page. */
export const size = 3

/** How a list is paged. Only by cursor does it keep still: its order is that of the ids, and a page begins at an id. */
export type Paging = "cursor" | "offset" | "counted" | "numbered"

/** The choices of one account. */
export interface Variant {
  readonly people: Paging
  readonly postings: Paging
  readonly deletions: Paging
  readonly files: Paging
}

/** How changes are asked for; a mistake here is one that authors make. */
export interface Filters {
  readonly param: "updated_since" | "created_since"
  /** How far before the mark to begin again; the usual minutes when it is not said. */
  readonly overlapMinutes?: number
}

/** A package's version: the later one maps some things otherwise, and reads more of the vendor's records. */
export type Edition = 1 | 2

const docs = "https://vendor.invalid/docs"

const pages: Readonly<Record<Paging, Page.Page>> = {
  cursor: Page.cursor({ items: "data", token: "next", param: "cursor", more: "hasNext", size: ["limit", size] }),
  offset: Page.offset({ items: "data", param: "offset", size: ["limit", size] }),
  counted: Page.offset({ items: "data", param: "offset", size: ["limit", size], total: "total" }),
  numbered: Page.numbered({ items: "data", param: "page", size: ["limit", size], total: "total" })
}

const PersonWire = Schema.Struct({
  id: Schema.String,
  human: Schema.String,
  name: Wire.maybe(Schema.String),
  team: Wire.maybe(Schema.String),
  labels: Wire.maybe(Schema.Array(Schema.String)),
  updated: Wire.maybe(Wire.Numeric)
}).annotate({ source: docs })
const named = { id: Schema.String, name: Wire.maybe(Schema.String), archived: Wire.maybe(Schema.Finite) }
const NamedWire = Schema.Struct(named).annotate({ source: docs })
const DatedWire = Schema.Struct({ ...named, created: Wire.maybe(Schema.Finite) }).annotate({ source: docs })

const none = Mapper.absent("the simulated vendor has none")
const bare = { remote_created_at: none, remote_updated_at: none, custom_fields: none }

const teams = Resource.make("teams", {
  path: "/teams",
  wire: NamedWire,
  page: Page.single({ items: "data" }),
  id: ({ id }) => id
})

const office = Mapper.make(Office, teams, {
  docs,
  fields: { ...bare, remote_id: ({ id }) => id, name: ({ name }) => name ?? null, location: none, parent_id: none }
})

const ofPeople = (paging: Paging, { param, ...overlap }: Filters, edition: Edition) => {
  const people = Resource.make("people", {
    path: "/people",
    wire: PersonWire,
    page: pages[paging],
    id: ({ id }) => id,
    since: Since.millis(param, overlap),
    absence: { confirm: "/people/{id}" }
  })
  const notes = Resource.make("notes", {
    path: "/people/{parent}/notes",
    wire: NamedWire,
    page: pages.cursor,
    id: ({ id }) => id,
    parent: people
  })
  return [
    Mapper.make(
      Department,
      edition === 1
        ? Source.group(people, ({ human }) => human, {})
        : Source.group(people, ({ human }) => `new ${human}`, {}),
      {
        docs,
        fields: {
          ...bare,
          remote_id: ({ key }) => key,
          name: ({ remotes }) => remotes.map(({ name }) => name).join("+"),
          type: none,
          parent_id: none
        }
      }
    ),
    Mapper.make(
      RejectReason,
      Source.one(people, { teams: Source.lookup(teams, (person: typeof PersonWire.Type) => [person.team]) }),
      {
        docs,
        fields: {
          ...bare,
          remote_id: ({ remote }) => remote.id,
          name:
            edition === 1
              ? ({ remote, teams }) => `${remote.name} of ${teams?.[0]?.name ?? "nobody"}`
              : ({ remote, teams }) => `${remote.name} in ${teams?.[0]?.name ?? "no team"}`
        }
      }
    ),
    Mapper.make(
      Tag,
      Source.distinct(people, ({ labels }) => labels ?? []),
      { docs, fields: { ...bare, remote_id: ({ key }) => key, name: ({ key }) => key } }
    ),
    Mapper.make(Note, Source.one(notes, { person: Source.parent(people) }), {
      docs,
      fields: {
        ...bare,
        remote_id: ({ remote }) => remote.id,
        body: ({ remote }) => remote.name ?? null,
        title: ({ person }) => person?.name ?? null,
        visibility: none,
        candidate_id: none,
        application_id: none,
        user_id: none
      }
    })
  ]
}

const ofPostings = (paging: Paging, deletions: Paging, { param, ...overlap }: Filters) => {
  const postings = Resource.make("postings", {
    path: "/postings",
    wire: NamedWire,
    page: pages[paging],
    id: ({ id }) => id,
    since: Since.instant(param, overlap),
    absence: "kept",
    deletions: { path: "/postings/deleted", page: pages[deletions], since: Since.millis("deleted_since"), id: "id" }
  })
  return Mapper.make(JobInterviewStage, postings, {
    docs,
    fields: {
      ...bare,
      remote_id: ({ id }) => id,
      name: ({ name }) => name ?? null,
      description: none,
      position: none,
      phase: none,
      job_id: none
    }
  })
}

const ofFiles = (paging: Paging, edition: Edition) => {
  const files = Resource.make("files", {
    path: "/files",
    wire: edition === 1 ? NamedWire : DatedWire,
    page: pages[paging],
    id: ({ id }) => id,
    absence: paging === "cursor" ? "deleted" : { confirm: "/files/{id}" },
    deletedAt: ({ archived }) => (typeof archived === "number" ? Wire.instantFromMillis(archived) : null)
  })
  return Mapper.make(Document, files, {
    docs,
    fields: {
      ...bare,
      remote_id: ({ id }) => id,
      file_name: ({ name }) => name ?? null,
      file_url:
        edition === 1
          ? none
          : ({ created }: typeof DatedWire.Type) => (typeof created === "number" ? String(created) : null),
      content_type: none,
      type: none,
      candidate_id: none,
      application_id: none,
      job_id: none,
      user_id: none
    }
  })
}

const make = (variant: Variant, filters: Filters, edition: Edition): Provider.Provider =>
  Provider.make("acme", {
    name: "Acme",
    categories: ["ats"],
    docs,
    api: { version: "v1", sunset: null },
    auth: [Auth.apiKeyAsUser(Auth.secret("api_key", "API key"))],
    baseUrls: { production: "https://vendor.invalid" },
    rateLimit: { limit: 20, windowSeconds: 1, burst: 20 },
    mappers: [
      office,
      ...ofPeople(variant.people, filters, edition),
      ofPostings(variant.postings, variant.deletions, filters),
      ofFiles(variant.files, edition)
    ],
    failure: (_, { code, detail }) => (code === "ExpiredToken" ? { reason: new CursorExpired({ detail }) } : {})
  })

const made = new Map<string, Provider.Provider>()

/** An edition of the provider of a variant; compiled once. */
export const provider = (
  variant: Variant,
  edition: Edition,
  filters: Filters = { param: "updated_since" }
): Provider.Provider => {
  const name = JSON.stringify([variant, edition, filters])
  const known = made.get(name) ?? make(variant, filters, edition)
  made.set(name, known)
  return known
}
