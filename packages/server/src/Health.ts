/** Whether the process lives, and whether it can answer: for those who run it. */
import { Effect, Exit } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as SqlClient from "effect/sql/SqlClient"
import * as Deadline from "./Deadline.ts"
import { Paths } from "./Paths.ts"
import { Stopping } from "./Stopping.ts"

const noStore = { "cache-control": "no-store" }

const answer = (status: number, state: string) =>
  HttpServerResponse.text(JSON.stringify({ status: state }), {
    status,
    headers: noStore,
    contentType: "application/json"
  })

/** `/health/live` as long as the process runs; `/health` and `/health/ready` while it takes requests and the database answers. */
export const layer = HttpRouter.use((router) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const paths = yield* Paths
    const { isStopping } = yield* Stopping
    const database = sql`SELECT 1`.pipe(
      Deadline.within("2 seconds", Effect.fail("late")),
      Effect.exit,
      Effect.map((exit) => (Exit.isSuccess(exit) ? answer(200, "ready") : answer(503, "database unreachable")))
    )
    const ready = Effect.suspend(() => (isStopping() ? Effect.succeed(answer(503, "stopping")) : database))
    for (const [path, state] of [
      ["/health", ready],
      ["/health/ready", ready],
      ["/health/live", Effect.succeed(answer(200, "live"))]
    ] as const) {
      yield* paths.add("GET", path)
      yield* router.add("GET", path, state)
    }
  })
)
