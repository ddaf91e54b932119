/**
 * Addresses of databases: one text says which kind it is and where it lies.
 */
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { fileURLToPath } from "node:url"
import { AddressInvalid } from "./PostgresReason.ts"
import { StoreError } from "./StoreError.ts"

/** What an address names. */
export type DatabaseAddress =
  | { readonly kind: "sqlite"; readonly filename: string }
  | { readonly kind: "postgres"; readonly url: Redacted.Redacted<string> }

const invalid = new StoreError({ reason: new AddressInvalid({}) })

/**
 * Reads an address: `postgres://…` or `postgresql://…`; else a file of SQLite, as `sqlite:path`, as a `file:` URL, or as a
 * path alone. Fails with the reason `AddressInvalid`, which does not repeat the text: it may hold a password.
 */
export const parse = (address: Redacted.Redacted<string>): Effect.Effect<DatabaseAddress, StoreError> => {
  const text = Redacted.value(address).trim()
  // A letter alone is a drive of Windows.
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1]?.toLowerCase()
  const rest = scheme === undefined ? text : text.slice(scheme.length + 1).replace(/^\/\//, "")
  if (rest === "") return Effect.fail(invalid)
  switch (scheme) {
    case undefined:
    case "sqlite":
      return Effect.succeed({ kind: "sqlite", filename: rest })
    case "file":
      return Effect.try({
        try: () => ({ kind: "sqlite" as const, filename: fileURLToPath(text) }),
        catch: () => invalid
      })
    case "postgres":
    case "postgresql":
      return URL.canParse(text) ? Effect.succeed({ kind: "postgres", url: Redacted.make(text) }) : Effect.fail(invalid)
    default:
      return Effect.fail(invalid)
  }
}
