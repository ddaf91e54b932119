/**
 * Takes the credentials out of what a vendor says, before it reaches an error, a log or a span.
 */
import type { Auth } from "@crosswalk/core/Auth"
import { Redacted } from "effect"
import type { Credentials } from "./Connection.ts"

/** Knows a connector's secrets, and what else was derived from them. */
export interface Redaction {
  /** The text without any secret. */
  readonly clean: (text: string) => string
  /** The text without any secret, on one line, at most 200 characters. */
  readonly text: (text: string) => string
  /** Adds secrets, such as a renewed token. */
  readonly add: (secret: string) => void
}

const longest = 200

/** Nothing shorter keeps a secret, and taking it out would make every text unreadable. */
const shortest = 4

/**
 * A redaction of all credentials of at least 4 characters but those that the auth methods declare as no secret. A
 * secret is also recognised percent-encoded, escaped in JSON and in base 64.
 */
export const make = (auth: ReadonlyArray<Auth>, credentials: Credentials): Redaction => {
  const open = new Set(auth.flatMap(({ fields }) => fields.filter((field) => !field.secret).map(({ name }) => name)))
  for (const { fields } of auth) for (const field of fields) if (field.secret) open.delete(field.name)
  const forms = new Set<string>()
  const add = (secret: string): void => {
    if (secret.length < shortest) return
    forms.add(secret)
    forms.add(encodeURIComponent(secret.toWellFormed()))
    forms.add(JSON.stringify(secret).slice(1, -1))
    forms.add(Buffer.from(secret, "utf8").toString("base64"))
  }
  for (const [name, value] of Object.entries(credentials)) if (!open.has(name)) add(Redacted.value(value))
  const clean = (text: string): string => {
    let rest = text
    for (const form of [...forms].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(form, "<redacted>")
    return rest
  }
  return {
    add,
    clean,
    text: (text) => {
      const line = clean(text).replaceAll(/\s+/g, " ").trim()
      return line.length > longest ? `${line.slice(0, longest - 1).toWellFormed()}…` : line
    }
  }
}
