/** The providers that a host application composes: a list, looked up by id. */
import { Context, Effect, Layer, Schema } from "effect"
import type { Provider } from "./Provider.ts"

/** Two providers claim one id, or an id is not known. */
export class RegistryError extends Schema.TaggedError<RegistryError>()("RegistryError", {
  message: Schema.String
}) {}

/** Looks providers up. */
export class Registry extends Context.Service<
  Registry,
  {
    /** In the order of the host application's list. */
    readonly all: ReadonlyArray<Provider>
    /** Fails with `RegistryError`, naming what there is, when the id is unknown. */
    readonly get: (id: string) => Effect.Effect<Provider, RegistryError>
  }
>()("@crosswalk/core/Registry") {}

/** A registry of a list of providers. Fails with `RegistryError` when two have the same id. */
export const make = Effect.fnUntraced(function* (providers: ReadonlyArray<Provider>) {
  const byId = new Map<string, Provider>()
  for (const provider of providers) {
    if (byId.has(provider.id)) {
      return yield* new RegistryError({
        message: `two providers have the id "${provider.id}"; remove one of them from the list`
      })
    }
    byId.set(provider.id, provider)
  }
  const known = byId.size === 0 ? "the list is empty" : `known are: ${[...byId.keys()].sort().join(", ")}`
  return Registry.of({
    all: providers,
    get: (id) => {
      const provider = byId.get(id)
      return provider === undefined
        ? new RegistryError({ message: `there is no provider "${id}"; ${known}` })
        : Effect.succeed(provider)
    }
  })
})

/** {@link make} as a layer. */
export const layer = (providers: ReadonlyArray<Provider>) => Layer.effect(Registry, make(providers))
