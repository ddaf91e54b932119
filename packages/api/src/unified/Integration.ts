/** A system that can be connected. */
import type { Provider } from "@crosswalk/core/Provider"
import { Schema } from "effect"
import * as Optional from "./Optional.ts"

/** A system that can be connected. */
export const Integration = Schema.Struct({
  type: Schema.String.annotate({ description: "The system, by its name in addresses." }),
  name: Schema.String.annotate({ description: "The system, by name." }),
  categories: Schema.Array(Schema.String).annotate({ description: "What it can be connected for." }),
  is_active: Optional.boolean("Whether it can be connected now."),
  api_docs_url: Optional.text("The vendor's documentation.")
}).annotate({ identifier: "Integration" })

/** A provider as a system that can be connected. */
export const integration = ({ categories, docs, id, name }: Provider): typeof Integration.Type => ({
  type: id,
  name,
  categories: categories.filter((category) => category !== "platform"),
  is_active: true,
  api_docs_url: docs
})
