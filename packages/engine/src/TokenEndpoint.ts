/**
 * Asks an authorisation server for tokens (RFC 6749) and reads its answers, refusals included.
 */
import type { Auth, OAuth2 } from "@crosswalk/core/Auth"
import * as Page from "@crosswalk/core/Page"
import { type Reason, type Refused, Rejected, Unauthenticated, UnexpectedShape } from "@crosswalk/core/ProviderError"
import { Clock, Effect, Redacted, Result } from "effect"
import * as AnswerBody from "./AnswerBody.ts"
import * as Classify from "./Classify.ts"
import type { Connection, Credentials } from "./Connection.ts"
import type { Answer, Exchange } from "./Exchange.ts"
import * as HostGuard from "./HostGuard.ts"
import type { Redaction } from "./Redaction.ts"

/** Where tokens come from, and whether the operator gave the address instead of the provider. */
export interface TokenAddress {
  readonly auth: OAuth2
  readonly url: URL
  readonly isExplicit: boolean
}

/** The token address of a method: the credential `token_url`, else the declared one. Null without OAuth 2. */
export const address = (auth: Auth, values: HostGuard.Values): Result.Result<TokenAddress | null, Refused> => {
  if (auth.method !== "oauth2") return Result.succeed(null)
  const given = values["token_url"]
  const url = given === undefined ? HostGuard.expand(auth.tokenUrl, values) : HostGuard.parse(given)
  return Result.map(url, (url) => ({ auth, url, isExplicit: given !== undefined }))
}

/** What an authorisation server grants. */
export interface Granted {
  readonly access: string
  /** A new refresh token; null when the old one stays. */
  readonly refresh: string | null
  /** When the access token is to be renewed, in milliseconds since 1970; null when its life is not told. */
  readonly renewAt: number | null
}

/** Asks for tokens with a grant's form fields. */
export type TokenEndpoint = (grant: Readonly<Record<string, string>>) => Effect.Effect<Granted, Reason>

const loginAnew = new Set(["invalid_grant", "invalid_client", "unauthorized_client", "access_denied"])

/** What a named error means (RFC 6749, 5.2); null when the answer names none. */
const refusal = (answer: Answer, redaction: Redaction): Reason | null => {
  const body = Result.getOrElse(AnswerBody.parse(redaction.clean(answer.text)), () => null)
  const error = Page.at(body, "error")
  if (typeof error !== "string" || error === "") return null
  const words = Page.at(body, "error_description")
  const code = redaction.text(error)
  const detail = typeof words === "string" && words !== "" ? redaction.text(`${error}: ${words}`) : code
  return loginAnew.has(error) ? new Unauthenticated({ detail }) : new Rejected({ status: answer.status, code, detail })
}

/** How long before its end a token is renewed: a minute, or a tenth of a short life. */
const margin = (lifetime: number): number => Math.min(60_000, lifetime / 10)

/** From `expires_in` (seconds) or, with some vendors, the moment at which the token expires. */
const renewAtOf = (body: unknown, now: number): number | null => {
  const seconds = Number(Page.at(body, "expires_in") ?? Number.NaN)
  if (seconds > 0) return now + seconds * 1000 - margin(seconds * 1000)
  const moment = Page.at(body, "expires_at") ?? Page.at(body, "expires")
  const end = typeof moment === "string" && !/^\d+$/.test(moment) ? Date.parse(moment) : Number(moment) * 1000
  return end > now ? end - margin(end - now) : null
}

const grantedBy = (answer: Answer, redaction: Redaction, now: number): Result.Result<Granted, Reason> => {
  const parsed = AnswerBody.parse(answer.text)
  if (Result.isFailure(parsed)) return Result.fail(parsed.failure)
  const access = Page.at(parsed.success, "access_token")
  const refresh = Page.at(parsed.success, "refresh_token")
  if (typeof access !== "string" || access === "") {
    const unnamed = new UnexpectedShape({ detail: "the token answer holds no access_token", transient: false })
    return Result.fail(refusal(answer, redaction) ?? unnamed)
  }
  redaction.add(access)
  if (typeof refresh === "string") redaction.add(refresh)
  return Result.succeed({
    access,
    refresh: typeof refresh === "string" && refresh !== "" ? refresh : null,
    renewAt: renewAtOf(parsed.success, now)
  })
}

/** A value as it stands in a form, which is also how a client's id and secret stand in Basic (RFC 6749, 2.3.1). */
const formText = (text: string): string => new URLSearchParams({ v: text }).toString().slice(2)

/** The token endpoint of a connection. It fails with the reason alone: whoever needed the token says for what. */
export const make = (
  { provider }: Connection,
  credentials: Credentials,
  values: HostGuard.Values,
  { auth, url }: TokenAddress,
  exchange: Exchange,
  redaction: Redaction
): TokenEndpoint => {
  const secret = (name: string): string => {
    const value = credentials[name]
    return value === undefined ? "" : Redacted.value(value).trim()
  }
  const names = (text: string) => Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = ""]) => name)
  const fill = (text: string): string => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "")
  const isBasic = auth.clientAuthentication === "basic"
  const pair = `${formText(secret("client_id"))}:${formText(secret("client_secret"))}`
  const encoded = Buffer.from(pair, "utf8").toString("base64")
  redaction.add(encoded)
  const headers = { accept: "application/json", ...(isBasic ? { authorization: `Basic ${encoded}` } : {}) }
  const further = {
    ...(isBasic ? {} : { client_id: secret("client_id"), client_secret: secret("client_secret") }),
    ...Object.fromEntries(
      Object.entries(auth.tokenParams)
        .filter(([, text]) => names(text).every((name) => values[name] !== undefined))
        .map(([name, text]) => [name, fill(text)])
    )
  }
  return Effect.fnUntraced(function* (grant) {
    const answer = yield* exchange.send({ url, headers, form: { ...grant, ...further } }, Effect.void)
    const now = yield* Clock.currentTimeMillis
    if (Classify.isSuccess(answer.status)) return yield* Effect.fromResult(grantedBy(answer, redaction, now))
    const named =
      answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? refusal(answer, redaction) : null
    return yield* Effect.fail(
      named ?? Classify.reason({ ...provider, failure: () => ({}) }, null, answer, redaction, now)
    )
  })
}
