import { Effect } from "effect"
import * as Command from "effect/cli/Command"
import * as Failure from "../Failure.ts"
import * as Named from "../Named.ts"
import * as Output from "../Output.ts"
import { members } from "../Providers.ts"
import * as Sunset from "../Sunset.ts"
import * as Switch from "../Switch.ts"
import * as Table from "../Table.ts"

/** `crosswalk providers`: what can be connected, and how. */
export const providers = Command.make(
  "providers",
  { json: Switch.json },
  Effect.fn("crosswalk.providers")(function* ({ json }) {
    yield* Sunset.warn(members.map(({ provider }) => provider))
    const rows = members.map(({ provider }) => ({
      id: provider.id,
      name: provider.name,
      categories: provider.categories,
      docs: provider.docs,
      api: provider.api,
      base_urls: provider.baseUrls,
      auth: provider.auth.map(({ fields, id, title }) => ({
        id,
        title,
        credentials: fields.map(({ name, required, secret, title }) => ({ name, title, secret, required }))
      })),
      options: provider.settings,
      models: Named.modelsOf(provider)
    }))
    if (json) return yield* Output.json(rows)
    yield* Table.print(
      ["provider", "name", "categories", "API", "models", "credentials"],
      rows.map(({ api, auth, categories, id, models, name }) => [
        id,
        name,
        categories.join(", "),
        `${api.version}${api.sunset === null ? "" : ` (ends ${api.sunset})`}`,
        String(models.length),
        auth
          .map(({ credentials }) => credentials.flatMap(({ name, required }) => (required ? [name] : [])).join(" + "))
          .join(", or ")
      ])
    )
  }, Failure.logged)
).pipe(Command.withDescription("List the providers that can be connected"))
