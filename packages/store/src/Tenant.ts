/**
 * A second wall between workspaces, in the database itself.
 *
 * Every query names its connector or workspace. On PostgreSQL, row-level security holds should one forget to: inside
 * `Tenant.within` the rows of other workspaces are not there, for reading or for writing.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import * as Isolation from "./internal/Isolation.ts"
import type { StoreError } from "./StoreError.ts"

/** Work on behalf of one workspace. */
export class Tenant extends Context.Service<
  Tenant,
  {
    /**
     * Runs an effect in a transaction that sees one workspace. On SQLite, which has no such wall, it runs the effect alone.
     * Dies when the text is no name of a workspace, and when it is called for another workspace from within one.
     */
    readonly within: <A, E, R>(workspace: string, effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E | StoreError, R>
    /**
     * Whether the wall stands: the database has it, and the user of its connections is not above it, as superusers and users
     * with BYPASSRLS are.
     */
    readonly isEnforced: Effect.Effect<boolean, StoreError>
  }
>()("@crosswalk/store/Tenant") {
  /** The wall of the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Tenant, never, SqlClient.SqlClient> = Layer.effect(
    Tenant,
    Effect.map(SqlClient.SqlClient, (sql) =>
      sql.onDialectOrElse({
        pg: () => {
          const set = (workspace: string) => sql`SELECT set_config(${Isolation.setting}, ${workspace}, true)`
          const current = Effect.map(
            sql<{ readonly seen: string | null }>`SELECT current_setting(${Isolation.setting}, true) AS seen`,
            (rows) => rows[0]?.seen ?? ""
          )
          return Tenant.of({
            isEnforced: Effect.map(
              actionable(sql<{ readonly above: boolean }>`
                SELECT rolsuper OR rolbypassrls AS above FROM pg_roles WHERE rolname = current_user`),
              (rows) => rows.every(({ above }) => !above)
            ),
            within: (workspace, effect) =>
              workspace === "" || workspace === Isolation.everything
                ? Effect.die(new Error(`"${workspace}" is no name of a workspace.`))
                : Effect.gen(function* () {
                    const outer = yield* current
                    if (outer !== Isolation.everything && outer !== workspace) {
                      return yield* Effect.die(new Error("Inside one workspace there is no way to another."))
                    }
                    yield* set(workspace)
                    const answer = yield* effect
                    // What follows in a transaction around this one sees what it saw. A failure undoes the setting.
                    yield* set(outer)
                    return answer
                  }).pipe(sql.withTransaction, actionable)
          })
        },
        orElse: () => Tenant.of({ within: (_, effect) => effect, isEnforced: Effect.succeed(false) })
      })
    )
  )
}
