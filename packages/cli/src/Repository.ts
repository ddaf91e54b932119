/** The checkout of Crosswalk that a command works on: recorded answers, and earlier versions of providers. */
import { Effect, FileSystem, Option } from "effect"
import { dirname, join, resolve } from "node:path"

const parts = ["providers", "packages/core", "pnpm-workspace.yaml"]

const ancestors = (folder: string): ReadonlyArray<string> => {
  const above = dirname(folder)
  return above === folder ? [folder] : [folder, ...ancestors(above)]
}

/** This module's own folder and those above it, nearest first: where what the command depends on is found. */
export const own: ReadonlyArray<string> = ancestors(import.meta.dirname)

/**
 * Path of the checkout that the working directory lies in, else of the one that the command runs from; none for a command
 * that was installed as a package and is called elsewhere.
 */
export const folder: Effect.Effect<Option.Option<string>, never, FileSystem.FileSystem> = Effect.gen(function* () {
  const files = yield* FileSystem.FileSystem
  const isCheckout = (path: string) =>
    Effect.map(
      Effect.forEach(parts, (part) => Effect.orElseSucceed(files.exists(join(path, part)), () => false)),
      (found) => found.every(Boolean)
    )
  for (const path of [...ancestors(resolve(".")), ...own]) if (yield* isCheckout(path)) return Option.some(path)
  return Option.none()
})
