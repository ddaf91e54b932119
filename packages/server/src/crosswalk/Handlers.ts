/** The handlers of Crosswalk's own dialect. */
import type { Handler, Needs } from "../Handlers.ts"
import * as Catalog from "./Catalog.ts"
import * as Changes from "./Changes.ts"
import * as Connectors from "./Connectors.ts"
import * as Keys from "./Keys.ts"
import * as Requests from "./Requests.ts"

/** One for each of its routes. */
export const handlers: ReadonlyArray<Handler<Needs>> = [
  ...Connectors.handlers,
  ...Changes.handlers,
  ...Catalog.handlers,
  ...Keys.handlers,
  ...Requests.handlers
]
