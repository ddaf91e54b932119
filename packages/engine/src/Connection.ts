/**
 * What a connector is for the vendor's side: a provider, the credentials of one customer and where to send requests.
 */
import type * as Provider from "@crosswalk/core/Provider"
import type { Effect, Redacted } from "effect"

/** Named credentials, as the provider's auth methods name them. */
export type Credentials = Readonly<Record<string, Redacted.Redacted<string>>>

/** A customer's authorised link to a vendor, as the vendor client needs it. */
export interface Connection {
  readonly provider: Provider.Provider
  readonly credentials: Credentials
  /** `null` for the provider's first base URL, the name of another of its base URLs, or a URL such as a simulator's. */
  readonly baseUrl: string | null
  /** What was chosen among the provider's settings; the others keep their defaults. */
  readonly settings: Readonly<Record<string, string>>
  /** Stores renewed credentials before they are used: a rotated refresh token that is lost cannot be had again. */
  readonly onCredentials: (changed: Credentials) => Effect.Effect<void>
}
