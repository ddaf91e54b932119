/** What opens the account is declared as secret: everything else that keeps secrets relies on it. */
import type { Auth } from "@crosswalk/core/Auth"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"

/** Names of the credentials that a method opens the account with. */
const keysOf = (auth: Auth): ReadonlyArray<string> => {
  switch (auth.method) {
    case "basic":
      return [auth.password ?? auth.username]
    case "bearer":
      return [auth.token]
    case "header":
      return [auth.value]
    case "oauth2":
      return ["client_secret", "refresh_token", "access_token"]
  }
}

const looksSecret = /(^|_)(key|secret|password|token|pin)$/

const problemsOf = (auth: Auth): ReadonlyArray<string> => {
  const keys = new Set(keysOf(auth))
  const names = new Set(auth.fields.map(({ name }) => name))
  const needed = auth.method === "oauth2" ? [] : [...keys]
  return [
    ...[...needed, ...Object.values(auth.headers)].flatMap((name) =>
      names.has(name) ? [] : [`it uses the credential "${name}", which is none of its fields`]
    ),
    ...auth.fields.flatMap(({ name, secret, title }) => [
      ...(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name) ? [] : [`the credential "${name}" is to be in snake_case`]),
      ...(title.trim() === "" ? [`the credential "${name}" has no title`] : []),
      ...(!secret && (keys.has(name) || looksSecret.test(name))
        ? [`the credential "${name}" opens the account and is not declared as secret: it would be shown and logged`]
        : [])
    ])
  ]
}

/** Fields exist, are named alike, and what opens the account is secret. */
export const credentials = Check.make("credentials", "declares what must never be shown", ({ provider }) =>
  provider.auth.flatMap((auth) => problemsOf(auth).map((problem) => Finding.make(`${provider.id} ${auth.id}`, problem)))
)
