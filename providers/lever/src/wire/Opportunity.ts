/** Opportunities: one person's way through the pipeline, with at most one application. */
import { maybe, Numeric } from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { chapter } from "./Docs.ts"
import { Answered } from "./Form.ts"

const Instant = Numeric.annotate({ unit: "milliseconds since 1970" })

/** A form that came with an application: the posting's questions, or a referrer's. */
export const ApplicationForm = Schema.Struct({
  type: maybe(Schema.String),
  fields: maybe(Schema.Array(Answered))
}).annotate({ source: chapter("posting-forms") })

/** An application for a posting, as `expand=applications` shows it. */
export const Application = Schema.Struct({
  id: Schema.String,
  type: maybe(Schema.String),
  posting: maybe(Schema.String),
  company: maybe(Schema.String),
  user: maybe(Schema.String),
  customQuestions: maybe(Schema.Array(ApplicationForm)),
  createdAt: maybe(Instant)
}).annotate({ source: chapter("applications") })

/** An application for a posting. */
export type Application = typeof Application.Type

/**
 * An opportunity. Without its contact it belongs to nobody, so `contact` is indispensable. The contact's own facts
 * (name, emails, …) stand on each of the contact's opportunities.
 */
export const Opportunity = Schema.Struct({
  id: Schema.String,
  contact: Schema.NonEmptyString,
  name: maybe(Schema.String),
  headline: maybe(Schema.String),
  stage: maybe(Schema.String),
  confidentiality: maybe(Schema.String),
  location: maybe(Schema.String),
  phones: maybe(Schema.Array(Schema.Struct({ type: maybe(Schema.String), value: maybe(Schema.String) }))),
  emails: maybe(Schema.Array(Schema.String)),
  links: maybe(Schema.Array(Schema.String)),
  archived: maybe(Schema.Struct({ reason: maybe(Schema.String), archivedAt: maybe(Instant) })),
  tags: maybe(Schema.Array(Schema.String)),
  sources: maybe(Schema.Array(Schema.String)),
  origin: maybe(Schema.String),
  sourcedBy: maybe(Schema.String),
  owner: maybe(Schema.String),
  followers: maybe(Schema.Array(Schema.String)),
  /** Ids where the list was not asked to expand them. */
  applications: maybe(Schema.Array(Schema.Union([Application, Schema.String]))),
  createdAt: maybe(Instant),
  updatedAt: maybe(Instant),
  lastInteractionAt: maybe(Instant),
  urls: maybe(Schema.Struct({ show: maybe(Schema.String) })),
  isAnonymized: maybe(Schema.Boolean),
  dataProtection: maybe(Schema.Struct({ contact: maybe(Schema.Struct({ allowed: maybe(Schema.Boolean) })) }))
}).annotate({ source: chapter("opportunities") })

/** An opportunity. */
export type Opportunity = typeof Opportunity.Type
