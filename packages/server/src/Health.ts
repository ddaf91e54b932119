/** Whether the process lives, and whether it can answer: for those who run it. */
import { Effect, Exit } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as SqlClient from "effect/sql/SqlClient"

const noStore = { "cache-control": "no-store" }

const answer = (status: number, state: string) =>
  HttpServerResponse.text(JSON.stringify({ status: state }), {
    status,
    headers: noStore,
    contentType: "application/json"
  })

/** `/health/live` as long as the process runs; `/health` and `/health/ready` while the database answers. */
export const layer = HttpRouter.use((router) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const ready = sql`SELECT 1`.pipe(
      Effect.timeout("2 seconds"),
      Effect.exit,
      Effect.map((exit) => (Exit.isSuccess(exit) ? answer(200, "ready") : answer(503, "database unreachable")))
    )
    yield* router.add("GET", "/health", ready)
    yield* router.add("GET", "/health/ready", ready)
    yield* router.add("GET", "/health/live", Effect.succeed(answer(200, "live")))
  })
)
