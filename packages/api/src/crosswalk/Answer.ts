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

/** Where each field came from, beside a single record that was asked for with it. */
export const explanation = Schema.NullOr(
  Schema.Array(
    Schema.Struct({
      field: Schema.String,
      rule: Schema.Literals(["read", "derived", "absent"]).annotate({ description: "How it is filled." }),
      note: Schema.NullOr(Schema.String).annotate({
        description: "How it is derived, or why the vendor has no such thing."
      }),
      from: Schema.Array(
        Schema.Struct({
          path: Schema.String.annotate({ description: "The vendor's list and the place in its record." }),
          value: Schema.optionalKey(Schema.Unknown).annotate({
            description: "What stands there; null when nothing does. Left out where the field is a most sensitive one."
          })
        })
      ).annotate({ description: "What was read of the vendor's records." })
    }).annotate({ identifier: "ExplainedField" })
  )
).annotate({
  description:
    "Where each field came from; only when asked for. Null when the vendor's records are gone that the record was made of."
})
