/**
 * How a command line tells of a vendor's account: where it is, with which credentials, with which settings.
 */
import type { Provider } from "@crosswalk/core/Provider"
import * as Authenticate from "@crosswalk/engine/Authenticate"
import type { Credentials } from "@crosswalk/engine/Connection"
import * as HostGuard from "@crosswalk/engine/HostGuard"
import * as Landing from "@crosswalk/engine/Landing"
import { Effect, Option, Redacted, Result } from "effect"
import * as Flag from "effect/cli/Flag"
import * as Failure from "./Failure.ts"
import * as KeyValue from "./KeyValue.ts"
import * as Suggestion from "./Suggestion.ts"

/** The flags. */
export const flags = {
  baseUrl: Flag.String("base-url").pipe(
    Flag.withMetavar("URL"),
    Flag.withDescription(
      "Where the vendor's API is: an address, or the name of one of the provider's. Default: its first"
    ),
    Flag.optional
  ),
  auth: Flag.String("auth").pipe(
    Flag.withMetavar("KEY=VALUE"),
    Flag.withDescription("A credential; repeatable. KEY=@FILE reads it from a file, KEY=- from standard input"),
    Flag.atLeast(0)
  ),
  option: Flag.String("option").pipe(
    Flag.withMetavar("KEY=VALUE"),
    Flag.withDescription("A setting of the provider, or landing=read to keep only what is read; repeatable"),
    Flag.atLeast(0)
  )
}

/** What the flags say. */
export interface Given {
  readonly baseUrl: Option.Option<string>
  readonly auth: ReadonlyArray<string>
  readonly option: ReadonlyArray<string>
}

/** A vendor's account: all of a connection but what happens to renewed credentials. */
export interface Access {
  readonly credentials: Credentials
  readonly settings: Readonly<Record<string, string>>
  readonly baseUrl: string | null
}

const known = (what: string, names: Iterable<string>, all: ReadonlyArray<string>) => {
  const stranger = [...names].find((name) => !all.includes(name))
  return stranger === undefined
    ? Effect.void
    : Effect.fail(Failure.make(`There is no ${what} "${stranger}". ${Suggestion.sentence(stranger, all)}`))
}

const refused =
  (provider: Provider) =>
  ({ detail }: { readonly detail: string }) =>
    Failure.make(Failure.describe(new Error(`${provider.name}: ${detail}`)))

const filled = (settings: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ""))

/** What `--option` gives; an empty value stands for the provider's own. Fails when a name is unknown or a value cannot be. */
export const settings = Effect.fnUntraced(function* (provider: Provider, option: ReadonlyArray<string>) {
  const given = yield* KeyValue.settings("option", option)
  yield* known(`setting of ${provider.name}`, Object.keys(given), [
    ...Object.keys(provider.settings),
    Landing.settingName
  ])
  yield* Effect.mapError(Landing.of({ provider, settings: filled(given) }), (error) =>
    Failure.make(Failure.describe(error))
  )
  return given
})

/** Reads the flags for a provider. Fails when a name is unknown, a credential is missing or the address is none. */
export const read = Effect.fnUntraced(function* (provider: Provider, given: Given) {
  const credentials = yield* KeyValue.secrets("auth", given.auth)
  const fields = [...new Set(provider.auth.flatMap((auth) => auth.fields.map((field) => field.name)))]
  yield* known(`credential of ${provider.name}`, Object.keys(credentials), fields)
  const chosen = yield* settings(provider, given.option)
  const baseUrl = Option.getOrNull(given.baseUrl)
  const values = Object.fromEntries(Object.entries(credentials).map(([name, value]) => [name, Redacted.value(value)]))
  yield* Effect.fromResult(
    Result.flatMap(Authenticate.choose(provider.auth, credentials), () =>
      HostGuard.resolveBase(provider, baseUrl, values)
    )
  ).pipe(Effect.mapError(refused(provider)))
  return { credentials, settings: filled(chosen), baseUrl } satisfies Access
})
