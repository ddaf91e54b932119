import * as Data from "effect/Data"

/** What `node:sqlite` threw, with the result code where effect's classifier looks for it. */
export class SqliteFailure extends Data.TaggedError("SqliteFailure")<{
  readonly message: string
  /** SQLite's extended result code; 1 (a general error) when the failure carries none. */
  readonly errno: number
  readonly database: string
  readonly cause: unknown
}> {}

const hasCode = (cause: unknown): cause is { readonly errcode: number } =>
  typeof cause === "object" && cause !== null && "errcode" in cause && typeof cause.errcode === "number"

/** Wraps a thrown value. */
export const make = (database: string, cause: unknown): SqliteFailure =>
  new SqliteFailure({
    message: cause instanceof Error ? cause.message : String(cause),
    errno: hasCode(cause) ? cause.errcode : 1,
    database,
    cause
  })
