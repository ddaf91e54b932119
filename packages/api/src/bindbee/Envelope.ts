/** How lists are wrapped. */
import { Schema } from "effect"

/** The body of a list. */
export const listOf = <S extends Schema.Top>(item: S) =>
  Schema.Struct({
    cursor: Schema.NullOr(Schema.String).annotate({ description: "Where the next page begins; null at the end." }),
    page_size: Schema.Int.annotate({ description: "How many items there are in this answer." }),
    items: Schema.Array(item).annotate({ description: "The items." })
  })
