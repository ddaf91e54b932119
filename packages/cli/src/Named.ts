/**
 * What a name on the command line stands for. An unknown one fails with what could have been meant.
 */
import type * as Model from "@crosswalk/core/Model"
import * as Models from "@crosswalk/core/Models"
import type { Provider } from "@crosswalk/core/Provider"
import { Effect } from "effect"
import * as Failure from "./Failure.ts"
import { type Member, members, type Simulated, simulated as allSimulated } from "./Providers.ts"
import * as Suggestion from "./Suggestion.ts"

const unknown = (what: string, name: string, known: ReadonlyArray<string>) =>
  Failure.make(`There is no ${what} "${name}". ${Suggestion.sentence(name, known)}`)

/** A provider of this command, with its simulator. */
export const member = (id: string): Effect.Effect<Member, Failure.Failure> => {
  const found = members.find(({ provider }) => provider.id === id)
  return found === undefined
    ? Effect.fail(
        unknown(
          "provider",
          id,
          members.map(({ provider }) => provider.id)
        )
      )
    : Effect.succeed(found)
}

/** A provider of this command that can be simulated. */
export const simulated = Effect.fnUntraced(function* (id: string) {
  const { provider, sandbox } = yield* member(id)
  if (sandbox !== null) return { provider, sandbox } satisfies Simulated
  const others = allSimulated.map(({ provider }) => provider.id).join(", ")
  return yield* Failure.make(`${provider.name} has no simulator. These have one: ${others}.`)
})

/** A model of ours. */
export const model = (name: string): Effect.Effect<Model.Any, Failure.Failure> => {
  const found = Models.all.find((model) => model.name === name)
  return found === undefined
    ? Effect.fail(
        unknown(
          "model",
          name,
          Models.all.map((model) => model.name)
        )
      )
    : Effect.succeed(found)
}

/** Names of the models that a provider maps, in the order in which they are synced. */
export const modelsOf = (provider: Provider): ReadonlyArray<string> => [
  ...new Set(provider.mappers.map((mapper) => mapper.model.name))
]

/** A model that a provider maps. */
export const modelOf = Effect.fnUntraced(function* (provider: Provider, name: string) {
  const known = modelsOf(provider)
  if (known.includes(name)) return name
  if (Models.all.some((model) => model.name === name)) {
    return yield* Failure.make(`${provider.name} has no ${name}. It has: ${known.join(", ")}.`)
  }
  return yield* unknown("model", name, known)
})
