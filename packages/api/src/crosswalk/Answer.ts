/** The shapes around records in this dialect's answers. */
import { Schema } from "effect"

/** A page of a list. */
export const list = <S extends Schema.Top>(record: S) =>
  Schema.Struct({
    data: Schema.Array(record).annotate({ description: "The records of the page." }),
    next_cursor: Schema.NullOr(Schema.String).annotate({
      description: "The `cursor` of the next page; null at the end."
    })
  })

const oneExpanded = Schema.Union([Schema.String, Schema.Record(Schema.String, Schema.Unknown)])

/** A reference that was expanded: a record whose target was never read stays the id that it is. */
export const expanded = (many: boolean) =>
  many ? Schema.NullOr(Schema.Array(oneExpanded)) : Schema.NullOr(oneExpanded)

/** The vendor's own records, beside a record that was asked for with them. */
export const rawData = Schema.Array(Schema.Struct({ resource: Schema.String, record: Schema.Unknown })).annotate({
  description: "The vendor's own records, with the list that each came from; only when asked for."
})
