/**
 * Copies of an embedded database, made while it is in use.
 *
 * The copy is the database as it was at one moment between two transactions, whole or not there: writers are not held up,
 * and do not hold it up. The encryption key is not in it.
 */
import * as Effect from "effect/Effect"
import { DatabaseSync } from "node:sqlite"
import { renameSync, rmSync } from "node:fs"
import { actionable } from "./internal/Actionable.ts"
import * as SqliteConnection from "./internal/SqliteConnection.ts"
import type { StoreError } from "./StoreError.ts"

/** Copies the database in a file to another file, which is replaced once the copy is whole. */
export const toFile = (filename: string, target: string): Effect.Effect<void, StoreError> => {
  const draft = `${target}.part`
  const attempt = (run: () => void) => Effect.try({ try: run, catch: SqliteConnection.failure(filename, "backup") })
  return actionable(
    Effect.gen(function* () {
      yield* attempt(() => rmSync(draft, { force: true }))
      yield* attempt(() => {
        const db = new DatabaseSync(filename, { readOnly: true })
        db.prepare("VACUUM INTO ?").run(draft)
        db.close()
      })
      yield* attempt(() => renameSync(draft, target))
    }).pipe(Effect.onError(() => Effect.sync(() => rmSync(draft, { force: true }))))
  )
}
