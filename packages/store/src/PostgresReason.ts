/**
 * What can go wrong with a PostgreSQL server that a person can do something about.
 *
 * `detail` is what the server or the operating system said: it names hosts, users and databases, never a password.
 */
import * as Schema from "effect/Schema"

const detail = { detail: Schema.String }

/** The address of a database is not one that is understood. */
export class AddressInvalid extends Schema.TaggedError<AddressInvalid>("@crosswalk/store/AddressInvalid")(
  "AddressInvalid",
  {}
) {
  override get message(): string {
    return "The address of the database is not understood."
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Write it as postgres://user:password@host:5432/database or as sqlite:path/of/the/file, with special characters of the password percent-encoded."
  }
}

/** No connection could be made, or one was lost. A transaction whose commit was under way may or may not be stored. */
export class DatabaseUnreachable extends Schema.TaggedError<DatabaseUnreachable>(
  "@crosswalk/store/DatabaseUnreachable"
)("DatabaseUnreachable", detail) {
  override get message(): string {
    return `The PostgreSQL server cannot be reached, or the connection to it was lost: ${this.detail}.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Check that the server runs and that this machine can reach its host and port; what was stored so far is kept and will be resumed."
  }
}

/** The server does not let this user in, has no such database, or lets nobody into it. */
export class LoginRefused extends Schema.TaggedError<LoginRefused>("@crosswalk/store/LoginRefused")(
  "LoginRefused",
  detail
) {
  override get message(): string {
    return `The PostgreSQL server refused the login: ${this.detail}.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Check user, password and name of the database in its address, the server's pg_hba.conf, and that the database allows connections."
  }
}

/** The user lacks a right in the database. */
export class PrivilegeMissing extends Schema.TaggedError<PrivilegeMissing>("@crosswalk/store/PrivilegeMissing")(
  "PrivilegeMissing",
  detail
) {
  override get message(): string {
    return `The PostgreSQL user may not do what Crosswalk needs: ${this.detail}.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Let this user own the database or the schema, so that it can create tables there."
  }
}

/** The server answers, and takes no writes: a standby, or a server that was set so. */
export class DatabaseReadOnly extends Schema.TaggedError<DatabaseReadOnly>("@crosswalk/store/DatabaseReadOnly")(
  "DatabaseReadOnly",
  detail
) {
  override get message(): string {
    return `The PostgreSQL server does not accept writes: ${this.detail}.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Use the address of the primary server, not of a standby, and see that default_transaction_read_only is off."
  }
}

/** The server has no connection or memory left to give. */
export class ServerExhausted extends Schema.TaggedError<ServerExhausted>("@crosswalk/store/ServerExhausted")(
  "ServerExhausted",
  detail
) {
  override get message(): string {
    return `The PostgreSQL server has no resources left: ${this.detail}.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Raise the server's max_connections or memory, or lower the number of workers or of connections of each."
  }
}

/** Two transactions were in each other's way, and this one had to give way. */
export class TransactionConflict extends Schema.TaggedError<TransactionConflict>(
  "@crosswalk/store/TransactionConflict"
)("TransactionConflict", detail) {
  override get message(): string {
    return `A transaction was undone because another one was in its way: ${this.detail}.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Run the command again; nothing of that transaction was stored."
  }
}

/** A statement took longer than it may. */
export class StatementTimedOut extends Schema.TaggedError<StatementTimedOut>("@crosswalk/store/StatementTimedOut")(
  "StatementTimedOut",
  detail
) {
  override get message(): string {
    return `The PostgreSQL server broke off a statement: ${this.detail}.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Run the command again; when it happens again, look for a server that is overloaded, or run ANALYZE on the database."
  }
}

/** Why a PostgreSQL database could not be used. */
export const PostgresReason = Schema.Union([
  AddressInvalid,
  DatabaseUnreachable,
  LoginRefused,
  PrivilegeMissing,
  DatabaseReadOnly,
  ServerExhausted,
  TransactionConflict,
  StatementTimedOut
])

/** Why a PostgreSQL database could not be used. */
export type PostgresReason = typeof PostgresReason.Type
