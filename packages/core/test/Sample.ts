/** A small vendor for tests of what all mappings have in common. */
import { Schema } from "effect"
import * as Field from "@crosswalk/core/Field"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Model from "@crosswalk/core/Model"
import * as Page from "@crosswalk/core/Page"
import * as Part from "@crosswalk/core/Part"
import * as Resource from "@crosswalk/core/Resource"
import type * as Source from "@crosswalk/core/Source"
import * as Vocabulary from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"

/** A model with every kind of field. */
export const Note = Model.make("note", {
  plural: "notes",
  category: "ats",
  description: "A note.",
  fields: {
    title: Field.required(Schema.NonEmptyString, "What it is about."),
    text: Field.text("What it says.", { pii: "basic" }),
    rank: Field.integer("Its place."),
    emails: Field.list(Part.Email, "Whom it was sent to.", { pii: "contact" }),
    kind: Field.word(["CALL", "LETTER"], "How it came about."),
    author_id: Field.reference("employee", "Who wrote it."),
    reader_ids: Field.references("employee", "Who may read it.")
  }
})

/** A note as the vendor sends it. `wild` is whatever a test puts there. */
export const Memo = Schema.Struct({
  id: Wire.Id,
  title: Schema.String,
  body: Wire.maybe(Schema.Struct({ text: Wire.maybe(Schema.String), lines: Wire.maybe(Schema.Array(Schema.String)) })),
  sentTo: Wire.maybe(Schema.Array(Schema.Struct({ address: Schema.String, kind: Wire.maybe(Schema.String) }))),
  via: Wire.maybe(Schema.String),
  author: Wire.maybe(Schema.String),
  readers: Wire.maybe(Schema.Array(Schema.String)),
  createdAt: Wire.maybe(Schema.Finite),
  topic: Wire.maybe(Schema.String),
  wild: Schema.optionalKey(Schema.Any)
})

export type Memo = typeof Memo.Type

const page = Page.single({ items: "" })

/** The vendor's people: what memos look up. */
export const people = Resource.make("people", {
  path: "/people",
  page,
  wire: Schema.Struct({ id: Schema.String, name: Wire.maybe(Schema.String) }),
  id: (person) => person.id
})

/** The vendor's folders: what memos are listed for. */
export const folders = Resource.make("folders", {
  path: "/folders",
  page,
  wire: Schema.Struct({ id: Schema.String, label: Wire.maybe(Schema.String) }),
  id: (folder) => folder.id
})

/** The vendor's memos. */
export const memos = Resource.make("memos", {
  path: "/folders/{parent}/memos",
  page,
  wire: Memo,
  id: (memo) => memo.id,
  parent: folders
})

const kind = Vocabulary.vocabulary({ phone: "CALL", post: "LETTER" })

/** A rule for every field of a note. */
export const rules = {
  remote_id: (memo) => String(memo.id),
  remote_created_at: (memo) => Wire.instantFromMillis(memo.createdAt),
  remote_updated_at: Mapper.absent("memos are never changed"),
  custom_fields: Mapper.absent("the vendor has none"),
  title: (memo) => memo.title,
  text: Mapper.derived(
    "the text, else its lines",
    (memo: Memo) => memo.body?.text ?? memo.body?.lines?.join("\n") ?? null
  ),
  rank: Mapper.absent("memos have no order"),
  emails: (memo) => Wire.list(memo.sentTo, (to) => ({ value: to.address, type: to.kind ?? null })),
  kind: (memo) => kind(memo.via),
  author_id: (memo) => memo.author ?? null,
  reader_ids: (memo) => memo.readers ?? null
} satisfies Mapper.Rules<Memo, typeof Note>

/** One memo, complete. */
export const memo: Memo = {
  id: "m1",
  title: "Offer",
  body: { text: "She called." },
  sentTo: [{ address: "a@example.com", kind: "work" }, { address: "b@example.com" }],
  via: "phone",
  author: "u1",
  readers: ["u1", "u2"],
  createdAt: 1_769_851_800_000,
  topic: "offers"
}

/** Some records as the material of one unified record. */
export const group = (
  key: string,
  records: ReadonlyArray<unknown>,
  joined: Source.Group["joined"] = {}
): Source.Group => ({
  key,
  members: records.map((record, index) => ({ key: `${key}${index}`, parent: null, record })),
  joined
})
