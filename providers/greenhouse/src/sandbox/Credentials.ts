/**
 * Who may call: short-lived tokens for an integration of the customer's own or a partner's, the rights they carry, and
 * the window of requests that all of them share.
 *
 * Where the vendor's documentation is silent: access tokens are valid for an hour from the moment they are handed out,
 * `expires_at` is ISO 8601, and a token without `sub` acts for a service account that is a Site Admin.
 */
import type { Answer } from "@crosswalk/sandbox/Answer"
import { json, redirect } from "@crosswalk/sandbox/Answer"
import type { RateWindow } from "@crosswalk/sandbox/RateWindow"
import * as Request from "@crosswalk/sandbox/Request"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { lists } from "./Account.ts"
import { unused } from "./Kinds.ts"
import { userId } from "./kind/Staff.ts"
import * as Problems from "./Problems.ts"
import type { State } from "./State.ts"
import * as Wire from "./Wire.ts"

/** Rights by list, and two that go beyond one: acting as a Site Admin, and seeing private candidates. */
export const rights: ReadonlyArray<string> = [...lists, ...unused, "site_admin", "private"]

export interface Credentials {
  /** By the names a host stores them under; the addresses of the token endpoint and the authorize page are the server's. */
  readonly given: Readonly<Record<string, string>>
  readonly refuse: (request: Request.Request, right: string) => Answer | undefined
  readonly has: (right: string) => boolean
  readonly revoke: (right: string) => void
  readonly grant: (right: string) => void
  /** Ends the validity of every access token. */
  readonly expireAccessTokens: () => void
  /** Ends the validity of every refresh token. */
  readonly revokeRefreshTokens: () => void
  /** Makes the next visit to the authorize page end in a refusal. */
  readonly denyAuthorization: () => void
  readonly authorize: (request: Request.Request) => Answer
  readonly token: (request: Request.Request) => Answer
}

const minute = 60_000
const hour = 60 * minute

interface Grant {
  readonly expiresAt: number
  /** The acting user. */
  readonly user: string
}

const oauthError = (status: number, error: string, description: string): Answer =>
  json({ error, error_description: description }, status)

const encoded = (value: Parameters<typeof json>[0]): string => Buffer.from(JSON.stringify(value)).toString("base64url")

/** Makes the credentials of an account. `window` is what it lets through; undefined for everything. */
export const make = (state: State, window: RateWindow | undefined): Credentials => {
  const { account } = state
  const source = Seeded.make(account.seed, "greenhouse.credentials")
  const secret = (index: number) =>
    [1, 2, 3, 4, 5, 6].map((field) => Seeded.bits(source, index, field).toString(36).padStart(7, "0")).join("")
  let issued = 10
  const newSecret = () => secret(issued++)

  const clientId = secret(1).slice(0, 32)
  const clientSecret = secret(2)
  const firstRefresh = secret(3)
  const siteAdmin = String(userId(account, 0))
  const serviceAccount = String(userId(account, account.users))

  const missing = new Set<string>()
  const accessTokens = new Map<string, Grant>()
  const refreshTokens = new Map<string, Grant>([
    [firstRefresh, { expiresAt: Number.POSITIVE_INFINITY, user: siteAdmin }]
  ])
  const codes = new Map<string, { readonly redirectUri: string; readonly expiresAt: number }>()
  let denies = false

  const issue = (now: number, user: string, renews: boolean): Answer => {
    const expiresAt = now + hour
    const claims = encoded({ sub: user, exp: Math.floor(expiresAt / 1000), jti: newSecret() })
    const access = `${encoded({ alg: "none", typ: "JWT" })}.${claims}.sandbox`
    accessTokens.set(access, { expiresAt, user })
    const refresh = renews ? newSecret() : undefined
    if (refresh !== undefined) refreshTokens.set(refresh, { expiresAt: now + 24 * hour, user })
    return json({
      access_token: access,
      token_type: "Bearer",
      expires_at: Wire.instant(expiresAt),
      ...(refresh === undefined ? {} : { refresh_token: refresh })
    })
  }

  const isSiteAdmin = (user: string): boolean => {
    const record = state.get("users", user)
    return !missing.has("site_admin") && record?.site_admin === true && record.deactivated !== true
  }

  const refuse = (request: Request.Request, right: string): Answer | undefined => {
    if (window?.take(request.now) === false) return Problems.rateLimited
    const grant = accessTokens.get(Request.bearer(request) ?? "")
    if (grant === undefined || request.now >= grant.expiresAt) return Problems.unauthorized
    if (missing.has(right)) return Problems.notPermitted(right)
    return isSiteAdmin(grant.user) ? undefined : Problems.notSiteAdmin
  }

  return {
    given: { client_id: clientId, client_secret: clientSecret, sub: siteAdmin, refresh_token: firstRefresh },
    refuse,
    has: (right) => !missing.has(right),
    revoke: (right) => {
      missing.add(right)
    },
    grant: (right) => {
      missing.delete(right)
    },
    expireAccessTokens: () => accessTokens.clear(),
    revokeRefreshTokens: () => refreshTokens.clear(),
    denyAuthorization: () => {
      denies = true
    },
    authorize: ({ now, query }) => {
      const redirectUri = query.get("redirect_uri") ?? ""
      if (query.get("client_id") !== clientId || !URL.canParse(redirectUri)) {
        return oauthError(400, "invalid_request", "client_id or redirect_uri is not known")
      }
      const answer = new URL(redirectUri)
      const csrf = query.get("state")
      if (csrf !== null) answer.searchParams.set("state", csrf)
      if (query.get("response_type") !== "code") {
        answer.searchParams.set("error", "invalid_request")
        answer.searchParams.set("error_description", "response_type must be code")
      } else if (denies) {
        denies = false
        answer.searchParams.set("error", "access_denied")
        answer.searchParams.set("error_description", "The user did not authorize the request")
      } else {
        const code = newSecret()
        codes.set(code, { redirectUri, expiresAt: now + minute })
        answer.searchParams.set("code", code)
      }
      return redirect(answer.href)
    },
    token: (request) => {
      const client = Request.basic(request)
      if (client?.user !== clientId || client.password !== clientSecret) {
        return oauthError(401, "invalid_client", "The client must authenticate with HTTP Basic")
      }
      const form = new URLSearchParams(request.body)
      switch (form.get("grant_type")) {
        case "client_credentials": {
          const sub = form.get("sub") ?? serviceAccount
          return state.get("users", sub) === undefined
            ? oauthError(400, "invalid_grant", "sub is no user of this organization")
            : issue(request.now, sub, false)
        }
        case "authorization_code": {
          const text = form.get("code") ?? ""
          const code = codes.get(text)
          codes.delete(text)
          return code === undefined || code.redirectUri !== form.get("redirect_uri") || request.now >= code.expiresAt
            ? oauthError(400, "invalid_grant", "The authorization code is not valid")
            : issue(request.now, siteAdmin, true)
        }
        case "refresh_token": {
          const text = form.get("refresh_token") ?? ""
          const grant = refreshTokens.get(text)
          refreshTokens.delete(text)
          return grant === undefined || request.now >= grant.expiresAt
            ? oauthError(400, "invalid_grant", "The refresh token is not valid or was used before")
            : issue(request.now, grant.user, true)
        }
        default:
          return oauthError(400, "unauthorized_client", "This client may not use that grant type")
      }
    }
  }
}
