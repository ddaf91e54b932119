/** What is kept of the vendor's records: all that came, or what the mappings read. */
import * as Keep from "@crosswalk/core/Keep"
import { ProviderError, Refused } from "@crosswalk/core/ProviderError"
import type { Resource } from "@crosswalk/core/Resource"
import { Config, Effect, Result, Schema } from "effect"
import type { Connection } from "./Connection.ts"

/**
 * - `everything`: records are kept as they came, so that a mapping that reads more of them needs no vendor call.
 * - `read`: what no wire schema reads is never stored, neither as raw data nor in quarantine. A mapping that reads more
 *   than the one before waits for the next full run.
 */
export const Landing = Schema.Literals(["everything", "read"])

/** What is kept of the vendor's records. */
export type Landing = typeof Landing.Type

/** Name of a connector's own setting, which goes before the host's. */
export const settingName = "landing"

/** The host's setting, `CROSSWALK_LANDING`. Default `everything`. */
export const config: Config.Config<Landing> = Config.schema(Landing, "CROSSWALK_LANDING").pipe(
  Config.withDefault("everything" satisfies Landing)
)

/** What a connector keeps. Fails with `Refused` when one of the settings is no such word: nothing is stored then. */
export const of = Effect.fnUntraced(function* ({ provider, settings }: Pick<Connection, "provider" | "settings">) {
  const own = settings[settingName]
  const refuse = (name: string) => () =>
    new ProviderError({
      provider: provider.id,
      operation: "land",
      reason: new Refused({ detail: `${name} must be "everything" or "read"` })
    })
  return own === undefined
    ? yield* Effect.mapError(config, refuse("CROSSWALK_LANDING"))
    : yield* Effect.mapError(
        Schema.decodeUnknownEffect(Landing)(own),
        refuse(`the connector's setting "${settingName}"`)
      )
})

/** What is kept of a resource's records, worked out once. A record that is nested too deeply to be copied is `null`. */
export const keep = (landing: Landing, resource: Resource): ((raw: unknown) => unknown) => {
  if (landing === "everything") return (raw) => raw
  const read = Keep.read(resource)
  return (raw) =>
    Result.getOrElse(
      Result.try(() => read(raw)),
      () => null
    )
}
