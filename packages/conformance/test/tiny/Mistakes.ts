/** Mistakes that providers are made with: each a provider right but for one thing, and how the suite has to take it. */
import * as Auth from "@crosswalk/core/Auth"
import * as Page from "@crosswalk/core/Page"
import type { Provider } from "@crosswalk/core/Provider"
import { NotFound, Rejected, Unauthenticated } from "@crosswalk/core/ProviderError"
import * as Since from "@crosswalk/core/Since"
import { known, vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { Schema, SchemaTransformation } from "effect"
import { cpSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import * as Tiny from "./Provider.ts"

/** A mistake, and how the suite has to take it. */
export interface Mistake {
  readonly name: string
  readonly provider: Provider
  /** The checks that fail: these and no others. */
  readonly fails: ReadonlyArray<string>
  /** What the first of them says. */
  readonly says: RegExp
  /** A check that drives the simulator, where it takes one to see the mistake. */
  readonly driving?: string
  /** Whether the expected records are those of the right provider; otherwise they are written anew, mistake included. */
  readonly reviewed?: boolean
  /** What is wrong with the fixtures. */
  readonly spoil?: (folder: string) => void
}

const mistake = (name: string, parts: Partial<Tiny.Parts>, rest: Omit<Mistake, "name" | "provider">): Mistake => ({
  name,
  provider: Tiny.make(parts),
  ...rest
})

const none: Provider["failure"] = () => ({})
let drawn = 0

/** Every mistake. */
export const mistakes: ReadonlyArray<Mistake> = [
  mistake(
    "wrong token name",
    { people: { page: Page.cursor({ ...Tiny.cursor, token: "nextToken" }) } },
    {
      fails: ["paging", "fixtures", "records", "coverage", "words", "joins"],
      says: /people: page 1 could not be read: .*"nextToken"/
    }
  ),
  mistake(
    "list that ends without looking for a token",
    { people: { page: Page.single({ items: "data" }) } },
    { fails: ["paging"], says: /people: page 2 of 2 was never asked for/ }
  ),
  mistake(
    "skipped last page",
    {
      ranks: {
        page: {
          ...Tiny.ranksPage,
          read: (answer) => {
            const read = Tiny.ranksPage.read(answer)
            return "unreadable" in read || read.next?.query["page"] !== "3" ? read : { ...read, next: null }
          }
        }
      }
    },
    { fails: ["paging"], says: /ranks: of a longer list, page 3 of 3 was never asked for/ }
  ),
  mistake(
    "list that never ends",
    {
      ranks: {
        page: {
          ...Tiny.ranksPage,
          read: (answer) => {
            const read = Tiny.ranksPage.read(answer)
            const page = Number(answer.request.query["page"]) + 1
            return "unreadable" in read ? read : { ...read, next: { query: { page: String(page), per_page: "3" } } }
          }
        }
      }
    },
    { fails: ["paging"], says: /ranks: a page after the last of 1 was asked for/ }
  ),
  mistake(
    "token that is not sent back",
    {
      people: {
        page: {
          ...Page.cursor(Tiny.cursor),
          read: (answer) => {
            const read = Page.cursor(Tiny.cursor).read(answer)
            return "unreadable" in read || read.next === null ? read : { ...read, next: { query: { offset: "2" } } }
          }
        }
      }
    },
    { fails: ["paging"], says: /page 2 is asked for with nothing that page 1 names/ }
  ),
  mistake(
    "wrong parameter for the token",
    { people: { page: Page.cursor({ ...Tiny.cursor, param: "after" }) } },
    { driving: "walks", fails: ["walks"], says: /circle|advance|same/ }
  ),
  mistake(
    "filter on created instead of updated",
    { people: { since: Since.millis("created_since") } },
    { driving: "increments", fails: ["increments"], says: /edited records are not in the list|means created/ }
  ),
  mistake(
    "misspelt filter",
    { people: { since: Since.millis("updatedSince") } },
    { driving: "increments", fails: ["increments"], says: /"updatedSince" narrows nothing/ }
  ),
  mistake(
    "mutated input",
    {
      person: {
        emails: ({ remote }) =>
          Wire.list(Object.assign(remote, { seen: true }).emails, (value) => ({ value, type: null }))
      }
    },
    { fails: ["purity"], says: /candidate\/people: it changes the record that it maps/ }
  ),
  mistake(
    "another value at every reading",
    { person: { nickname: ({ remote }) => (remote.nickname ? `${remote.nickname} ${drawn++}` : null) } },
    {
      fails: ["purity", "expected", "inventions", "order", "leniency"],
      says: /makes something else of the same record a second time/
    }
  ),
  mistake(
    "dropped e-mails",
    {
      person: {
        emails: ({ remote }) => Wire.list(remote.emails, (value) => (value === "" ? { value, type: null } : null))
      }
    },
    { fails: ["coverage"], says: /candidate\/people emails: has a value in no fixture/ }
  ),
  mistake(
    "misspelt wire name, hidden by a lenient schema",
    { person: { nickname: ({ remote }) => Wire.text(remote.nick) } },
    { fails: ["coverage"], says: /candidate\/people nickname: has a value in no fixture/ }
  ),
  mistake(
    "misspelt word of the vendor's",
    { person: { status: ({ remote }) => vocabulary({ wroking: "ACTIVE", left: "LEFT" })(remote.status) } },
    { fails: ["words"], says: /the word "working" is not known/ }
  ),
  mistake(
    "field called absent that the vendor sends",
    { person: { nickname: { rule: "absent", why: "the vendor has none" } } },
    { fails: ["absences"], says: /candidate\/people nickname: .*the vendor sends "nickname"/ }
  ),
  mistake(
    "absent field without a reason",
    { person: { title: { rule: "absent", why: "" } } },
    { fails: ["declaration"], says: /say in a clause .* absent/ }
  ),
  mistake(
    "invented default",
    { person: { name: ({ remote }) => remote.name ?? "Unknown" } },
    { fails: ["inventions"], says: /candidate\/people p2 name: "Unknown" stands nowhere/ }
  ),
  mistake(
    "guessed status",
    { person: { status: () => known("ACTIVE") } },
    { fails: ["inventions", "words"], says: /p1 status: is .*ACTIVE.* without anything being read/ }
  ),
  mistake(
    "date out of nothing",
    { person: { joined_on: ({ remote }) => (remote.joined ? "2020-01-01" : null) } },
    { fails: ["inventions"], says: /joined_on: "2020-01-01" stands nowhere/ }
  ),
  mistake(
    "unstable id",
    { people: { id: ({ id }) => `${id}-${drawn++}` } },
    {
      fails: ["ids", "records", "coverage", "words", "purity", "order", "leniency", "joins"],
      says: /another at a second reading/
    }
  ),
  mistake(
    "id that an edit changes",
    {
      people: { id: ({ id, updated }) => (updated ? `${id}-${updated}` : id) },
      person: { remote_id: ({ remote }) => (remote.updated ? `${remote.id}-${remote.updated}` : remote.id) }
    },
    { fails: ["ids", "coverage"], says: /another after an edit/ }
  ),
  mistake(
    "ids that repeat from parent to parent",
    { remarks: { id: ({ id }) => id.slice(0, 1) }, remark: { remote_id: ({ remote }) => remote.id.slice(0, 1) } },
    { fails: ["ids", "coverage", "order"], says: /remarks: two different records have the id "n"/ }
  ),
  mistake(
    "two mappers that make the same record",
    { twice: true },
    { fails: ["ids"], says: /the tag "1" is made by .*, too/ }
  ),
  mistake(
    "key that is not the record's",
    { person: { remote_id: ({ remote }) => remote.name ?? remote.id } },
    { fails: ["records", "coverage", "leniency"], says: /remote_id: must be the key "p1"/ }
  ),
  mistake(
    "missing source",
    {
      teams: {
        wire: Schema.Struct({ id: Schema.String, label: Wire.maybe(Schema.String), above: Wire.maybe(Schema.String) })
      }
    },
    { fails: ["sources"], says: /teams: its wire schema has no `source`/ }
  ),
  mistake(
    "missing page of documentation",
    { docs: "people" },
    { fails: ["sources"], says: /candidate\/people: its `docs`/ }
  ),
  mistake(
    "wire schema with a transformation",
    {
      people: {
        wire: Schema.toType(Tiny.WirePerson).pipe(
          Schema.decodeTo(Schema.toType(Tiny.WirePerson), SchemaTransformation.passthrough())
        )
      }
    },
    { fails: ["wire-schemas"], says: /people: the record is transformed/ }
  ),
  mistake(
    "rule that cannot do without an optional field",
    {
      person: {
        nickname: ({ remote }) => {
          if (remote.emails === undefined) throw new Error("no e-mails")
          return Wire.text(remote.nickname)
        }
      }
    },
    { fails: ["leniency"], says: /people emails: a record without this field, .* no e-mails/ }
  ),
  mistake(
    "record stored as it came",
    { person: { custom_fields: ({ remote }) => ({ ...remote }) } },
    { fails: ["leniency"], says: /a record with a field more .* makes something else of it/ }
  ),
  mistake(
    "wrong parent",
    { remarkParent: "teams" },
    { fails: ["joins", "coverage"], says: /note\/remarks "person": joins teams as the parent/ }
  ),
  mistake(
    "look-up by the wrong key",
    { teamKey: (person) => person.name },
    { fails: ["joins", "coverage"], says: /candidate\/people "teams": finds no record of teams/ }
  ),
  mistake(
    "reference by a name",
    { person: { team_id: ({ teams }) => teams?.[0]?.label ?? null } },
    { fails: ["references"], says: /team_id: no department in the fixtures has the id "Platform"/ }
  ),
  mistake(
    "swallowed 403",
    {
      failure: (_, { detail, status }) => (status === 403 ? { reason: new NotFound({ detail }) } : {}),
      remarks: { emptyOn404: true }
    },
    { fails: ["failures"], says: /remarks, 403: is taken for a list of 0 records/ }
  ),
  mistake(
    "403 that reads as emptiness to a sync",
    {
      failure: (_, { detail, status }) => (status === 403 ? { reason: new NotFound({ detail }) } : {}),
      people: { emptyOn404: true }
    },
    {
      driving: "rights",
      fails: ["rights", "failures"],
      says: /people: without the right "people" \d+ records were deleted/
    }
  ),
  mistake(
    "403 taken for bad credentials",
    { failure: (_, { detail, status }) => (status === 403 ? { reason: new Unauthenticated({ detail }) } : {}) },
    { fails: ["failures"], says: /people, 403: is read as Unauthenticated instead of Forbidden/ }
  ),
  mistake(
    "429 that is not tried again",
    {
      failure: (_, { detail, status }) =>
        status === 429 ? { reason: new Rejected({ status, code: null, detail }) } : {}
    },
    { fails: ["failures"], says: /429: is read as Rejected/ }
  ),
  mistake(
    "another answer taken for an empty list",
    {
      teams: {
        page: {
          strategy: "single",
          first: { query: {} },
          read: ({ body }) => {
            const found = Page.at(body, "data")
            return { items: Array.isArray(found) ? found : [], next: null, total: null }
          }
        }
      }
    },
    { fails: ["failures"], says: /teams, JSON of another kind with 200: is taken for a list of 0 records/ }
  ),
  mistake(
    "secret in an error",
    { auth: Auth.apiKeyAsUser(Auth.plain("api_key", "API key")), failure: none },
    { fails: ["secrets", "credentials"], says: /api_key api_key: is in an error/ }
  ),
  mistake(
    "wrong path, and 404s that count as empty",
    { teams: { path: "/team", emptyOn404: true } },
    {
      driving: "served",
      fails: ["served"],
      says: /teams: the simulator does not serve it/
    }
  ),
  mistake(
    "record read by itself from the whole list",
    { people: { single: { path: "/people", query: { id: "{id}" }, page: Page.single({ items: "data" }) } } },
    { driving: "singles", fails: ["singles"], says: /people: "[^"]+" is listed, and is not in the answer/ }
  ),
  mistake(
    "wrong proof of a deletion",
    { people: { absence: { confirm: "/persons/{id}" } } },
    {
      driving: "deletions",
      fails: ["deletions"],
      says: /is listed, and yet \/persons\/\{id\} says that it does not exist/
    }
  ),
  mistake(
    "proof of a deletion that asks for the list",
    { people: { absence: { confirm: "/people" } } },
    { fails: ["declaration"], says: /has no \{id\}/ }
  ),
  mistake(
    "missing fixture",
    {},
    {
      fails: ["fixtures", "records", "coverage"],
      says: /ranks: no record is recorded/,
      spoil: (folder) => rmSync(join(folder, "ranks"), { recursive: true })
    }
  ),
  mistake(
    "expected records that nobody wrote",
    {},
    {
      reviewed: true,
      fails: ["expected"],
      says: /is not there; run the suite once with/,
      spoil: (folder) => rmSync(join(folder, "expected"), { recursive: true })
    }
  ),
  mistake(
    "record that does not fit its schema",
    {},
    {
      fails: ["records", "leniency"],
      says: /teams record 0 \(t1\): label/,
      spoil: (folder) =>
        writeFileSync(
          join(folder, "teams/1.json"),
          '{"data":[{"id":"t1","label":5},{"id":"t2","label":"Data","above":"t1"}]}'
        )
    }
  ),
  mistake(
    "file that belongs to no list",
    {},
    {
      fails: ["fixtures"],
      says: /peoples: is named for no resource/,
      spoil: (folder) => cpSync(join(folder, "people"), join(folder, "peoples"), { recursive: true })
    }
  )
]
