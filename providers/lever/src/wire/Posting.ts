/** Postings, their requisitions and their application forms. */
import { maybe, Numeric } from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { chapter } from "./Docs.ts"
import { FormField } from "./Form.ts"

const Instant = Numeric.annotate({ unit: "milliseconds since 1970" })

/** What a job pays, per `interval`. */
export const PayBand = Schema.Struct({
  min: maybe(Numeric),
  max: maybe(Numeric),
  currency: maybe(Schema.String),
  interval: maybe(Schema.String)
}).annotate({ source: chapter("postings") })

/** What a job pays. */
export type PayBand = typeof PayBand.Type

/** A posting: a job and its advertisement in one. */
export const Posting = Schema.Struct({
  id: Schema.String,
  text: maybe(Schema.String),
  state: maybe(Schema.String),
  distributionChannels: maybe(Schema.Array(Schema.String)),
  owner: maybe(Schema.String),
  hiringManager: maybe(Schema.String),
  followers: maybe(Schema.Array(Schema.String)),
  categories: maybe(
    Schema.Struct({
      commitment: maybe(Schema.String),
      department: maybe(Schema.String),
      team: maybe(Schema.String),
      level: maybe(Schema.String),
      location: maybe(Schema.String),
      allLocations: maybe(Schema.Array(Schema.String))
    })
  ),
  content: maybe(
    Schema.Struct({
      description: maybe(Schema.String),
      descriptionHtml: maybe(Schema.String),
      lists: maybe(Schema.Array(Schema.Struct({ text: maybe(Schema.String), content: maybe(Schema.String) }))),
      closing: maybe(Schema.String),
      closingHtml: maybe(Schema.String)
    })
  ),
  country: maybe(Schema.String),
  reqCode: maybe(Schema.String),
  requisitionCodes: maybe(Schema.Array(Schema.String)),
  salaryRange: maybe(PayBand),
  workplaceType: maybe(Schema.String),
  urls: maybe(Schema.Struct({ show: maybe(Schema.String), apply: maybe(Schema.String) })),
  confidentiality: maybe(Schema.String),
  createdAt: maybe(Instant),
  updatedAt: maybe(Instant)
}).annotate({ source: chapter("postings") })

/** A posting. */
export type Posting = typeof Posting.Type

/** A requisition: the permission to hire. Postings name it by its code. */
export const Requisition = Schema.Struct({
  id: Schema.String,
  requisitionCode: maybe(Schema.String),
  /** A number, or the word `unlimited`. */
  headcountTotal: maybe(Schema.Union([Schema.Finite, Schema.String])),
  headcountInfinite: maybe(Schema.Boolean),
  compensationBand: maybe(PayBand),
  customFields: maybe(Schema.Record(Schema.String, Schema.Unknown))
}).annotate({ source: chapter("requisitions") })

/** A requisition. */
export type Requisition = typeof Requisition.Type

const StandardField = Schema.Struct({ ...FormField.fields, name: maybe(Schema.String) })

/** The application form of a posting. */
export const ApplyForm = Schema.Struct({
  /** The posting's id. */
  id: Schema.String,
  personalInformation: maybe(Schema.Array(StandardField)),
  urls: maybe(Schema.Array(StandardField)),
  customQuestions: maybe(Schema.Array(Schema.Struct({ fields: maybe(Schema.Array(FormField)) }))),
  /** By the question's name: `gender`, `race`, `veteran`, `disability`. */
  eeoQuestions: maybe(Schema.Record(Schema.String, Schema.NullOr(FormField)))
}).annotate({ source: chapter("retrieve-posting-application-questions") })

/** The application form of a posting. */
export type ApplyForm = typeof ApplyForm.Type
