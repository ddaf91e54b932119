/** Note ← the entries of a candidate's history that are remarks. */
import { Note } from "@crosswalk/core/ats/Note"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { notes } from "../GreenhouseResources.ts"
import { page } from "../wire/Docs.ts"
import type { Note as Remote } from "../wire/File.ts"
import { joinedEntry } from "./Entry.ts"

/** Who may see an entry. */
export const visibility = vocabulary({
  admin_only_visible: "ADMIN_ONLY",
  privately_visible: "PRIVATE",
  publicly_visible: "PUBLIC"
})

const remarks = new Set(["NOTE", "LINKEDIN_NOTE", "FEEDBACK"])

/** Whether somebody wrote the entry as a remark; e-mails and what Greenhouse itself records are activities alone. */
const isRemark = ({ type }: Remote): boolean => remarks.has(type ?? "NOTE")

export const note = Mapper.make(
  Note,
  Source.each(notes, { of: (entry) => (isRemark(entry) ? [entry] : []), id: ({ id }) => String(id) }, {}),
  {
    docs: page("notes"),
    fields: {
      ...joinedEntry,
      custom_fields: absent("notes have none"),
      title: ({ remote }) => Wire.text(remote.subject),
      body: ({ remote }) => Wire.text(remote.body),
      visibility: ({ remote }) => visibility(remote.visibility),
      candidate_id: ({ remote }) => Wire.id(remote.candidate_id),
      application_id: ({ remote }) => Wire.id(remote.application_id),
      user_id: ({ remote }) => Wire.id(remote.user_id)
    }
  }
)
