/**
 * OAuth 2 access tokens of one connector: kept and renewed, by one renewal at a time.
 */
import type { OAuth2 } from "@crosswalk/core/Auth"
import type { Reason } from "@crosswalk/core/ProviderError"
import { Clock, Deferred, Effect, Redacted, type Scope } from "effect"
import type { Connection, Credentials } from "./Connection.ts"
import type { TokenEndpoint } from "./TokenEndpoint.ts"

/** An access token with the moment (milliseconds since 1970) from which it is to be renewed; null when unknown. */
export interface Token {
  readonly value: Redacted.Redacted<string>
  readonly renewAt: number | null
}

/** The tokens of one connector. */
export interface Tokens {
  /** A token that is not about to expire. */
  readonly current: Effect.Effect<Token, Reason>
  /** A token other than the refused one, renewed unless that has happened meanwhile. */
  readonly instead: (refused: Token) => Effect.Effect<Token, Reason>
}

/** The tokens of a connector. A given access token is used until it is refused, as nothing tells how old it is. */
export const make = Effect.fnUntraced(function* (
  auth: OAuth2,
  credentials: Credentials,
  endpoint: TokenEndpoint,
  onCredentials: Connection["onCredentials"]
): Effect.fn.Return<Tokens, never, Scope.Scope> {
  const isRefreshed = auth.grant === "authorization_code"
  const given = credentials["access_token"]
  let token: Token | null = isRefreshed && given !== undefined ? { value: given, renewAt: null } : null
  let refreshToken = credentials["refresh_token"]
  let renewal: Deferred.Deferred<Token, Reason> | null = null

  const grant = (): Record<string, string> =>
    isRefreshed
      ? { grant_type: "refresh_token", refresh_token: refreshToken === undefined ? "" : Redacted.value(refreshToken) }
      : { grant_type: "client_credentials", ...(auth.scopes.length === 0 ? {} : { scope: auth.scopes.join(" ") }) }

  const renew = Effect.gen(function* () {
    const granted = yield* endpoint(grant())
    const fresh: Token = { value: Redacted.make(granted.access), renewAt: granted.renewAt }
    if (isRefreshed) {
      if (granted.refresh !== null) refreshToken = Redacted.make(granted.refresh)
      yield* onCredentials({
        access_token: fresh.value,
        ...(granted.refresh !== null && refreshToken !== undefined ? { refresh_token: refreshToken } : {})
      })
    }
    token = fresh
    return fresh
  })

  /**
   * The renewal runs on its own, not within the call that needed it first: a rotated refresh token must be stored even
   * if that call is cancelled, and others wait for the same one.
   */
  const renewed = Effect.uninterruptibleMask((restore) => {
    if (renewal !== null) return restore(Deferred.await(renewal))
    const outcome = Deferred.makeUnsafe<Token, Reason>()
    renewal = outcome
    return renew.pipe(
      Effect.interruptible,
      Effect.onExit((exit) => {
        renewal = null
        return Deferred.done(outcome, exit)
      }),
      Effect.forkDetach,
      Effect.andThen(restore(Deferred.await(outcome)))
    )
  })

  // The client's scope may close during a renewal, whose tokens must still be stored; its time-out bounds the wait.
  yield* Effect.addFinalizer(() =>
    Effect.suspend(() => (renewal === null ? Effect.void : Effect.exit(Deferred.await(renewal))))
  )

  return {
    current: Effect.flatMap(Clock.currentTimeMillis, (now) =>
      token !== null && (token.renewAt === null || now < token.renewAt) ? Effect.succeed(token) : renewed
    ),
    instead: (refused) => Effect.suspend(() => (token !== null && token !== refused ? Effect.succeed(token) : renewed))
  }
})
