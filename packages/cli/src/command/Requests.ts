import { Requests } from "@crosswalk/store/Requests"
import { Effect, Option } from "effect"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as DataFolder from "../DataFolder.ts"
import * as Failure from "../Failure.ts"
import * as Output from "../Output.ts"
import * as Switch from "../Switch.ts"
import * as Table from "../Table.ts"

/** `crosswalk requests`: what was asked of the API last. */
export const requests = Command.make(
  "requests",
  {
    connector: Flag.String("connector").pipe(
      Flag.withMetavar("ID"),
      Flag.withDescription("Only requests about this connector"),
      Flag.optional
    ),
    limit: Flag.Int("limit").pipe(
      Flag.withMetavar("N"),
      Flag.withDescription("How many at most. Default: 20"),
      Flag.withDefault(20)
    ),
    workspace: Flag.String("workspace").pipe(
      Flag.withMetavar("NAME"),
      Flag.withDescription("Whose API keys. Default: default"),
      Flag.withDefault("default")
    ),
    data: DataFolder.flag,
    json: Switch.json
  },
  Effect.fn("crosswalk.requests")(
    function* ({ connector, json, limit, workspace }) {
      const found = yield* Requests.use((requests) =>
        requests.page(workspace, { connectorId: Option.getOrUndefined(connector), limit: Math.max(1, limit) })
      )
      if (json) return yield* Output.json(found)
      yield* Table.print(
        ["at", "key", "status", "request", "query", "ms"],
        found.map(({ at, durationMs, keyPrefix, method, query, route, status }) => [
          at,
          keyPrefix,
          String(status),
          `${method} ${route}`,
          query,
          durationMs.toFixed(1)
        ])
      )
    },
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("Show the latest requests to the API, newest first"))
