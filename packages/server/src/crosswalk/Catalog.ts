/** What the server knows: models, and providers with their coverage. */
import * as Routes from "@crosswalk/api/crosswalk/Routes"
import * as Auth from "@crosswalk/core/Auth"
import * as Coverage from "@crosswalk/core/Coverage"
import * as Model from "@crosswalk/core/Model"
import * as Models from "@crosswalk/core/Models"
import type { Provider } from "@crosswalk/core/Provider"
import { Registry } from "@crosswalk/core/Registry"
import { Effect } from "effect"
import * as Handlers from "../Handlers.ts"
import { Refused } from "../Refused.ts"

const toProvider = ({ api, categories, docs, id, mappers, name }: Provider) => ({
  id,
  name,
  categories,
  docs,
  api_version: api.version,
  sunset: api.sunset,
  models: [...new Set(mappers.map(({ model }) => model.name))]
})

const models = Models.all.map((model) => ({
  name: model.name,
  plural: model.plural,
  category: model.category,
  description: model.description,
  fields: Model.fields(model).map(({ description, field, pii, reference, unit }) => ({
    name: field,
    description: description ?? null,
    pii: pii ?? "none",
    unit: unit ?? null,
    reference: reference ?? null
  }))
}))

/** Handlers of the routes about models and providers. */
export const handlers = [
  Handlers.read(Routes.models, "read", () => Effect.succeed({ data: models })),
  Handlers.read(Routes.providers, "read", () => Registry.useSync(({ all }) => ({ data: all.map(toProvider) }))),
  Handlers.read(
    Routes.provider,
    "read",
    Effect.fnUntraced(function* ({ params }) {
      const provider = yield* Effect.mapError(
        Registry.use((registry) => registry.get(params.id)),
        () => new Refused({ failure: { _tag: "NotFound", what: "provider" } })
      )
      const coverage = Coverage.declared(provider).map(({ field, model, note, resource, rule }) => ({
        model,
        field,
        resource,
        rule,
        note
      }))
      const auth = provider.auth.map(({ fields, id, title }) => ({
        id,
        title,
        credentials: fields.filter(({ name }) => name !== Auth.tokenUrl.name)
      }))
      return { ...toProvider(provider), auth, coverage }
    })
  )
]
