/** What is listed for one opportunity: interviews, feedback, notes, offers, files, résumés. */
import { maybe, Numeric } from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { chapter } from "./Docs.ts"
import { FormField } from "./Form.ts"

const Instant = Numeric.annotate({ unit: "milliseconds since 1970" })

/** An interview; a cancelled one keeps its record. */
export const Interview = Schema.Struct({
  id: Schema.String,
  subject: maybe(Schema.String),
  interviewers: maybe(Schema.Array(Schema.Struct({ id: maybe(Schema.String) }))),
  date: maybe(Instant),
  duration: maybe(Numeric.annotate({ unit: "minutes" })),
  location: maybe(Schema.String),
  user: maybe(Schema.String),
  stage: maybe(Schema.String),
  postings: maybe(Schema.Array(Schema.String)),
  gcalEventUrl: maybe(Schema.String),
  createdAt: maybe(Instant),
  canceledAt: maybe(Instant)
}).annotate({ source: chapter("interviews") })

/** A feedback form that an interviewer filled in. */
export const Feedback = Schema.Struct({
  id: Schema.String,
  type: maybe(Schema.String),
  text: maybe(Schema.String),
  fields: maybe(Schema.Array(FormField)),
  interview: maybe(Schema.String),
  user: maybe(Schema.String),
  createdAt: maybe(Instant),
  updatedAt: maybe(Instant),
  completedAt: maybe(Instant),
  deletedAt: maybe(Instant)
}).annotate({ source: chapter("feedback") })

/** A feedback form that an interviewer filled in. */
export type Feedback = typeof Feedback.Type

/** A thread of remarks: the first, and the answers to it. */
export const Note = Schema.Struct({
  id: Schema.String,
  fields: maybe(Schema.Array(Schema.Struct({ value: maybe(Schema.String), user: maybe(Schema.String) }))),
  user: maybe(Schema.String),
  secret: maybe(Schema.Boolean),
  createdAt: maybe(Instant),
  deletedAt: maybe(Instant)
}).annotate({ source: chapter("notes") })

/** A thread of remarks. */
export type Note = typeof Note.Type

const OfferDocument = Schema.Struct({
  fileName: maybe(Schema.String),
  uploadedAt: maybe(Instant),
  downloadUrl: maybe(Schema.String)
})

/** An offer: a form whose fields are known by their identifiers. */
export const Offer = Schema.Struct({
  id: Schema.String,
  status: maybe(Schema.String),
  creator: maybe(Schema.String),
  posting: maybe(Schema.String),
  fields: maybe(
    Schema.Array(Schema.Struct({ identifier: maybe(Schema.String), value: Schema.optionalKey(Schema.Unknown) }))
  ),
  /** By role: `candidate` and the company's signers. */
  signatures: maybe(
    Schema.Record(
      Schema.String,
      Schema.NullOr(Schema.Struct({ signed: maybe(Schema.Boolean), signedAt: maybe(Instant) }))
    )
  ),
  sentDocument: maybe(OfferDocument),
  signedDocument: maybe(OfferDocument),
  createdAt: maybe(Instant),
  sentAt: maybe(Instant)
}).annotate({ source: chapter("offers") })

/** An offer. */
export type Offer = typeof Offer.Type

/** A file that was added to an opportunity. */
export const File = Schema.Struct({
  id: Schema.String,
  name: maybe(Schema.String),
  downloadUrl: maybe(Schema.String),
  uploadedAt: maybe(Instant)
}).annotate({ source: chapter("files") })

/** A résumé; one that was read from a web profile has no file. */
export const Resume = Schema.Struct({
  id: Schema.String,
  createdAt: maybe(Instant),
  file: maybe(
    Schema.Struct({ name: maybe(Schema.String), downloadUrl: maybe(Schema.String), uploadedAt: maybe(Instant) })
  )
}).annotate({ source: chapter("resumes") })
