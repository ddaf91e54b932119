/** Notices when a list leads back to a page that was read already: it would never end. */
import type { PageRequest } from "@crosswalk/core/Page"
import { ProviderError, UnexpectedShape } from "@crosswalk/core/ProviderError"
import { Effect } from "effect"
import { hash } from "node:crypto"

/** Told of every next request of one walk, it fails with `UnexpectedShape` at one that it was told of before. */
export type Advance = (next: PageRequest | null) => Effect.Effect<void, ProviderError>

/** Watches one walk. It keeps a fingerprint of each page. */
export const make = (provider: string, operation: string): Advance => {
  const seen = new Set<string>()
  return (next) => {
    if (next === null) return Effect.void
    const before = seen.size
    seen.add(hash("sha1", JSON.stringify(next), "base64url"))
    return seen.size > before
      ? Effect.void
      : new ProviderError({
          provider,
          operation,
          reason: new UnexpectedShape({
            detail: "the list does not advance: it leads back to a page that was read before",
            transient: false
          })
        })
  }
}
