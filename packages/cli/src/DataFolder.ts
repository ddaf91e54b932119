/**
 * Where the database of a command lies: the data folder on its command line, else the address in
 * `CROSSWALK_DATABASE_URL`, else the folder `.crosswalk` in the working directory. What is missing is created.
 */
import * as Store from "@crosswalk/store/Store"
import { Config, Effect, Layer, Option } from "effect"
import * as Flag from "effect/cli/Flag"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import * as Failure from "./Failure.ts"

/** The flag that names the data folder. */
export const flag = Flag.String("data").pipe(
  Flag.withMetavar("DIR"),
  Flag.withDescription("Data folder; created when missing. Default: CROSSWALK_DATABASE_URL, else .crosswalk"),
  Flag.optional
)

const standard = ".crosswalk"

const fileOf = (folder: string): string => join(folder, "crosswalk.db")

/** The file behind a database address: a path, `file:` or `sqlite:`. The address itself may hold a password. */
const fileOfUrl = (address: string): Effect.Effect<string, Failure.Failure> => {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(address)?.[1]?.toLowerCase()
  if (scheme === undefined) return Effect.succeed(address)
  if (scheme === "postgres" || scheme === "postgresql") {
    return Effect.fail(
      Failure.make(
        "CROSSWALK_DATABASE_URL names a PostgreSQL database, which this version cannot use yet. " +
          "Set it to the path of a SQLite file, or give a folder with --data DIR."
      )
    )
  }
  const path = address.slice(scheme.length + 1)
  if (scheme === "file" && URL.canParse(address)) {
    return Effect.try({
      try: () => fileURLToPath(address),
      catch: () => Failure.make("CROSSWALK_DATABASE_URL is no path of a file on this machine. Correct it.")
    })
  }
  if (scheme === "sqlite" && path.replace(/^\/\//, "") !== "") return Effect.succeed(path.replace(/^\/\//, ""))
  return Effect.fail(
    Failure.make(
      `CROSSWALK_DATABASE_URL begins with ${scheme}:, which is no database that Crosswalk knows. ` +
        "Set it to the path of a SQLite file, or give a folder with --data DIR."
    )
  )
}

const address = Config.option(Config.String("CROSSWALK_DATABASE_URL"))

/** Path of the database's file. */
const filename = Effect.fnUntraced(function* (data: Option.Option<string>) {
  if (Option.isSome(data)) return fileOf(data.value)
  const configured = Option.filter(yield* address, (text) => text.trim() !== "")
  return Option.isSome(configured) ? yield* fileOfUrl(configured.value.trim()) : fileOf(standard)
})

/** The folder in which the database lies, and what belongs to it. */
export const path = (data: Option.Option<string>) => Effect.map(filename(data), dirname)

/**
 * The store of a command. Its key, where none is configured, is made in a file beside the database. With `alone`, the
 * command refuses to run beside another one that syncs.
 */
export const layer = (data: Option.Option<string>, alone: boolean) =>
  Layer.unwrap(
    Effect.map(filename(data), (file) =>
      Store.layerSqlite({ filename: file, keyFile: join(dirname(file), "encryption.key"), exclusive: alone })
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
