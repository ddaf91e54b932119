/** API keys over HTTP. */
import * as Routes from "@crosswalk/api/crosswalk/Routes"
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import type { ApiKey, ApiKeyNotFound, Issued } from "@crosswalk/store/ApiKeys"
import { Effect, Redacted } from "effect"
import * as Handlers from "../Handlers.ts"
import { Refused } from "../Refused.ts"

const toKey = (key: ApiKey) => ({
  id: key.id,
  name: key.name,
  prefix: key.prefix,
  scopes: key.scopes,
  created_at: key.createdAt,
  expires_at: key.expiresAt,
  revoked_at: key.revokedAt,
  last_used_at: key.lastUsedAt
})

const toIssued = ({ apiKey, secret }: Issued) => ({ ...toKey(apiKey), key: Redacted.value(secret) })

const unknown = (_: ApiKeyNotFound) => new Refused({ failure: { _tag: "NotFound", what: "API key" } })

/** Handlers of the routes about keys. */
export const handlers = [
  Handlers.read(Routes.keys, "admin", (_, { session }) =>
    Effect.map(
      ApiKeys.use((keys) => keys.list(session.workspace)),
      (keys) => ({ data: keys.map(toKey) })
    )
  ),
  Handlers.write(Routes.createKey, "admin", ({ body }, { session }) =>
    Effect.map(
      ApiKeys.use((keys) =>
        keys.create({
          workspace: session.workspace,
          name: body.name,
          scopes: body.scopes,
          expiresAt: body.expires_at ?? null
        })
      ),
      toIssued
    )
  ),
  Handlers.read(Routes.regenerateKey, "admin", ({ params }, { session }) =>
    ApiKeys.use((keys) => keys.regenerate(session.workspace, params.id)).pipe(
      Effect.catchTag("ApiKeyNotFound", unknown),
      Effect.map(toIssued)
    )
  ),
  Handlers.read(Routes.revokeKey, "admin", ({ params }, { session }) =>
    ApiKeys.use((keys) => keys.revoke(session.workspace, params.id)).pipe(
      Effect.catchTag("ApiKeyNotFound", unknown),
      Effect.map(toKey)
    )
  )
]
