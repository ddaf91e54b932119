/**
 * Which version of each mapper a connector's records were derived with: what a newer package has to derive again.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import type { StoreError } from "./StoreError.ts"

/** Where a connector stands with one mapper. */
export interface MapperVersion {
  readonly mapper: string
  readonly version: string
  /** `current`: all its records are of this version. `deriving`: they are being derived again with it. */
  readonly state: "current" | "deriving"
  /** How far deriving again has durably got, in the engine's own form; null at its beginning and when there is none. */
  readonly cursor: string | null
}

/** Mapper versions, by connector. */
export class MapperVersions extends Context.Service<
  MapperVersions,
  {
    /** All mappers of a connector that are known, in order of name. */
    readonly list: (connector: string) => Effect.Effect<ReadonlyArray<MapperVersion>, StoreError>
    /** Notes where a mapper stands: in the transaction that writes what it derived, no progress is lost or ahead. */
    readonly put: (connector: string, version: MapperVersion) => Effect.Effect<void, StoreError>
    /** Forgets a mapper that is not used any more. */
    readonly remove: (connector: string, mapper: string) => Effect.Effect<void, StoreError>
  }
>()("@crosswalk/store/MapperVersions") {
  /** Mapper versions in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<MapperVersions, never, SqlClient.SqlClient> = Layer.effect(
    MapperVersions,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return MapperVersions.of({
        list: Effect.fn("MapperVersions.list")(
          (connector: string) => sql<MapperVersion>`
            SELECT mapper, version, state, cursor FROM mapper_versions
            WHERE connector_id = ${connector} ORDER BY mapper`,
          actionable
        ),
        put: Effect.fn("MapperVersions.put")(
          (connector: string, { cursor, mapper, state, version }: MapperVersion) =>
            Effect.asVoid(sql`
              INSERT INTO mapper_versions (connector_id, mapper, version, state, cursor)
              VALUES (${connector}, ${mapper}, ${version}, ${state}, ${cursor})
              ON CONFLICT (connector_id, mapper) DO UPDATE SET
                version = excluded.version, state = excluded.state, cursor = excluded.cursor`),
          actionable
        ),
        remove: Effect.fn("MapperVersions.remove")(
          (connector: string, mapper: string) =>
            Effect.asVoid(sql`DELETE FROM mapper_versions WHERE connector_id = ${connector} AND mapper = ${mapper}`),
          actionable
        )
      })
    })
  )
}
