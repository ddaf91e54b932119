/** Nothing that opens the account shows up in an error, a log or a span, even where the vendor says it back. */
import type { Auth } from "@crosswalk/core/Auth"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { Cause, Effect } from "effect"
import { inspect } from "node:util"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Account from "../internal/Account.ts"
import * as Overheard from "../internal/Overheard.ts"
import * as Serve from "../internal/Serve.ts"
import type { Subject } from "../Subject.ts"

/** Answers by which a vendor could give a secret away. */
const statuses = [200, 400, 401, 403, 404, 422, 429, 500] as const

/** What is declared as no secret opens nothing by itself, unless it is all that is sent. */
const isOpen = (auth: Auth, name: string): boolean =>
  name === "token_url" ||
  name === "client_id" ||
  (auth.fields.some((field) => field.name === name && !field.secret) && !isUsed(auth, name))

const isUsed = (auth: Auth, name: string): boolean =>
  (auth.method === "bearer" && auth.token === name) ||
  (auth.method === "header" && auth.value === name) ||
  (auth.method === "basic" && (auth.password ?? auth.username) === name) ||
  Object.values(auth.headers).includes(name)

/** The forms in which a secret travels. */
const formsOf = (auth: Auth, origin: string): ReadonlyMap<string, string> => {
  const values = Account.credentials(auth, origin)
  const forms = new Map<string, string>()
  for (const [name, value] of Object.entries(values)) {
    if (isOpen(auth, name)) continue
    forms.set(value, name)
    forms.set(encodeURIComponent(value), name)
    forms.set(Buffer.from(value).toString("base64"), name)
  }
  if (auth.method === "basic") {
    const pair = `${values[auth.username] ?? ""}:${auth.password === null ? "" : (values[auth.password] ?? "")}`
    forms.set(Buffer.from(pair).toString("base64"), auth.password ?? auth.username)
  }
  if (auth.method === "oauth2") {
    forms.set(Account.tokens.access, "access token")
    forms.set(Account.tokens.refresh, "refresh token")
  }
  return forms
}

/** Says back all that was asked, and all it knows, in every place where a vendor puts words. */
const gossip =
  (status: () => number, known: ReadonlyArray<string>) =>
  ({ body, headers, path, query }: Serve.Asked): Serve.Reply => {
    // What is told is cut after some two hundred characters: the likeliest secrets come first.
    const told = `${known.join(" ")} ${String(headers["authorization"])} ${body} ${query.toString()} ${path}`
    return Serve.json(status(), {
      error: told,
      code: told,
      message: told,
      error_description: told,
      detail: told,
      title: told,
      errors: [{ message: told, code: told }]
    })
  }

const leaks = Effect.fnUntraced(function* (subject: Subject, auth: Auth) {
  const overheard = Overheard.listen()
  let status: number = statuses[0]
  const known = auth.fields.map(({ name }) => Account.credentials(auth, "")[name] ?? "")
  const origin = yield* Serve.serve(Account.withTokens(gossip(() => status, known)))
  const connection = Account.connection(subject.provider, auth, origin)
  const findings: Array<Finding.Finding> = []
  const forms = formsOf(auth, origin)
  const look = (where: string, text: string) => {
    for (const [form, name] of forms) {
      if (text.includes(form)) {
        findings.push(Finding.make(`${auth.id} ${name}`, `is in ${where}`))
        return
      }
    }
  }
  for (const resource of subject.resources) {
    for (status of statuses) {
      const parent = resource.parent === null ? null : "conformance-parent"
      const exit = yield* VendorClient.make(connection, Account.once).pipe(
        Effect.flatMap((client) => client.page(resource, { request: null, parent, query: {} })),
        Effect.tapError((error) => Effect.logError(error)),
        Effect.scoped,
        Effect.provide(overheard.layer),
        Effect.exit
      )
      if (exit._tag === "Success") continue
      const shown = inspect(exit.cause, { depth: 12, maxStringLength: null })
      look(
        `an error of ${resource.name} after ${status}`,
        `${shown} ${Cause.pretty(exit.cause)} ${JSON.stringify(exit)}`
      )
    }
  }
  look("a log or a span", overheard.text())
  return findings
}, Effect.scoped)

/** No secret in anything that is shown. */
export const secrets = Check.calling("secrets", "shows no secret in errors, logs and spans", (subject) =>
  Effect.gen(function* () {
    const findings: Array<Finding.Finding> = []
    for (const auth of subject.provider.auth) findings.push(...(yield* leaks(subject, auth)))
    return findings
  }).pipe(Effect.provide(VendorClient.layerHttp))
)
