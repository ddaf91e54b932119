/**
 * Puts a connector's credentials into requests, as one of its provider's auth methods declares.
 */
import * as Auth from "@crosswalk/core/Auth"
import { type Reason, Refused } from "@crosswalk/core/ProviderError"
import { Effect, Redacted, Result } from "effect"
import type { Credentials } from "./Connection.ts"
import type { Redaction } from "./Redaction.ts"
import type { Token, Tokens } from "./Tokens.ts"

/** The headers that authenticate a request, and the token among them where it can be renewed. */
export interface Authorised {
  readonly headers: Readonly<Record<string, string>>
  readonly token: Token | null
}

/** Authenticates the requests of one connector. */
export interface Authenticate {
  readonly current: Effect.Effect<Authorised, Reason>
  /** After the vendor refused: other headers to try with, or null when there are none. */
  readonly instead: (refused: Authorised) => Effect.Effect<Authorised | null, Reason>
}

/** Credentials that were given and are not empty. */
export const given = (credentials: Credentials): Credentials =>
  Object.fromEntries(Object.entries(credentials).filter(([, value]) => Redacted.value(value).trim() !== ""))

/** The auth method that the credentials serve. Fails with `Refused`, naming what each method lacks. */
export const choose = (
  methods: ReadonlyArray<Auth.Auth>,
  credentials: Credentials
): Result.Result<Auth.Auth, Refused> => {
  const names = new Set(Object.keys(credentials))
  const auth = Auth.choose(methods, names)
  if (auth !== null) return Result.succeed(auth)
  const lacking = methods.map(({ title, fields }) => {
    const missing = fields.filter((field) => field.required && !names.has(field.name)).map((field) => field.name)
    return `${missing.join(", ")} (${title})`
  })
  return Result.fail(new Refused({ detail: `credentials are missing; connect with ${lacking.join(" or with ")}` }))
}

/** Text that a header can carry: fetch refuses anything else with a message that quotes it. */
const headerText = /^[\t\u0020-\u007e\u0080-\u00ff]*$/

/** The headers of a method, less those that a renewable token needs. */
const fixedHeaders = (auth: Auth.Auth, secret: (name: string) => string, redaction: Redaction) => {
  const headers: Record<string, string> = {}
  for (const [header, name] of Object.entries(auth.headers)) headers[header.toLowerCase()] = secret(name)
  switch (auth.method) {
    case "basic": {
      const pair = `${secret(auth.username)}:${auth.password === null ? "" : secret(auth.password)}`
      const encoded = Buffer.from(pair, "utf8").toString("base64")
      redaction.add(encoded)
      headers["authorization"] = `Basic ${encoded}`
      break
    }
    case "bearer":
      headers["authorization"] = `Bearer ${secret(auth.token)}`
      break
    case "header":
      headers[auth.header.toLowerCase()] = `${auth.prefix}${secret(auth.value)}`
      break
    case "oauth2":
      break
  }
  return headers
}

/** Authenticates with a method; `tokens` are those of OAuth 2. Fails with `Refused` when a value fits no header. */
export const make = (
  auth: Auth.Auth,
  credentials: Credentials,
  tokens: Tokens | null,
  redaction: Redaction
): Result.Result<Authenticate, Refused> => {
  const secret = (name: string): string => {
    const value = credentials[name]
    return value === undefined ? "" : Redacted.value(value).trim()
  }
  const fixed = fixedHeaders(auth, secret, redaction)
  const odd = Object.entries(fixed).find(([, value]) => !headerText.test(value))
  if (odd !== undefined) {
    return Result.fail(
      new Refused({
        detail: `the credential for the header "${odd[0]}" has characters that no header can carry; correct it`
      })
    )
  }
  if (tokens === null) {
    return Result.succeed({
      current: Effect.succeed({ headers: fixed, token: null }),
      instead: () => Effect.succeed(null)
    })
  }
  const withToken = (token: Token): Authorised => ({
    headers: { ...fixed, authorization: `Bearer ${Redacted.value(token.value)}` },
    token
  })
  return Result.succeed({
    current: Effect.map(tokens.current, withToken),
    instead: ({ token }) => (token === null ? Effect.succeed(null) : Effect.map(tokens.instead(token), withToken))
  })
}
