/**
 * Who asks: the workspace that an API key opens, and the connector that a request names in it.
 */
import type { Category } from "@crosswalk/core/Category"
import { Registry } from "@crosswalk/core/Registry"
import type { ConnectorName } from "@crosswalk/api/Dialect"
import type { Failure } from "@crosswalk/api/Failure"
import * as ApiKeys from "@crosswalk/store/ApiKeys"
import { Connectors } from "@crosswalk/store/Connectors"
import type { Connector } from "@crosswalk/store/Connectors"
import { ConnectorTokens } from "@crosswalk/store/ConnectorTokens"
import type { Provider } from "@crosswalk/core/Provider"
import { Effect, Option, Redacted } from "effect"
import { Refused } from "./Refused.ts"
import * as Spans from "./Spans.ts"

/** An authenticated request. */
export interface Session {
  readonly key: ApiKeys.ApiKey
  readonly workspace: string
}

/** A connector with its provider. */
export interface Account {
  readonly connector: Connector
  readonly provider: Provider
}

const refuse = (failure: Failure) => new Refused({ failure })

const schemed = /^Bearer +(\S+)$/i

/** The key in an `Authorization` header; where the dialect lets it, also without a scheme. */
const keyIn = (header: string | undefined, bare: boolean): string | null => {
  if (header === undefined) return null
  const found = schemed.exec(header.trim())?.[1]
  return found ?? (bare && !header.trim().includes(" ") ? header.trim() : null)
}

/** Opens a session; fails with `Unauthenticated`. */
export const open = Effect.fnUntraced(function* (header: string | undefined, bare: boolean) {
  const text = keyIn(header, bare)
  if (text === null)
    return yield* refuse({ _tag: "Unauthenticated", reason: "Send an API key: Authorization: Bearer <key>." })
  const keys = yield* ApiKeys.ApiKeys
  const key = Option.getOrNull(yield* keys.find(Redacted.make(text)))
  if (key === null)
    return yield* refuse({ _tag: "Unauthenticated", reason: "The API key is unknown, revoked or expired." })
  return { key, workspace: key.workspace } satisfies Session
}, Spans.within("Session.open"))

/** Fails with `Forbidden` when the session's key has not a scope. */
export const allow = ({ key }: Session, scope: ApiKeys.Scope): Effect.Effect<void, Refused> =>
  key.scopes.includes(scope)
    ? Effect.void
    : Effect.fail(refuse({ _tag: "Forbidden", reason: `The API key has not the scope "${scope}".` }))

/** The connector of a name; null when there is none. */
const named = Effect.fnUntraced(function* (workspace: string, name: ConnectorName) {
  if (name._tag !== "Token") {
    return yield* Effect.catchTag(
      Connectors.use((connectors) => connectors.get(name.id)),
      "ConnectorNotFound",
      () => Effect.succeed(null)
    )
  }
  const { token } = name
  return Option.getOrNull(yield* ConnectorTokens.use((tokens) => tokens.find(workspace, Redacted.make(token))))
})

/**
 * The connector that a request names, of the session's workspace and, unless null, of a category. Whether one of another
 * workspace exists cannot be told from the answer.
 */
export const account = Effect.fnUntraced(function* (session: Session, name: ConnectorName, category: Category | null) {
  const connector = yield* named(session.workspace, name)
  if (connector === null) return yield* refuse({ _tag: "ConnectorUnknown" })
  if (connector.workspace !== session.workspace || connector.status === "removing") {
    return yield* refuse({ _tag: "ConnectorUnknown" })
  }
  if (name._tag === "IdAt" && !name.isProvider(connector.provider)) return yield* refuse({ _tag: "ConnectorUnknown" })
  if (category !== null && connector.category !== category) {
    return yield* refuse({ _tag: "CategoryMismatch", asked: category, connector: connector.category })
  }
  const registry = yield* Registry
  const provider = yield* Effect.catchTag(registry.get(connector.provider), "RegistryError", () =>
    refuse({ _tag: "ConnectorUnknown" })
  )
  return { connector, provider } satisfies Account
})
