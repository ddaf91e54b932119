/**
 * Warns of vendors' APIs that end soon, or have ended: nothing else says why a sync that ran for years fails one morning.
 */
import type { Provider } from "@crosswalk/core/Provider"
import { Clock, DateTime, Effect, Option } from "effect"
import * as Output from "./Output.ts"

/** How long before its end a person is told, in days. */
export const noticeDays = 90

const dayMillis = 86_400_000

const remedy = "Update Crosswalk: only a version that reads the vendor's next API goes on from there."

const when = (days: number): string => (days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`)

/**
 * What to tell of a provider at a moment (milliseconds since 1970); null when its API has no end date, or one that is
 * more than 90 days away.
 */
export const warning = ({ api, name }: Pick<Provider, "api" | "name">, now: number): string | null => {
  const end = Option.getOrNull(Option.flatMap(Option.fromNullishOr(api.sunset), DateTime.make))
  if (end === null) return null
  const days = Math.floor(DateTime.toEpochMillis(end) / dayMillis) - Math.floor(now / dayMillis)
  if (days > noticeDays) return null
  return days < 0
    ? `${name} ended version ${api.version} of its API on ${api.sunset}. ${remedy}`
    : `${name} ends version ${api.version} of its API on ${api.sunset}, ${when(days)}. ${remedy}`
}

/** The warnings for some providers now, once for each of them. */
export const warnings = Effect.fnUntraced(function* (providers: Iterable<Provider>) {
  const now = yield* Clock.currentTimeMillis
  const each = new Map(Array.from(providers, (provider) => [provider.id, provider]))
  return Array.from(each.values()).flatMap((provider) => warning(provider, now) ?? [])
})

/** Says the warnings for some providers at standard error. */
export const warn = (providers: Iterable<Provider>): Effect.Effect<void> =>
  Effect.flatMap(warnings(providers), (lines) => Effect.forEach(lines, Output.note, { discard: true }))
