/**
 * The version of this command: that of its package.
 */
import { Effect, FileSystem, Schema } from "effect"
import { fileURLToPath } from "node:url"

const Manifest = Schema.fromJsonString(Schema.Struct({ version: Schema.String }))

/** Read from the package's own manifest. Dies when that is missing. */
export const version: Effect.Effect<string, never, FileSystem.FileSystem> = FileSystem.FileSystem.use((files) =>
  files.readFileString(fileURLToPath(new URL("../package.json", import.meta.url)))
).pipe(
  Effect.flatMap(Schema.decodeUnknownEffect(Manifest)),
  Effect.map((manifest) => manifest.version),
  Effect.orDie
)
