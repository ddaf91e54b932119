/** The categories of systems that Crosswalk unifies. */
import { Schema } from "effect"

export const Category = Schema.Literals([
  "hris",
  "ats",
  "lms",
  "crm",
  "ticketing",
  "task",
  "kms",
  "storage",
  "uc",
  "platform"
])

/** A category of systems, e.g. `ats`; `platform` holds Crosswalk's own models. */
export type Category = typeof Category.Type
