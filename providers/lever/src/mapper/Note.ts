/** Note ← note: a remark with the answers to it. */
import { Note } from "@crosswalk/core/ats/Note"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { known } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { notes, opportunities } from "../LeverResources.ts"
import type { Note as Remote } from "../wire/Child.ts"
import { chapter } from "../wire/Docs.ts"
import { candidacy } from "./Candidacy.ts"

/** The remark and the answers to it, in their order. */
export const thread = ({ fields }: Remote): string | null => {
  const remarks = Wire.list(fields, ({ value }) => Wire.text(value)) ?? []
  return remarks.length === 0 ? null : remarks.join("\n\n")
}

/** Secret notes are for users with the right to sensitive information. */
export const visibility = (secret: Wire.Maybe<boolean>) =>
  secret === null || secret === undefined ? null : known(secret ? "PRIVATE" : "PUBLIC")

export const note = Mapper.make(Note, Source.one(notes, { opportunity: Source.parent(opportunities) }), {
  docs: chapter("notes"),
  fields: {
    remote_id: ({ remote }) => remote.id,
    remote_created_at: ({ remote }) => Wire.instantFromMillis(remote.createdAt),
    remote_updated_at: absent("notes carry no time of update"),
    custom_fields: absent("notes have none"),
    title: absent("notes have none"),
    body: derived("the remark and the answers to it, one after another", ({ remote }) => thread(remote)),
    visibility: ({ remote }) => visibility(remote.secret),
    ...candidacy,
    user_id: ({ remote }) => Wire.text(remote.user)
  }
})
