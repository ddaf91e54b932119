/** What belongs to the account as a whole: users, stages, archive reasons, tags. */
import { maybe, Numeric } from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { chapter } from "./Docs.ts"

const Instant = Numeric.annotate({ unit: "milliseconds since 1970" })

/** Somebody who was invited to take part in recruiting. */
export const User = Schema.Struct({
  id: Schema.String,
  name: maybe(Schema.String),
  username: maybe(Schema.String),
  email: maybe(Schema.String),
  accessRole: maybe(Schema.String),
  photo: maybe(Schema.String),
  jobTitle: maybe(Schema.String),
  managerId: maybe(Schema.String),
  externalDirectoryId: maybe(Schema.String),
  linkedContactIds: maybe(Schema.Array(Schema.String)),
  createdAt: maybe(Instant),
  /** Null on an active user. */
  deactivatedAt: maybe(Instant)
}).annotate({ source: chapter("users") })

/** Somebody who was invited to take part in recruiting. */
export type User = typeof User.Type

/** A step of the account's pipeline. */
export const Stage = Schema.Struct({ id: Schema.String, text: maybe(Schema.String) }).annotate({
  source: chapter("stages")
})

/** The pipeline as a whole; not documented, known from recorded answers. */
export const Pipeline = Schema.Struct({
  stages: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      /** The group of stages: `lead`, `applicant`, `screen`, `onsite`, `offer`. */
      pipeline: maybe(Schema.String),
      /** Order of the stages; may be fractional. */
      rank: maybe(Numeric)
    })
  )
}).annotate({ source: chapter("stages") })

/** A reason for which opportunities leave the pipeline. */
export const ArchiveReason = Schema.Struct({
  id: Schema.String,
  text: maybe(Schema.String),
  /** `hired` or `non-hired`. */
  type: maybe(Schema.String)
}).annotate({ source: chapter("archive-reasons") })

/** A reason for which opportunities leave the pipeline. */
export type ArchiveReason = typeof ArchiveReason.Type

/** A label; it has no id but its text. */
export const Tag = Schema.Struct({ text: Schema.String }).annotate({ source: chapter("tags") })
