/** A vendor far away who counts: a list of people, and of each the notes, 10 requests a second. */
import * as Note from "@crosswalk/core/ats/Note"
import * as Auth from "@crosswalk/core/Auth"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Page from "@crosswalk/core/Page"
import * as Provider from "@crosswalk/core/Provider"
import * as Resource from "@crosswalk/core/Resource"
import * as Source from "@crosswalk/core/Source"
import * as Wire from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { candidate, people } from "../candidate/Mapping.ts"
import * as Child from "../Child.ts"

/** What the vendor allows: a bucket of 10 requests that is filled with 10 a second. */
export const limit = { limit: 10, windowSeconds: 1, burst: 10 }

const docs = "https://harbour.example.com/docs#notes"

const notes = Resource.make("notes", {
  path: "/people/{parent}/notes",
  wire: Schema.Struct({ uid: Schema.String, text: Wire.maybe(Schema.String) }),
  page: Page.single({ items: "notes" }),
  id: (note) => note.uid,
  parent: people
})

const none = Mapper.absent("the vendor does not tell")

const note = Mapper.make(Note.Note, Source.one(notes, { person: Source.parent(people) }), {
  docs,
  fields: {
    remote_id: ({ remote }) => remote.uid,
    remote_created_at: none,
    remote_updated_at: none,
    custom_fields: none,
    title: none,
    body: ({ remote }) => Wire.text(remote.text),
    visibility: none,
    candidate_id: ({ person }) => person?.uid ?? null,
    application_id: none,
    user_id: none
  }
})

/** The provider. */
export const provider = Provider.make("lighthouse", {
  name: "Lighthouse",
  categories: ["ats"],
  docs,
  api: { version: "v1", sunset: null },
  auth: [Auth.bearer(Auth.secret("token", "Token"))],
  baseUrls: { production: "https://lighthouse.example.com" },
  rateLimit: limit,
  mappers: [candidate, note]
})

/** Starts the vendor with so many people, 200 ms away. */
export const start = (persons: number) =>
  Child.serve(new URL("slow-server.ts", import.meta.url), [String(persons), "200", String(limit.limit)])
