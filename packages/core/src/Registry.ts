/** The providers that a host application composes: a list, looked up by id. */
import { Context, Effect, Layer, Schema } from "effect"
import * as Provider from "./Provider.ts"

/** The list cannot be a registry, or an id is not known. The message says what to do. */
export class RegistryError extends Schema.TaggedError<RegistryError>()("RegistryError", {
  message: Schema.String
}) {}

/** Looks providers up. */
export class Registry extends Context.Service<
  Registry,
  {
    /** In the order of the host application's list. */
    readonly all: ReadonlyArray<Provider.Provider>
    /** Fails with `RegistryError`, naming what there is, when the id is unknown. */
    readonly get: (id: string) => Effect.Effect<Provider.Provider, RegistryError>
  }
>()("@crosswalk/core/Registry") {}

/**
 * A registry of a list of providers. Fails with `RegistryError` when two have the same id, or when one has two mappers or
 * two resources of the same name: landed and derived records are kept by these names.
 */
export const make = Effect.fnUntraced(function* (providers: ReadonlyArray<Provider.Provider>) {
  const byId = new Map<string, Provider.Provider>()
  for (const provider of providers) {
    if (byId.has(provider.id)) {
      return yield* new RegistryError({
        message: `two providers have the id "${provider.id}"; remove one of them from the list`
      })
    }
    const clash = clashIn(provider)
    if (clash !== null) return yield* new RegistryError({ message: `the provider "${provider.id}" ${clash}` })
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

const repeated = (names: ReadonlyArray<string>): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index)

const clashIn = ({ mappers }: Provider.Provider): string | null => {
  const mapper = repeated(mappers.map(({ name }) => name))
  if (mapper !== undefined) return `has two mappers "${mapper}"; merge them, or read one from a resource of its own`
  const resource = repeated(Provider.resourcesFor(mappers).map(({ name }) => name))
  return resource === undefined ? null : `has two resources "${resource}"; declare it once, or rename one of them`
}

/** {@link make} as a layer. */
export const layer = (providers: ReadonlyArray<Provider.Provider>) => Layer.effect(Registry, make(providers))
