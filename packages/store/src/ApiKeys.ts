/**
 * API keys: each opens one workspace, as far as its scopes go. A key is shown once, when it is made.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { randomUUID, timingSafeEqual } from "node:crypto"
import { actionable } from "./internal/Actionable.ts"
import * as KeyText from "./internal/KeyText.ts"
import { now } from "./internal/Now.ts"
import type { StoreError } from "./StoreError.ts"

/** What every key begins with. */
export const prefix = "cwk"

/** What a key may do: read records, manage connectors, or manage the workspace with its keys. */
export const Scope = Schema.Literals(["read", "connectors", "admin"])

/** What a key may do. */
export type Scope = typeof Scope.Type

/** A key without its secret. */
export interface ApiKey {
  /** A UUID. */
  readonly id: string
  readonly workspace: string
  readonly name: string
  /** The first characters of the key, to tell it from others. */
  readonly prefix: string
  readonly scopes: ReadonlyArray<Scope>
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly revokedAt: string | null
  /** Minute of the last request with it; null when there was none. */
  readonly lastUsedAt: string | null
}

/** A key to make. */
export interface NewApiKey {
  readonly workspace: string
  readonly name: string
  /** Default all. */
  readonly scopes?: ReadonlyArray<Scope> | undefined
  /** ISO 8601, UTC; default never. */
  readonly expiresAt?: string | null | undefined
}

/** A key as it is shown once. */
export interface Issued {
  readonly apiKey: ApiKey
  readonly secret: Redacted.Redacted<string>
}

/** There is no such key in the workspace. */
export class ApiKeyNotFound extends Schema.TaggedError<ApiKeyNotFound>("@crosswalk/store/ApiKeyNotFound")(
  "ApiKeyNotFound",
  { id: Schema.String }
) {
  override get message(): string {
    return `There is no API key ${this.id}.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Look the id up with: crosswalk keys list."
  }
}

interface Row extends Omit<ApiKey, "scopes"> {
  readonly scopes: string
  readonly hash: string
}

const Scopes = Schema.fromJsonString(Schema.Array(Scope))
const decodeScopes = Schema.decodeSync(Scopes)
const encodeScopes = Schema.encodeSync(Scopes)

const toApiKey = ({ hash: _, scopes, ...rest }: Row): ApiKey => ({ ...rest, scopes: decodeScopes(scopes) })

const shown = prefix.length + 7

/** The API keys of all workspaces. */
export class ApiKeys extends Context.Service<
  ApiKeys,
  {
    readonly create: (key: NewApiKey) => Effect.Effect<Issued, StoreError>
    /** The keys of a workspace, oldest first, with those that are revoked. */
    readonly list: (workspace: string) => Effect.Effect<ReadonlyArray<ApiKey>, StoreError>
    /** The key that a text is; none when it is unknown, revoked or expired. A mistyped one costs no query. */
    readonly find: (secret: Redacted.Redacted<string>) => Effect.Effect<Option.Option<ApiKey>, StoreError>
    /** Ends a key, at once and for good. Fails with `ApiKeyNotFound`. */
    readonly revoke: (workspace: string, id: string) => Effect.Effect<ApiKey, ApiKeyNotFound | StoreError>
    /** A new secret for the same name and scopes; the old one ends at `overlap`, ISO 8601, or at once. */
    readonly regenerate: (
      workspace: string,
      id: string,
      overlap?: string | undefined
    ) => Effect.Effect<Issued, ApiKeyNotFound | StoreError>
    /** Notes the minute in which a key was used, ISO 8601; an earlier one than is known changes nothing. */
    readonly used: (id: string, at: string) => Effect.Effect<void, StoreError>
  }
>()("@crosswalk/store/ApiKeys") {
  /** Keys in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<ApiKeys, never, SqlClient.SqlClient> = Layer.effect(
    ApiKeys,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const columns = sql.literal(`id, workspace, name, prefix, hash, scopes, created_at AS "createdAt",
        expires_at AS "expiresAt", revoked_at AS "revokedAt", last_used_at AS "lastUsedAt"`)
      const get = Effect.fnUntraced(function* (workspace: string, id: string) {
        const rows = yield* sql<Row>`SELECT ${columns} FROM api_keys WHERE workspace = ${workspace} AND id = ${id}`
        return rows[0] === undefined ? yield* new ApiKeyNotFound({ id }) : toApiKey(rows[0])
      })
      const create = Effect.fnUntraced(function* (key: NewApiKey) {
        const secret = KeyText.make(prefix)
        const apiKey: ApiKey = {
          id: randomUUID(),
          workspace: key.workspace,
          name: key.name,
          prefix: secret.slice(0, shown),
          scopes: key.scopes ?? Scope.literals,
          createdAt: yield* now,
          expiresAt: key.expiresAt ?? null,
          revokedAt: null,
          lastUsedAt: null
        }
        yield* sql`
          INSERT INTO api_keys (id, workspace, name, prefix, hash, scopes, created_at, expires_at)
          VALUES (${apiKey.id}, ${apiKey.workspace}, ${apiKey.name}, ${apiKey.prefix}, ${KeyText.fingerprint(secret)},
            ${encodeScopes(apiKey.scopes)}, ${apiKey.createdAt}, ${apiKey.expiresAt})`
        return { apiKey, secret: Redacted.make(secret) }
      })
      return ApiKeys.of({
        create: Effect.fn("ApiKeys.create")(create, actionable),
        list: Effect.fn("ApiKeys.list")(function* (workspace: string) {
          const rows = yield* sql<Row>`
            SELECT ${columns} FROM api_keys WHERE workspace = ${workspace} ORDER BY created_at, id`
          return rows.map(toApiKey)
        }, actionable),
        find: Effect.fnUntraced(function* (secret: Redacted.Redacted<string>) {
          const text = Redacted.value(secret)
          if (!KeyText.isWellFormed(prefix, text)) return Option.none()
          const hash = KeyText.fingerprint(text)
          const [row] = yield* sql<Row>`SELECT ${columns} FROM api_keys WHERE hash = ${hash} AND revoked_at IS NULL`
          if (row === undefined || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hash))) return Option.none()
          return row.expiresAt === null || row.expiresAt > (yield* now) ? Option.some(toApiKey(row)) : Option.none()
        }, actionable),
        revoke: Effect.fn("ApiKeys.revoke")(function* (workspace: string, id: string) {
          yield* get(workspace, id)
          yield* sql`
            UPDATE api_keys SET revoked_at = ${yield* now}
            WHERE workspace = ${workspace} AND id = ${id} AND revoked_at IS NULL`
          return yield* get(workspace, id)
        }, actionable),
        regenerate: Effect.fn("ApiKeys.regenerate")(function* (workspace: string, id: string, overlap?: string) {
          const old = yield* get(workspace, id)
          const issued = yield* create({ workspace, name: old.name, scopes: old.scopes, expiresAt: old.expiresAt })
          yield* overlap === undefined
            ? sql`UPDATE api_keys SET revoked_at = ${issued.apiKey.createdAt} WHERE id = ${id} AND revoked_at IS NULL`
            : sql`UPDATE api_keys SET expires_at = ${overlap} WHERE id = ${id} AND (expires_at IS NULL OR expires_at > ${overlap})`
          return issued
        }, actionable),
        used: Effect.fn("ApiKeys.used")(
          (id: string, at: string) =>
            Effect.asVoid(sql`
              UPDATE api_keys SET last_used_at = ${at}
              WHERE id = ${id} AND (last_used_at IS NULL OR last_used_at < ${at})`),
          actionable
        )
      })
    })
  )
}
