/**
 * Who may call: the API key, OAuth tokens with rotating refresh tokens, and the rights both carry.
 */
import type { Answer } from "@crosswalk/sandbox/Answer"
import { json, redirect } from "@crosswalk/sandbox/Answer"
import * as Request from "@crosswalk/sandbox/Request"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import * as Problems from "./Problems.ts"

/** Rights by endpoint, as the vendor's scopes name them; the last one opens confidential records. */
export const rights = [
  "applications",
  "archive_reasons",
  "contact",
  "eeo_responses",
  "eeo_responses_pii",
  "feedback",
  "feedback_templates",
  "files",
  "interviews",
  "notes",
  "offers",
  "opportunities",
  "panels",
  "postings",
  "referrals",
  "requisitions",
  "requisition_fields",
  "resumes",
  "sources",
  "stages",
  "tags",
  "users",
  "confidential"
] as const

export interface Credentials {
  /** By the names a host stores them under; the addresses of the token endpoint and the authorize page are the server's. */
  readonly given: Readonly<Record<string, string>>
  readonly refuse: (request: Request.Request, right: string) => Answer | undefined
  readonly has: (right: string) => boolean
  readonly revoke: (right: string) => void
  readonly grant: (right: string) => void
  /** Ends the validity of every access token. */
  readonly expireAccessTokens: () => void
  /** Ends the validity of every refresh token, as after a year, or after an uninstall. */
  readonly revokeRefreshTokens: () => void
  /** Makes the next visit to the authorize page end in a refusal. */
  readonly denyAuthorization: () => void
  readonly authorize: (request: Request.Request) => Answer
  readonly token: (request: Request.Request) => Answer
}

const hour = 3_600_000

const oauthError = (status: number, error: string, description: string): Answer =>
  json({ error, error_description: description }, status)

/** Makes the credentials of an account. The first access token is valid for an hour from the first time it is used. */
export const make = (seed: number): Credentials => {
  const source = Seeded.make(seed, "lever.credentials")
  const secret = (index: number) =>
    [1, 2, 3, 4, 5, 6].map((field) => Seeded.bits(source, index, field).toString(36).padStart(7, "0")).join("")
  let issued = 10
  const newSecret = () => secret(issued++)

  const apiKey = secret(0)
  const clientId = secret(1).slice(0, 32)
  const clientSecret = secret(2)
  const firstAccess = `sandbox.${secret(3)}.access`
  const firstRefresh = secret(4)

  const missing = new Set<string>()
  const codes = new Map<string, { readonly redirectUri: string; readonly offline: boolean }>()
  const refreshTokens = new Set<string>([firstRefresh])
  /** Expiry by token; null until its first use. */
  const accessTokens = new Map<string, number | null>([[firstAccess, null]])
  let denies = false

  const knows = (request: Request.Request): boolean => {
    if (Request.basic(request)?.user === apiKey) return true
    const token = Request.bearer(request)
    const expiresAt = token === undefined ? undefined : accessTokens.get(token)
    if (token === undefined || expiresAt === undefined) return false
    if (expiresAt === null) accessTokens.set(token, request.now + hour)
    return expiresAt === null || request.now < expiresAt
  }

  const issue = (now: number, offline: boolean): Answer => {
    const access = `sandbox.${newSecret()}.access`
    accessTokens.set(access, now + hour)
    const refresh = offline ? newSecret() : undefined
    if (refresh !== undefined) refreshTokens.add(refresh)
    return json({
      access_token: access,
      ...(refresh === undefined ? {} : { refresh_token: refresh }),
      token_type: "Bearer",
      expires_in: hour / 1000,
      scope: rights
        .filter((right) => !missing.has(right))
        .map((right) => `${right}:read:admin`)
        .join(" ")
    })
  }

  return {
    given: {
      api_key: apiKey,
      client_id: clientId,
      client_secret: clientSecret,
      access_token: firstAccess,
      refresh_token: firstRefresh
    },
    refuse: (request, right) =>
      !knows(request) ? Problems.unauthorized : missing.has(right) ? Problems.forbidden(right) : undefined,
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
    authorize: ({ query }) => {
      const redirectUri = query.get("redirect_uri") ?? ""
      if (query.get("client_id") !== clientId || !URL.canParse(redirectUri)) {
        return oauthError(400, "invalid_request", "client_id or redirect_uri is not known")
      }
      const answer = new URL(redirectUri)
      const state = query.get("state")
      if (state !== null) answer.searchParams.set("state", state)
      if (query.get("response_type") !== "code" || query.get("audience") === null) {
        answer.searchParams.set("error", "invalid_request")
        answer.searchParams.set("error_description", "response_type must be code and audience must be given")
      } else if (denies) {
        denies = false
        answer.searchParams.set("error", "access_denied")
        answer.searchParams.set("error_description", "The user did not authorize the request")
      } else {
        const code = newSecret()
        codes.set(code, { redirectUri, offline: (query.get("scope") ?? "").split(" ").includes("offline_access") })
        answer.searchParams.set("code", code)
      }
      return redirect(answer.href)
    },
    token: (request) => {
      const form = new URLSearchParams(request.body)
      if (form.get("client_id") !== clientId || form.get("client_secret") !== clientSecret) {
        return oauthError(401, "invalid_client", "The client is not known")
      }
      switch (form.get("grant_type")) {
        case "authorization_code": {
          const code = form.get("code") ?? ""
          const authorization = codes.get(code)
          codes.delete(code)
          return authorization === undefined || authorization.redirectUri !== form.get("redirect_uri")
            ? oauthError(400, "invalid_grant", "The authorization code is not valid")
            : issue(request.now, authorization.offline)
        }
        case "refresh_token":
          return refreshTokens.delete(form.get("refresh_token") ?? "")
            ? issue(request.now, true)
            : oauthError(400, "invalid_grant", "The refresh token is not valid or was used before")
        default:
          return oauthError(400, "unsupported_grant_type", "grant_type must be authorization_code or refresh_token")
      }
    }
  }
}
