/** Files of the recruiting process. */
import { Application } from "@crosswalk/core/ats/Application"
import { Attachment } from "@crosswalk/core/ats/Attachment"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Document } from "@crosswalk/core/ats/Document"
import { Job } from "@crosswalk/core/ats/Job"
import * as Relation from "@crosswalk/core/Relation"
import type { fileTypes } from "@crosswalk/core/Words"
import { Schema } from "effect"
import * as Word from "../../Word.ts"
import * as Optional from "../Optional.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

/** Their words for kinds of files; all are ours, too. */
export const types = {
  RESUME: "RESUME",
  COVER_LETTER: "COVER_LETTER",
  OFFER_PACKET: "OFFER_PACKET",
  OFFER_LETTER: "OFFER_LETTER",
  TAKE_HOME_TEST: "TAKE_HOME_TEST",
  OTHER: "OTHER"
} as const satisfies Word.Table<(typeof fileTypes)[number], string>

const shape = Schema.Struct({
  id: Row.id,
  ...Row.times,
  filename: Optional.text("Name of the file with its ending."),
  document_url: Optional.text("Where the file can be fetched; it may need the vendor's credentials or expire."),
  type: Optional.word(Object.values(types), "What the file is."),
  candidate_id: Optional.text("The person whom the file is about."),
  application_id: Optional.text("The application that the file belongs to.")
})

/** A document. */
export const document = Row.projection(
  Document,
  Schema.Struct({
    ...shape.fields,
    job_id: Optional.text("The job that the file belongs to."),
    user_id: Optional.text("Who added the file.")
  }),
  {
    names: [
      Relation.to(Document, "candidate_id", Candidate),
      Relation.to(Document, "application_id", Application),
      Relation.to(Document, "job_id", Job),
      ...Reference.people(Document, "user_id")
    ],
    fields: {
      ...Row.rules,
      filename: ({ file_name }) => file_name,
      document_url: ({ file_url }) => file_url,
      type: ({ type }) => Word.open(types, type),
      candidate_id: ({ candidate_id }, context) => Reference.one(context, "candidate", candidate_id),
      application_id: ({ application_id }, context) => Reference.one(context, "application", application_id),
      job_id: ({ job_id }, context) => Reference.one(context, "job", job_id),
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id)
    }
  }
)

/** A file of a candidate or application, where the vendor's system knows no other documents. */
export const attachment = Row.projection(Attachment, shape, {
  names: [Relation.to(Attachment, "candidate_id", Candidate), Relation.to(Attachment, "application_id", Application)],
  fields: {
    ...Row.rules,
    filename: ({ file_name }) => file_name,
    document_url: ({ file_url }) => file_url,
    type: ({ type }) => Word.open(types, type),
    candidate_id: ({ candidate_id }, context) => Reference.one(context, "candidate", candidate_id),
    application_id: ({ application_id }, context) => Reference.one(context, "application", application_id)
  }
})
