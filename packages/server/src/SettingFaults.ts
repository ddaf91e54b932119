/** What is wrong with an environment: all of it at once, so that it is put right in one go. */
import { type Config, Effect } from "effect"
import { makeFormatterStandardSchemaV1 } from "effect/SchemaIssue"

const issues = makeFormatterStandardSchemaV1()

const told = ({ cause }: Config.ConfigError): ReadonlyArray<string> => {
  if (cause._tag !== "SchemaError") return [String(cause)]
  const byName = new Map<string, string>()
  for (const { message, path = [] } of issues(cause.issue).issues) {
    const name = String(path[0] ?? "")
    if (!byName.has(name)) byName.set(name, `${name}: ${message}`)
  }
  return [...byName.values()]
}

/** A line for each setting that cannot be used, with what is expected; none when all are good. */
export const of = (configs: ReadonlyArray<Config.Config<unknown>>): Effect.Effect<ReadonlyArray<string>> =>
  Effect.map(
    Effect.forEach(configs, (config) => Effect.match(config, { onSuccess: () => [], onFailure: told })),
    (lines) => lines.flat()
  )
