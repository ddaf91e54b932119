/** Files about candidates, listed below their candidate or application. */
import { Application } from "@crosswalk/core/ats/Application"
import { Attachment } from "@crosswalk/core/ats/Attachment"
import * as Relation from "@crosswalk/core/Relation"
import type { fileTypes } from "@crosswalk/core/Words"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Form from "../Form.ts"
import * as Row from "../Row.ts"
import * as Shape from "../../Shape.ts"
import type * as Word from "../../Word.ts"

const types = {
  RESUME: "CV",
  COVER_LETTER: "COVER_LETTER",
  OFFER_LETTER: "OTHER",
  OFFER_PACKET: "OTHER",
  TAKE_HOME_TEST: "OTHER",
  OTHER: "OTHER"
} as const satisfies Word.Table<(typeof fileTypes)[number], string>

const { changed_at: _, remote_deleted_at: __, remote_data, ...ids } = Row.shape({}).fields

// Clients demand a text in these; an empty one says that the vendor gives none.
const file = {
  type: Schema.Literals(["CV", "COVER_LETTER", "OTHER"]).annotate({
    description: "What the file is; OTHER also where that is not known."
  }),
  data_url: Shape.required(
    "Where the file can be fetched; empty when the vendor gives no address. It may expire or need the vendor's credentials."
  ),
  file_name: Shape.required("Name of the file; empty when the vendor gives none."),
  content_type: Shape.required("Media type of the file; application/octet-stream where it is not known."),
  ...Row.remoteTimes,
  remote_data
}

const { changed_at: ___, remote_deleted_at: ____, ...rules } = Row.rules

const fileRules = {
  ...rules,
  ...Row.remoteTimeRules,
  type: ({ type }: RecordOf<"attachment">) =>
    type === null || type.value === null ? ("OTHER" as const) : types[type.value],
  data_url: ({ file_url }: RecordOf<"attachment">) => file_url ?? "",
  file_name: ({ file_name }: RecordOf<"attachment">) => file_name ?? "",
  content_type: ({ content_type }: RecordOf<"attachment">) => content_type ?? "application/octet-stream"
}

/** A file of an application. */
export const ofApplication = Row.projection(Attachment, Schema.Struct({ ...ids, ...file }), { fields: fileRules })

/** A file of a candidate, with the application that it was handed in with. */
export const ofCandidate = Row.projection(
  Attachment,
  Schema.Struct({
    ...ids,
    application_id: Shape.reference("The application that the file was handed in with."),
    candidate_id: Shape.required("The candidate."),
    ...file
  }),
  {
    loads: [Relation.to(Attachment, "application_id", Application)],
    fields: {
      ...fileRules,
      application_id: ({ application_id }) => Form.reference(application_id),
      // The list is that of one candidate, so it is one of the two.
      candidate_id: ({ application_id, candidate_id }, related) =>
        Form.reference(candidate_id ?? related.one("application", application_id)?.candidate_id ?? null) ?? ""
    }
  }
)
