/**
 * How a vendor wants to be authenticated with, as declarations: no code of a provider ever sees a secret.
 *
 * A connector's credentials are named values. A method applies when all it requires are given; of several that apply,
 * the first in the provider's list is taken.
 */

/** One named value that a method needs. */
export interface CredentialField {
  /** As it stands in a connector's credentials: `snake_case`. */
  readonly name: string
  /** What the person who connects reads beside the input. */
  readonly title: string
  /** Whether the value must never be shown, logged or stored in clear. */
  readonly secret: boolean
  /** Whether the method works only with it. An optional value narrows or overrides, e.g. `token_url`. */
  readonly required: boolean
}

/** A required value that must never be shown: a key, a password, a token. */
export const secret = (name: string, title: string): CredentialField => ({ name, title, secret: true, required: true })

/** A required value that may be shown, such as a user name. */
export const plain = (name: string, title: string): CredentialField => ({ name, title, secret: false, required: true })

/** The same value, but one that may be left out. */
export const optional = (field: CredentialField): CredentialField => ({ ...field, required: false })

/** HTTP Basic: names of the credentials for user name and password; `null` stands for an empty one. */
export interface Basic {
  readonly method: "basic"
  readonly username: string
  readonly password: string | null
}

/** `Authorization: Bearer` with a token that does not expire. */
export interface Bearer {
  readonly method: "bearer"
  /** Name of the credential. */
  readonly token: string
}

/** A secret in a header of its own; `prefix` stands before it. */
export interface Header {
  readonly method: "header"
  /** Name of the header. */
  readonly header: string
  /** Name of the credential. */
  readonly value: string
  /** Text before the secret, with its own space: `Token `. */
  readonly prefix: string
}

/**
 * OAuth 2. Credentials are named `client_id`, `client_secret`, `access_token`, `refresh_token` and, to override the
 * declared one, `token_url`.
 *
 * - `authorization_code`: the access token is renewed with the refresh token, before it expires and when it is
 *   refused. Where the vendor `rotates` refresh tokens, the new one is stored before it is used.
 * - `client_credentials`: the token is asked for with the client's own credentials.
 */
export interface OAuth2 {
  readonly method: "oauth2"
  readonly grant: "authorization_code" | "client_credentials"
  /** Where a person consents; null where none takes part. */
  readonly authorizeUrl: string | null
  /** Where tokens are asked for. `{name}` stands for a credential. */
  readonly tokenUrl: string
  /** Where the client's id and secret stand in a token request. */
  readonly clientAuthentication: "body" | "basic"
  /** The vendor's names of the rights to ask for. */
  readonly scopes: ReadonlyArray<string>
  /** Whether a refresh token is replaced each time that it is used. */
  readonly rotates: boolean
  /** Whether the authorization request carries a PKCE challenge. */
  readonly pkce: boolean
  /** Further parameters of the authorization request, e.g. `audience`. */
  readonly authorizeParams: Readonly<Record<string, string>>
  /** Further parameters of every token request. Credentials may stand in them as `{name}`; without one, it is left out. */
  readonly tokenParams: Readonly<Record<string, string>>
}

/** One way to authenticate, with the credentials it takes. */
export type Auth = (Basic | Bearer | Header | OAuth2) & {
  /** Unique within a provider. */
  readonly id: string
  /** What the person who connects chooses by. */
  readonly title: string
  /** The credentials that it takes, required ones first as a rule. */
  readonly fields: ReadonlyArray<CredentialField>
  /** Headers beside the method's own, from credentials: header name → credential name. */
  readonly headers: Readonly<Record<string, string>>
}

/** Credentials and headers beside those of the method, e.g. a name that stands in the base URL. */
type More = { readonly fields?: ReadonlyArray<CredentialField>; readonly headers?: Readonly<Record<string, string>> }

/** HTTP Basic with an API key as the user name and an empty password. */
export const apiKeyAsUser = (field: CredentialField, more: More = {}): Auth => ({
  id: "api_key",
  title: field.title,
  method: "basic",
  username: field.name,
  password: null,
  fields: [field, ...(more.fields ?? [])],
  headers: more.headers ?? {}
})

/** HTTP Basic with user name and password, and further headers from further credentials. */
export const basic = (username: CredentialField, password: CredentialField, more: More = {}): Auth => ({
  id: "basic",
  title: "User name and password",
  method: "basic",
  username: username.name,
  password: password.name,
  fields: [username, password, ...(more.fields ?? [])],
  headers: more.headers ?? {}
})

/** A bearer token that does not expire. */
export const bearer = (field: CredentialField, more: More = {}): Auth => ({
  id: "bearer",
  title: field.title,
  method: "bearer",
  token: field.name,
  fields: [field, ...(more.fields ?? [])],
  headers: more.headers ?? {}
})

/** A secret in a header of its own, e.g. `X-Api-Key`; `prefix` stands before it, by default nothing. */
export const header = (name: string, field: CredentialField, prefix = "", more: More = {}): Auth => ({
  id: "header",
  title: field.title,
  method: "header",
  header: name,
  value: field.name,
  prefix,
  fields: [field, ...(more.fields ?? [])],
  headers: more.headers ?? {}
})

const client = [plain("client_id", "Client ID"), secret("client_secret", "Client secret")] as const

/** Where tokens are asked for instead: only the operator may name an address that credentials are sent to. */
export const tokenUrl = optional(plain("token_url", "Token address, where it differs from the vendor's"))

type OAuth2Options = Pick<OAuth2, "tokenUrl"> &
  Partial<
    Pick<
      OAuth2,
      "authorizeUrl" | "clientAuthentication" | "scopes" | "rotates" | "pkce" | "authorizeParams" | "tokenParams"
    >
  > &
  More

const oauth2 = (grant: OAuth2["grant"], options: OAuth2Options) => ({
  method: "oauth2" as const,
  grant,
  authorizeUrl: options.authorizeUrl ?? null,
  tokenUrl: options.tokenUrl,
  clientAuthentication: options.clientAuthentication ?? "body",
  scopes: options.scopes ?? [],
  rotates: options.rotates ?? false,
  pkce: options.pkce ?? true,
  authorizeParams: options.authorizeParams ?? {},
  tokenParams: options.tokenParams ?? {},
  headers: options.headers ?? {}
})

/**
 * OAuth 2, authorization code: a person of the customer consents; tokens are renewed with a refresh token.
 *
 * Unless told, the client's credentials stand in the body, no scope is asked for, refresh tokens stay the same, and the
 * request carries a PKCE challenge.
 */
export const authorizationCode = (options: OAuth2Options & Pick<OAuth2, "authorizeUrl">): Auth => ({
  id: "oauth2_authorization_code",
  title: "OAuth 2",
  ...oauth2("authorization_code", options),
  fields: [
    ...client,
    secret("refresh_token", "Refresh token"),
    optional(secret("access_token", "Access token")),
    tokenUrl,
    ...(options.fields ?? [])
  ]
})

/** OAuth 2, client credentials: no person takes part. Defaults as in {@link authorizationCode}. */
export const clientCredentials = (options: OAuth2Options): Auth => ({
  id: "oauth2_client_credentials",
  title: "OAuth 2 client credentials",
  ...oauth2("client_credentials", options),
  fields: [...client, tokenUrl, ...(options.fields ?? [])]
})

/**
 * The method that credentials of the names `given` serve; null when none of the provider's methods has all it requires.
 */
export const choose = (methods: ReadonlyArray<Auth>, given: ReadonlySet<string>): Auth | null =>
  methods.find((auth) => auth.fields.every((field) => !field.required || given.has(field.name))) ?? null
