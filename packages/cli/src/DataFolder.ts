/**
 * Where the database of a command lies: the data folder on its command line, else the address in
 * `CROSSWALK_DATABASE_URL`, else the folder `.crosswalk` in the working directory. What is missing is created.
 */
import * as DatabaseAddress from "@crosswalk/store/DatabaseAddress"
import * as PostgresClient from "@crosswalk/store/PostgresClient"
import * as Store from "@crosswalk/store/Store"
import { Config, Effect, Layer, Option, Redacted } from "effect"
import * as Flag from "effect/cli/Flag"
import { dirname, join } from "node:path"
import * as Failure from "./Failure.ts"

/** The flag that names the data folder. */
export const flag = Flag.String("data").pipe(
  Flag.withMetavar("DIR"),
  Flag.withDescription("Data folder; created when missing. Default: CROSSWALK_DATABASE_URL, else .crosswalk"),
  Flag.optional
)

const standard = ".crosswalk"

const inFolder = (folder: string): DatabaseAddress.DatabaseAddress => ({
  kind: "sqlite",
  filename: join(folder, "crosswalk.db")
})

const configured = Config.option(Config.Redacted("CROSSWALK_DATABASE_URL"))

const unknown = Failure.make(
  "CROSSWALK_DATABASE_URL is no address of a database that Crosswalk knows. Set it to the path of a SQLite file or to " +
    "postgres://user:password@host/database, or give a folder with --data DIR."
)

/** The address of the database. */
const address = Effect.fnUntraced(function* (data: Option.Option<string>) {
  if (Option.isSome(data)) return inFolder(data.value)
  const url = Option.filter(yield* configured, (text) => Redacted.value(text).trim() !== "")
  return Option.isSome(url)
    ? yield* Effect.mapError(DatabaseAddress.parse(url.value), () => unknown)
    : inFolder(standard)
})

/** The file of the database. Fails where the database is on a server. */
export const file = Effect.fnUntraced(function* (data: Option.Option<string>) {
  const found = yield* address(data)
  return found.kind === "sqlite"
    ? found.filename
    : yield* Failure.make(
        "CROSSWALK_DATABASE_URL names a server; this command needs a file. Give its folder with --data DIR."
      )
})

/** The folder in which the database lies, and what belongs to it. Fails where the database is on a server. */
export const path = (data: Option.Option<string>) => Effect.map(file(data), dirname)

/**
 * The store of a command. Its key, where none is configured, is made in a file beside the database; for a server it has to
 * be configured. With `alone`, the command refuses to run beside another one that syncs, where the database is a file.
 */
export const layer = (data: Option.Option<string>, alone: boolean) =>
  Layer.unwrap(
    Effect.map(address(data), (found) =>
      found.kind === "sqlite"
        ? Store.layerSqlite({
            filename: found.filename,
            keyFile: join(dirname(found.filename), "encryption.key"),
            exclusive: alone
          })
        : Store.layerPostgres({ url: found.url })
    )
  )

/** Further connections to the server on which the database of a command lies. */
export const connections = (data: Option.Option<string>, count: number) =>
  Layer.unwrap(
    Effect.flatMap(address(data), (found) =>
      found.kind === "postgres"
        ? Effect.succeed(PostgresClient.layer({ url: found.url, maxConnections: count }))
        : Effect.die(new Error("a database in a file has one connection"))
    )
  )

/** Gives a command its store, opened before it begins and closed at its end; others may sync meanwhile. */
export const provide = <A, E, R>(command: Effect.Effect<A, E, R>, input: { readonly data: Option.Option<string> }) =>
  Effect.provide(command, layer(input.data, false))

/** Gives a command that syncs its store, and keeps other ones that do so out of it. */
export const provideAlone = <A, E, R>(
  command: Effect.Effect<A, E, R>,
  input: { readonly data: Option.Option<string> }
) => Effect.provide(command, layer(input.data, true))
