/** Connectors and what can be connected, as the routes of the platform show them. */
import { Schema } from "effect"
import * as Shape from "../Shape.ts"

/** Categories of systems, in this dialect's words. */
export const categories = ["HRIS", "ATS", "LMS"] as const

/** A category. */
export const Category = Schema.Literals(categories)

const fields = {
  id: Shape.id("Our id of the connector."),
  is_active: Schema.Boolean.annotate({ description: "Whether it is synced and served." }),
  status: Schema.Literals(["COMPLETE", "INCOMPLETE", "RELINK_NEEDED"]).annotate({
    description: "Whether the customer's authorisation stands."
  }),
  integration_slug: Shape.required("The integration, e.g. `ukg-pro`."),
  end_user: Shape.required("The customer; empty when no name was given."),
  origin_id: Shape.text("The host application's own key of the customer."),
  sync_status: Shape.closed(["Syncing", "Done", "Failed"], "How the last sync stands; null before the first one."),
  last_sync_start_time: Shape.instant("When the last sync began."),
  next_sync_start_time: Shape.instant("When the next sync is due."),
  connector_token: Shape.required("Names the connector in the header `x-connector-token`."),
  category: Category.annotate({ description: "The category that the connector is of." }),
  relink_needed_at: Shape.instant("Since when the customer has to authorise anew."),
  is_test_connector: Schema.Boolean.annotate({ description: "Whether it was made for trying out." }),
  completed_at: Shape.instant("When the customer authorised the connector."),
  created_at: Shape.requiredInstant("When the connector was created.")
}

/** A connector. */
export const Connector = Schema.Struct(fields).annotate({ identifier: "Connector" })

/** A connector of a people system, which tells more. */
export const HrisConnector = Schema.Struct({
  ...fields,
  sync_progress: Shape.number("How much of the running sync is done, 0 to 100."),
  total_employees: Shape.integer("How many employees the connector has brought."),
  active_employees: Shape.integer("How many of them work there now."),
  avg_sync_duration: Shape.number("How long syncs take, in seconds.")
}).annotate({ identifier: "HrisConnector" })

/** What can be connected. */
export const Integration = Schema.Struct({
  id: Shape.id("Our id of the integration."),
  integration_id: Shape.required("The integration, again by its id."),
  is_enabled: Schema.Boolean.annotate({ description: "Whether it can be connected." }),
  integration_slug: Shape.required("The integration, e.g. `ukg-pro`."),
  integration_type: Shape.text("Kind of integration."),
  category: Category.annotate({ description: "The category that it is of." }),
  display_name: Shape.required("Name for people."),
  icon_url: Shape.text("Address of a picture."),
  description: Shape.text("What it is.")
}).annotate({ identifier: "Integration" })
