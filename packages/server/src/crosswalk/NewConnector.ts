/** What a request tells of an account to connect, held against what its provider takes. */
import type * as Routes from "@crosswalk/api/crosswalk/Routes"
import type { Fault } from "@crosswalk/api/Failure"
import type { Input } from "@crosswalk/api/Route"
import * as Auth from "@crosswalk/core/Auth"
import type { Provider } from "@crosswalk/core/Provider"
import { Registry } from "@crosswalk/core/Registry"
import { Effect, Record, Redacted } from "effect"
import { Refused } from "../Refused.ts"

type Body = Input<typeof Routes.createConnector>["body"]

const fault = (name: string, message: string): Fault => ({ in: "body", name, message })

const refused = (first: Fault, rest: ReadonlyArray<Fault> = []) =>
  new Refused({ failure: { _tag: "InvalidRequest", faults: [first, ...rest] } })

/** The names of the credentials that requests may bring: addresses that credentials are sent to are the operator's. */
const credentialsOf = ({ auth }: Provider): ReadonlyArray<string> => {
  const names = new Set(auth.flatMap(({ fields }) => fields.map(({ name }) => name)))
  names.delete(Auth.tokenUrl.name)
  return [...names]
}

const faultsOf = (provider: Provider, { category, credentials, scopes }: Body): ReadonlyArray<Fault> => {
  const { auth, categories, id, mappers } = provider
  const names = Object.keys(credentials)
  const known = credentialsOf(provider)
  const models = new Set<string>(mappers.map(({ model }) => model.name))
  return [
    ...names
      .filter((name) => !known.includes(name))
      .map((name) => fault(`credentials.${name}`, `There is no such credential; there are: ${known.join(", ")}.`)),
    ...(Auth.choose(auth, new Set(names)) === null
      ? [fault("credentials", `Send all that one way to authenticate takes; GET /v1/providers/${id} tells.`)]
      : []),
    ...(category === undefined || categories.includes(category)
      ? []
      : [fault("category", `${id} has ${categories.join(", ")}.`)]),
    ...(scopes ?? []).flatMap((scope, index) =>
      models.has(scope) ? [] : [fault(`scopes.${index}`, `${id} supplies only ${[...models].join(", ")}.`)]
    )
  ]
}

/** A connector to create. Fails with `InvalidRequest`, which names each thing that the provider does not take. */
export const of = Effect.fnUntraced(function* (body: Body) {
  const registry = yield* Registry
  const provider = yield* Effect.mapError(registry.get(body.provider), () =>
    refused(fault("provider", `There is no such provider; there are: ${registry.all.map(({ id }) => id).join(", ")}.`))
  )
  const [first, ...rest] = faultsOf(provider, body)
  if (first !== undefined) return yield* refused(first, rest)
  return {
    provider: provider.id,
    category: body.category ?? provider.categories[0] ?? "",
    customer: body.customer ?? null,
    credentials: Record.map({ ...body.credentials }, (value) => Redacted.make(value)),
    scopes: body.scopes ?? null
  }
})
