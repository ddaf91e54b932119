import * as Option from "effect/Option"
import type { SqlError } from "effect/sql/SqlError"
import {
  DatabaseReadOnly,
  DatabaseUnreachable,
  LoginRefused,
  type PostgresReason,
  PrivilegeMissing,
  ServerExhausted,
  StatementTimedOut,
  TransactionConflict
} from "../PostgresReason.ts"

/** What the two kinds of database have in common. */
export type Shared = "DiskFull" | "StorageFailed" | "DatabaseDamaged"

const text = (value: unknown): string => (typeof value === "string" ? value.trim().replace(/\.$/, "") : "")

const field = (cause: unknown, name: "code" | "message"): string =>
  typeof cause === "object" && cause !== null && name in cause ? text(Reflect.get(cause, name)) : ""

const sqlState = /^[0-9A-Z]{5}$/

/**
 * What a failure of PostgreSQL means for a person; none when it is a mistake in the program.
 *
 * SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export const reasonOf = ({ reason }: SqlError): Option.Option<PostgresReason | Shared> => {
  const code = field(reason.cause, "code")
  const said = { detail: field(reason.cause, "message") || code || reason._tag }
  if (sqlState.test(code)) {
    switch (code) {
      case "3D000":
        return Option.some(new LoginRefused(said))
      // The database takes no connections; at any other time a statement of ours was wrong.
      case "55000":
        return reason.operation === "connect" ? Option.some(new LoginRefused(said)) : Option.none()
      case "42501":
        return Option.some(new PrivilegeMissing(said))
      case "25006":
        return Option.some(new DatabaseReadOnly(said))
      case "53100":
        return Option.some("DiskFull")
      case "57014":
        return Option.some(new StatementTimedOut(said))
      case "40001":
      case "40P01":
      case "55P03":
        return Option.some(new TransactionConflict(said))
      // The server ends the session: it stops, starts, or has waited for us too long.
      case "57P01":
      case "57P02":
      case "57P03":
      case "57P05":
      case "25P03":
        return Option.some(new DatabaseUnreachable(said))
    }
    switch (code.slice(0, 2)) {
      case "08":
        return Option.some(new DatabaseUnreachable(said))
      case "28":
        return Option.some(new LoginRefused(said))
      case "53":
        return Option.some(new ServerExhausted(said))
      case "58":
        return Option.some("StorageFailed")
      case "XX":
        return code === "XX000" ? Option.none() : Option.some("DatabaseDamaged")
    }
    return Option.none()
  }
  switch (reason._tag) {
    case "ConnectionError":
      return Option.some(new DatabaseUnreachable(said))
    case "AuthenticationError":
      return Option.some(new LoginRefused(said))
    default:
      return Option.none()
  }
}
