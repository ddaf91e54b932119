/**
 * effect's `SqlClient` over Node's own SQLite: no native build, no service.
 *
 * One connection, shared through a semaphore: a statement or a transaction of one fiber never runs inside the
 * transaction of another. Queries run synchronously, so keep batches at some hundred rows where the same process also
 * answers requests.
 */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Reactivity from "effect/reactivity/Reactivity"
import type * as Scope from "effect/Scope"
import * as Semaphore from "effect/Semaphore"
import * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import * as Statement from "effect/sql/Statement"
import { closeSync, mkdirSync, openSync } from "node:fs"
import { dirname } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { actionable } from "./internal/Actionable.ts"
import * as SqliteConnection from "./internal/SqliteConnection.ts"
import * as StoreError from "./StoreError.ts"

/** How to open a database. */
export interface Options {
  /** Path of the file, or `:memory:`. The file and its folder are created when missing, readable by this user only. */
  readonly filename: string
  /**
   * Refuses when another process has the database open in this way, and is then refused to others: two processes that
   * sync one file would both run every connector. Processes that do not ask for it, to read or to add a connector, are
   * let in. Default true for a file; released when the process ends, however it ends.
   */
  readonly exclusive?: boolean | undefined
  /** How long to wait for another process, at opening and in each statement. Default 2 seconds. */
  readonly busyTimeout?: Duration.Input | undefined
}

const inMemory = (filename: string): boolean => filename === ":memory:" || filename === ""

const isErrno = (cause: unknown): cause is { readonly code: string } =>
  typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string"

/** Makes what is missing, for this user alone: SQLite gives its log the mode of the file that it finds. */
const makeFile = (filename: string): Effect.Effect<void, StoreError.StoreError> =>
  Effect.try({
    try: () => {
      mkdirSync(dirname(filename), { recursive: true, mode: 0o700 })
      closeSync(openSync(filename, "a", 0o600))
    },
    catch: (cause) => {
      const where = { database: filename }
      const full = isErrno(cause) && (cause.code === "ENOSPC" || cause.code === "EDQUOT")
      return new StoreError.StoreError({
        reason: full ? new StoreError.DiskFull(where) : new StoreError.AccessDenied(where)
      })
    }
  })

// Vendors' ids are random, so each batch touches many pages of each index. Larger pages, moved from the log to the file in
// larger lots (32 MB), made a first sync 1.6 times as fast as SQLite's defaults. A larger cache did not: of a million records a
// batch meets pages that none holds, and the system keeps them as well.
const configure = (db: DatabaseSync): void => {
  db.exec("PRAGMA page_size = 8192")
  db.exec("PRAGMA journal_mode = WAL")
  db.exec("PRAGMA wal_autocheckpoint = 4000")
  db.exec("PRAGMA synchronous = NORMAL")
  db.exec("PRAGMA foreign_keys = ON")
  db.exec("PRAGMA temp_store = MEMORY")
  db.exec("PRAGMA cache_size = -12000")
  // SQLite's own `lower` knows the letters of ASCII alone.
  db.function("crosswalk_fold", { deterministic: true }, (text) =>
    typeof text === "string" ? text.toLowerCase() : text
  )
}

// A lock that dies with its process, by the one means that Node has for it: a second, empty database, held.
const lock = (db: DatabaseSync): void => db.exec("BEGIN EXCLUSIVE")

const connect = (
  database: string,
  filename: string,
  timeout: number,
  prepare: (db: DatabaseSync) => void
): Effect.Effect<DatabaseSync, SqlError, Scope.Scope> => {
  const failed = SqliteConnection.failure(database, "open")
  return Effect.acquireRelease(
    Effect.try({ try: () => new DatabaseSync(filename, { timeout }), catch: failed }),
    (db) => Effect.sync(() => db.close())
  ).pipe(Effect.tap((db) => Effect.try({ try: () => prepare(db), catch: failed })))
}

const open = Effect.fnUntraced(function* (options: Options): Effect.fn.Return<DatabaseSync, SqlError, Scope.Scope> {
  const { filename } = options
  const timeout = Duration.toMillis(options.busyTimeout ?? "2 seconds")
  if (!inMemory(filename) && options.exclusive !== false) {
    yield* connect(filename, `${filename}.lock`, timeout, lock)
  }
  return yield* connect(filename, filename, timeout, configure)
})

/** An open client, closed with the scope. Fails with `StoreError` when the database cannot be opened or is in use. */
export const make = Effect.fnUntraced(function* (
  options: Options
): Effect.fn.Return<SqlClient.SqlClient, StoreError.StoreError, Scope.Scope | Reactivity.Reactivity> {
  if (!inMemory(options.filename)) yield* makeFile(options.filename)
  const db = yield* actionable(open(options))
  const connection = SqliteConnection.make(db, options.filename)
  return yield* SqlClient.make({
    ...SqlClient.makeSqliteAcquirers({
      connection: Effect.succeed(connection),
      semaphore: yield* Semaphore.make(1),
      isTransaction: () => db.isTransaction
    }),
    compiler: Statement.makeCompilerSqlite(),
    driver: "sqlite-node",
    spanAttributes: [["db.system.name", "sqlite"]],
    beginTransaction: "BEGIN IMMEDIATE",
    releaseSavepoint: (name) => `RELEASE SAVEPOINT ${name}`,
    prepareTransactionControls: true
  })
})

/** The client as a layer. Nothing is migrated: see `Migrations.layer`, or `Store.layerSqlite` for both. */
export const layer = (options: Options): Layer.Layer<SqlClient.SqlClient, StoreError.StoreError> =>
  Layer.effect(SqlClient.SqlClient, make(options)).pipe(Layer.provide(Reactivity.layer))
