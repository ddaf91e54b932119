/**
 * What can go wrong with a database that a person can do something about. Everything else that a database answers is
 * a mistake of ours and dies.
 */
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import * as PostgresFailure from "./internal/PostgresFailure.ts"
import { SqliteFailure } from "./internal/SqliteFailure.ts"
import { PostgresReason } from "./PostgresReason.ts"

const database = { database: Schema.String }

/** Another process holds the database. */
export class DatabaseBusy extends Schema.TaggedError<DatabaseBusy>("@crosswalk/store/DatabaseBusy")(
  "DatabaseBusy",
  database
) {
  override get message(): string {
    return `The database ${this.database} is in use by another process.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Stop the other Crosswalk process that uses this data folder, or choose another folder."
  }
}

/** The file exists and is not a SQLite database. */
export class NotADatabase extends Schema.TaggedError<NotADatabase>("@crosswalk/store/NotADatabase")(
  "NotADatabase",
  database
) {
  override get message(): string {
    return `${this.database} is not a SQLite database.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Choose another data folder, or move that file away and start again to create a new database."
  }
}

/** The file or its folder cannot be created, read or written. */
export class AccessDenied extends Schema.TaggedError<AccessDenied>("@crosswalk/store/AccessDenied")(
  "AccessDenied",
  database
) {
  override get message(): string {
    return `The database ${this.database} cannot be opened for reading and writing.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Give this user the right to write the file and its folder, or choose another data folder."
  }
}

/** There is no room left where the database lies. */
export class DiskFull extends Schema.TaggedError<DiskFull>("@crosswalk/store/DiskFull")("DiskFull", database) {
  override get message(): string {
    return `There is no room left to write the database ${this.database}.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Free some disk space and run the command again; what was stored so far is kept and will be resumed."
  }
}

/** The database's content contradicts itself: a failing disk, or a file that was copied while in use. */
export class DatabaseDamaged extends Schema.TaggedError<DatabaseDamaged>("@crosswalk/store/DatabaseDamaged")(
  "DatabaseDamaged",
  database
) {
  override get message(): string {
    return `The database ${this.database} is damaged.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Restore it from a backup, or move it away and sync again from the vendors."
  }
}

/** The operating system failed to read or write the file. */
export class StorageFailed extends Schema.TaggedError<StorageFailed>("@crosswalk/store/StorageFailed")(
  "StorageFailed",
  database
) {
  override get message(): string {
    return `Reading or writing the database ${this.database} failed.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Check the disk (and the network, if it is a network folder) and run the command again."
  }
}

/** The database was written by a later version of Crosswalk. */
export class NewerSchema extends Schema.TaggedError<NewerSchema>("@crosswalk/store/NewerSchema")("NewerSchema", {
  /** Schema version found in the database. */
  found: Schema.Number,
  /** Newest schema version that this program knows. */
  supported: Schema.Number
}) {
  override get message(): string {
    return `The database has schema version ${this.found}; this version of Crosswalk knows ${this.supported} at most.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Update Crosswalk to the version that wrote the database, or choose another database."
  }
}

const Reason = Schema.Union([
  DatabaseBusy,
  NotADatabase,
  AccessDenied,
  DiskFull,
  DatabaseDamaged,
  StorageFailed,
  NewerSchema,
  ...PostgresReason.members
])

/** Why a database could not be used. */
export type Reason = typeof Reason.Type

const transient: ReadonlySet<Reason["_tag"]> = new Set<Reason["_tag"]>([
  "DatabaseBusy",
  "DatabaseUnreachable",
  "ServerExhausted",
  "TransactionConflict",
  "StatementTimedOut"
])

/** A database cannot be used, for a reason that a person can remove. */
export class StoreError extends Schema.TaggedError<StoreError>("@crosswalk/store/StoreError")("StoreError", {
  reason: Reason
}) {
  override get message(): string {
    return this.reason.message
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return this.reason.remedy
  }
  /**
   * Whether the same may succeed a moment later, without anybody's help. What was lost may have been the answer to a
   * commit, so read again where things stand before repeating a write.
   */
  get isTransient(): boolean {
    return transient.has(this.reason._tag)
  }
}

// SQLite's primary result codes: https://sqlite.org/rescode.html
const ofSqlite = (failure: SqliteFailure): Option.Option<Reason> => {
  const where = { database: failure.database }
  switch (failure.errno & 0xff) {
    case 5:
    case 6:
      return Option.some(new DatabaseBusy(where))
    case 3:
    case 8:
    case 14:
      return Option.some(new AccessDenied(where))
    case 10:
      return Option.some(new StorageFailed(where))
    case 11:
      return Option.some(new DatabaseDamaged(where))
    case 13:
      return Option.some(new DiskFull(where))
    case 26:
      return Option.some(new NotADatabase(where))
    default:
      return Option.none()
  }
}

const shared = { DiskFull, StorageFailed, DatabaseDamaged }
const onPostgres = { database: "on the PostgreSQL server" }

const ofPostgres = (error: SqlError): Option.Option<Reason> =>
  Option.map(PostgresFailure.reasonOf(error), (reason) =>
    typeof reason === "string" ? new shared[reason](onPostgres) : reason
  )

/** The part of a database failure that a person can act on; none when it is a mistake in the program. */
export const fromSqlError = (error: SqlError): Option.Option<StoreError> => {
  const cause = error.reason.cause
  return Option.map(
    cause instanceof SqliteFailure ? ofSqlite(cause) : ofPostgres(error),
    (reason) => new StoreError({ reason })
  )
}
