/** The repository that this command runs from, where it was not installed as a package. */
import { Effect, FileSystem, Option } from "effect"
import { join } from "node:path"

const root = join(import.meta.dirname, "../../..")

/** Path of the repository's folder; none where the command was installed as a package. */
export const folder: Effect.Effect<Option.Option<string>, never, FileSystem.FileSystem> = Effect.gen(function* () {
  const files = yield* FileSystem.FileSystem
  const parts = ["providers", "packages/core", "pnpm-workspace.yaml"]
  const found = yield* Effect.forEach(parts, (part) =>
    Effect.orElseSucceed(files.exists(join(root, part)), () => false)
  )
  return found.every(Boolean) ? Option.some(root) : Option.none()
})
