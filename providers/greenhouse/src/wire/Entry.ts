/** What all of Harvest's records have in common. */
import { Id, maybe } from "@crosswalk/core/Wire"
import { Schema } from "effect"

/** A moment; Harvest writes ISO 8601 in UTC. */
export const Instant = Schema.String.annotate({ unit: "ISO 8601 instant" })

/** A calendar day. */
export const Day = Schema.String.annotate({ unit: "YYYY-MM-DD" })

/** The id of another record. */
export const Reference = maybe(Id)

/** Id and times of a record. */
export const entry = { id: Id, created_at: maybe(Instant), updated_at: maybe(Instant) }

/** Values of the customer's own fields by the fields' keys: each with its name, its type and its value. */
export const CustomFields = maybe(Schema.Record(Schema.String, Schema.Unknown))
