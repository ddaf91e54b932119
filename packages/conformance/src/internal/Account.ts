/** A made-up account at a vendor: credentials for each way to authenticate, and a connection to a server of ours. */
import type { Auth } from "@crosswalk/core/Auth"
import type { Provider } from "@crosswalk/core/Provider"
import type { ClientOptions } from "@crosswalk/engine/ClientOptions"
import type { Connection } from "@crosswalk/engine/Connection"
import { Duration, Effect, Redacted } from "effect"
import * as Serve from "./Serve.ts"

/** Where the made-up account's tokens come from. */
const tokenPath = "/conformance-token"

/** Base of the made-up account's API. */
const basePath = "/conformance"

/** Tokens that the account hands out. They keep a secret, so they must not be shown. */
export const tokens = {
  access: "conformance-granted-access-41d7",
  refresh: "conformance-granted-refresh-90ce"
} as const

/** Values of the made-up account's credentials, by their names. */
export const credentials = (auth: Auth, origin: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    auth.fields.map(({ name }) => [name, name === "token_url" ? origin + tokenPath : `conformance-${name}-3f8a`])
  )

/** A connection by one way to authenticate. */
export const connection = (provider: Provider, auth: Auth, origin: string): Connection => ({
  provider: { ...provider, auth: [auth] },
  credentials: Object.fromEntries(
    Object.entries(credentials(auth, origin)).map(([name, value]) => [name, Redacted.make(value)])
  ),
  baseUrl: origin + basePath,
  settings: {},
  onCredentials: () => Effect.void
})

/** Answers requests for tokens, and hands the others on. */
export const withTokens =
  (answer: (asked: Serve.Asked) => Serve.Reply) =>
  (asked: Serve.Asked): Serve.Reply =>
    asked.path === tokenPath
      ? Serve.json(200, { access_token: tokens.access, refresh_token: tokens.refresh, expires_in: 3600 })
      : answer(asked)

/** One request for each call, without a pause: what comes of an answer shows at once. */
export const once: Partial<ClientOptions> = {
  tries: 1,
  rateLimit: null,
  timeout: Duration.seconds(5),
  retryBase: Duration.millis(1),
  retryMax: Duration.millis(1),
  breakerFailures: Number.MAX_SAFE_INTEGER
}
