/**
 * What must not compile in a mapping, and what must. Checked by `tsc` with everything else: a mistake that it lets pass
 * leaves a `@ts-expect-error` without an error, which is one.
 */
import { Schema } from "effect"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import * as Field from "@crosswalk/core/Field"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Model from "@crosswalk/core/Model"
import * as Page from "@crosswalk/core/Page"
import * as Provider from "@crosswalk/core/Provider"
import * as Resource from "@crosswalk/core/Resource"
import * as Source from "@crosswalk/core/Source"
import * as Vocabulary from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Compiles only for `true`. */
declare const holds: <T extends true>() => T

const docs = "https://vendor.example.com"
const page = Page.single({ items: "" })

const Label = Schema.Struct({
  id: Schema.String,
  number: Schema.Finite,
  text: Wire.maybe(Schema.String),
  owner: Wire.maybe(Schema.String),
  users: Wire.maybe(Schema.Array(Schema.String)),
  state: Wire.maybe(Schema.String)
})

const people = Resource.make("people", {
  path: "/people",
  page,
  wire: Schema.Struct({ id: Schema.String, name: Wire.maybe(Schema.String) }),
  id: (person) => person.id
})

const labels = Resource.make("labels", { path: "/labels", page, wire: Label, id: (label) => label.id })

const Tag = Model.make("tag", {
  plural: "tags",
  category: "ats",
  description: "A label.",
  fields: {
    name: Field.text("Its text."),
    colour: Field.required(Schema.String, "Its colour."),
    state: Field.word(["ACTIVE", "ARCHIVED"], "Whether it is in use."),
    user_id: Field.reference("employee", "Who made it."),
    user_ids: Field.references("employee", "Who uses it.")
  }
})

const Note = Model.make("note", {
  plural: "notes",
  category: "ats",
  description: "A note.",
  fields: { text: Field.text("What it says.") }
})

const state = Vocabulary.vocabulary({ on: "ACTIVE", off: "ARCHIVED" })
const none = Mapper.absent("the vendor has none")

const good = {
  remote_id: (label) => label.id,
  remote_created_at: none,
  remote_updated_at: none,
  custom_fields: none,
  name: (label) => label.text ?? null,
  colour: () => "red",
  state: (label) => state(label.state),
  user_id: (label) => label.owner ?? null,
  user_ids: (label) => label.users ?? null
} satisfies Mapper.Rules<typeof Label.Type, typeof Tag>

const { name: _, ...nameless } = good

/** The correct form, with the functions' inputs known to the compiler wherever they stand. */
export const tag = Mapper.make(Tag, labels, {
  docs,
  fields: {
    remote_id: (label) => label.id,
    remote_created_at: none,
    remote_updated_at: Mapper.absent("labels are not changed"),
    custom_fields: none,
    name: Mapper.derived("in capitals", (label) => label.text?.toUpperCase() ?? null),
    colour: (label) => (label.number > 0 ? "red" : "blue"),
    state: (label) => state(label.state),
    user_id: (label) => label.owner ?? null,
    user_ids: (label) => label.users ?? null
  }
})

Mapper.make(Tag, labels, { docs, fields: good })

// @ts-expect-error -- a field of the model is left out
Mapper.make(Tag, labels, { docs, fields: nameless })

// @ts-expect-error -- a field that every model has is left out
Mapper.make(Note, labels, { docs, fields: { remote_id: good.remote_id, custom_fields: none, text: none } })

// @ts-expect-error -- the model has no such field
Mapper.make(Tag, labels, { docs, fields: { ...good, nmae: () => null } })

// @ts-expect-error -- the vendor's record has no such field
Mapper.make(Tag, labels, { docs, fields: { ...good, name: (label) => label.txet ?? null } })

// @ts-expect-error -- nor has it where the value is worked out
Mapper.make(Tag, labels, { docs, fields: { ...good, name: Mapper.derived("", (label) => label.txet ?? null) } })

// @ts-expect-error -- a field that may be missing is not there for certain
Mapper.make(Tag, labels, { docs, fields: { ...good, name: (label) => label.text } })

// @ts-expect-error -- a required field cannot be absent
Mapper.make(Tag, labels, { docs, fields: { ...good, colour: none } })

// @ts-expect-error -- nor can the vendor's id
Mapper.make(Tag, labels, { docs, fields: { ...good, remote_id: none } })

// @ts-expect-error -- nor can a rule give null for it
Mapper.make(Tag, labels, { docs, fields: { ...good, colour: (label) => label.text ?? null } })

// @ts-expect-error -- a number is no text
Mapper.make(Tag, labels, { docs, fields: { ...good, name: (label) => label.number } })

// @ts-expect-error -- nor is a worked out one
Mapper.make(Tag, labels, { docs, fields: { ...good, name: Mapper.derived("", (label) => label.number) } })

// @ts-expect-error -- text is no list
Mapper.make(Tag, labels, { docs, fields: { ...good, user_ids: (label) => label.owner ?? null } })

// @ts-expect-error -- a reference is the vendor's id as text
Mapper.make(Tag, labels, { docs, fields: { ...good, user_id: (label) => label.number } })

// @ts-expect-error -- and so is each of a list
Mapper.make(Tag, labels, { docs, fields: { ...good, user_ids: (label) => [label.number] } })

const foreign = Vocabulary.vocabulary({ on: "ACTIVE", gone: "DELETED" })

// @ts-expect-error -- the model does not have this word
Mapper.make(Tag, labels, { docs, fields: { ...good, state: (label) => foreign(label.state) } })

// @ts-expect-error -- a word always has the vendor's beside it
Mapper.make(Tag, labels, { docs, fields: { ...good, state: () => "ACTIVE" } })

Mapper.make(Tag, labels, { docs, fields: { ...good, state: () => Vocabulary.known("ACTIVE") } })

// @ts-expect-error -- a rule is a function
Mapper.make(Tag, labels, { docs, fields: { ...good, name: "text" } })

// @ts-expect-error -- an absence has a reason
Mapper.absent()

const joined = Source.one(labels, { owners: Source.lookup(people, (label: typeof Label.Type) => [label.owner]) })
const absentees = { remote_created_at: none, remote_updated_at: none, custom_fields: none } as const

Mapper.make(Note, joined, {
  docs,
  fields: { ...absentees, remote_id: ({ remote }) => remote.id, text: ({ owners }) => owners?.[0]?.name ?? null }
})

Mapper.make(Note, joined, {
  docs,
  // @ts-expect-error -- the joined record has no such field
  fields: { ...absentees, remote_id: ({ remote }) => remote.id, text: ({ owners }) => owners?.[0]?.nmae ?? null }
})

Mapper.make(Note, joined, {
  docs,
  // @ts-expect-error -- nobody may have looked: the list can be null
  fields: { ...absentees, remote_id: ({ remote }) => remote.id, text: ({ owners }) => owners[0]?.name ?? null }
})

Mapper.make(Note, joined, {
  docs,
  // @ts-expect-error -- there is no join of this name
  fields: { ...absentees, remote_id: ({ remote }) => remote.id, text: ({ parents }) => parents?.[0]?.name ?? null }
})

Mapper.make(Note, joined, {
  docs,
  // @ts-expect-error -- with joins, the record stands under `remote`
  fields: { ...absentees, remote_id: (label) => label.id, text: none }
})

const grouped = Source.group(labels, (label) => label.owner, {})
const distinct = Source.distinct(labels, (label) => [label.text])
const items = { of: (label: typeof Label.Type) => label.users, id: (user: string) => user }

Mapper.make(Note, grouped, {
  docs,
  fields: { ...absentees, remote_id: ({ key }) => key, text: ({ remotes }) => remotes[0]?.text ?? null }
})

Mapper.make(Note, Source.each(labels, items, {}), {
  docs,
  fields: { ...absentees, remote_id: ({ item }) => item, text: ({ remote }) => remote.text ?? null }
})

Mapper.make(Note, distinct, { docs, fields: { ...absentees, remote_id: ({ key }) => key, text: ({ key }) => key } })

Mapper.make(Note, distinct, {
  docs,
  // @ts-expect-error -- a distinct word has no record of its own
  fields: { ...absentees, remote_id: ({ key }) => key, text: ({ remote }) => remote }
})

// @ts-expect-error -- the record has no such key to be grouped by
Source.group(labels, (label) => label.onwer, {})

// @ts-expect-error -- an id is text or a number
Resource.make("labels", { path: "/labels", page, wire: Label, id: (label) => label.users })

// @ts-expect-error -- an id is one of the fields that are read
Resource.make("labels", { path: "/labels", page, wire: Label, id: (label) => label.key })

const note = Mapper.make(Note, joined, {
  docs,
  fields: { ...absentees, remote_id: ({ remote }) => remote.id, text: none }
})

const vendor = Provider.make("vendor", {
  name: "Vendor",
  categories: ["ats"],
  docs,
  api: { version: "1", sunset: null },
  auth: [],
  baseUrls: { production: "https://api.vendor.example.com" },
  rateLimit: { limit: 10, windowSeconds: 1, burst: 10 },
  mappers: [tag, note]
})

type Vendor = typeof vendor

holds<Equal<Vendor["id"], "vendor">>()
holds<Equal<Provider.ModelOf<Vendor>, "tag" | "note">>()
holds<Equal<Provider.RecordOf<Vendor, "note">["text"], string | null>>()
holds<Equal<Provider.RecordOf<Vendor, "tag">["id"], string>>()
holds<Equal<Provider.RecordOf<Vendor, "tag">["user_ids"], ReadonlyArray<string> | null>>()
holds<Equal<Model.Mapped<typeof Candidate>["remote_id"], string>>()
holds<Equal<Model.Mapped<typeof Candidate>["name"], string | null>>()
holds<"id" extends keyof Model.Mapped<typeof Candidate> ? false : true>()

// @ts-expect-error -- the provider does not map this model
export type Missing = Provider.RecordOf<Vendor, "candidate">

// @ts-expect-error -- the record of this model has no such field
export type Misspelt = Provider.RecordOf<Vendor, "note">["txet"]

// @ts-expect-error -- the value is one of this provider's models
export const other: Provider.ModelOf<Vendor> = "candidate"

// @ts-expect-error -- a provider's mappers are mappers
Provider.make("vendor", { ...vendor, mappers: [Candidate] })

/** A provider, where its models do not matter, is any provider. */
export const any: Provider.Provider = vendor
