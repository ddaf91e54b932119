/** Which models of a provider a connector may read, as a command line says it. */
import type { Provider } from "@crosswalk/core/Provider"
import { Effect } from "effect"
import * as Flag from "effect/cli/Flag"
import * as Failure from "./Failure.ts"
import * as Named from "./Named.ts"

/** `--scopes`. */
export const flag = (standard: string) =>
  Flag.String("scopes").pipe(
    Flag.withMetavar("MODELS"),
    Flag.withDescription(`Models that may be read, with commas between, or all. Default: ${standard}`),
    Flag.optional
  )

/** The models that a text names, each once; null for `all`. Fails when one is none of the provider's. */
export const read = Effect.fnUntraced(function* (provider: Provider, text: string) {
  if (text.trim() === "all") return null
  const names = text
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean)
  if (names.length === 0) return yield* Failure.make("--scopes names no model. Name some, or all.")
  yield* Effect.forEach(names, (name) => Named.modelOf(provider, name), { discard: true })
  return [...new Set(names)]
})
