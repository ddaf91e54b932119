import { Schema } from "effect"
import { Category } from "../Category.ts"
import * as Field from "../Field.ts"
import type * as Model from "../Model.ts"

const fields = {
  id: Field.required(Schema.String, "Our id of the connector."),
  modified_at: Field.required(Field.InstantText, "When the connector last changed."),
  created_at: Field.required(Field.InstantText, "When the connector was created."),
  provider: Field.required(Schema.NonEmptyString, "Id of the provider, e.g. `lever`."),
  category: Field.required(Category, "The category that the connector was made for."),
  customer: Field.text("Name of the customer whose account it is."),
  customer_key: Field.text("The host application's own key of the customer."),
  scopes: Field.list(Schema.String, "Permissions granted, one for each model and direction."),
  status: Field.literal(["COMPLETE", "INCOMPLETE", "RELINK_NEEDED"], "Whether the customer's authorisation stands."),
  is_active: Field.boolean("Whether the connector is synced and served."),
  is_test: Field.boolean("Whether the connector was made for trying out."),
  completed_at: Field.instant("When the customer authorised the connector."),
  relink_needed_at: Field.instant("Since when the customer has to authorise anew."),
  sync_status: Field.literal(["SYNCING", "DONE", "FAILED"], "How the last sync stands; null before the first one."),
  sync_progress: Field.number("How much of the running sync is done, 0 to 100.", { unit: "percent" }),
  last_sync_started_at: Field.instant("When the last sync began."),
  next_sync_at: Field.instant("When the next sync is due."),
  average_sync_duration: Field.number("How long syncs of the connector take.", { unit: "seconds" }),
  employee_count: Field.integer("How many employees the connector has brought."),
  active_employee_count: Field.integer("How many of the employees work there now.")
}

const schema = Schema.Struct(fields)

const description = "One customer's authorised link to one provider. It never holds credentials or tokens."

/** Crosswalk's own record of a connector; it has no vendor's id or custom fields, so it is not made like the others. */
export const Connector = {
  name: "connector",
  plural: "connectors",
  category: "platform",
  description,
  identity: "connector",
  mapped: schema,
  schema: schema.annotate({ identifier: "connector", description })
} as const satisfies Model.Any
