/** Fields that customers added at the vendor, as entries. */
import { Schema } from "effect"
import * as Optional from "./Optional.ts"

const Entry = Schema.Struct({
  slug: Optional.text("The vendor's name of the field."),
  value: Schema.optionalKey(
    Schema.Unknown.annotate({ description: "The value as the vendor has it; lists of lists as JSON text." })
  )
}).annotate({ identifier: "Metadata" })

/** The field of the shapes. */
export const metadata = {
  metadata: Optional.list(Entry, "Fields that the customer added at the vendor.")
}

// Clients refuse lists whose elements are lists.
const valueOf = (value: unknown): unknown =>
  Array.isArray(value) && value.some((item) => Array.isArray(item)) ? JSON.stringify(value) : value

/** The function of {@link metadata}. */
export const rules = {
  metadata: ({ custom_fields }: { readonly custom_fields: Readonly<Record<string, unknown>> | null }) =>
    custom_fields === null
      ? null
      : Object.entries(custom_fields).map(([slug, value]) => ({ slug, value: valueOf(value) }))
}
