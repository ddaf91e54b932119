import * as Model from "@crosswalk/core/Model"
import * as Catalogue from "@crosswalk/core/Models"
import { Effect } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Failure from "../Failure.ts"
import * as Named from "../Named.ts"
import * as Output from "../Output.ts"
import * as Switch from "../Switch.ts"
import * as Table from "../Table.ts"

const references = Command.make(
  "references",
  { model: Argument.String("model"), json: Switch.json },
  Effect.fn("crosswalk.models.references")(function* ({ json, model }) {
    const { name } = yield* Named.model(model)
    const found = Catalogue.references(name)
    if (json) return yield* Output.json(found)
    if (found.length === 0) return yield* Output.note(`No field of any model refers to ${name}.`)
    yield* Table.print(
      ["category", "model", "field", "description"],
      found.map(({ category, description, field, model }) => [category, model, field, description])
    )
  }, Failure.logged)
).pipe(Command.withDescription("List the fields of all models that refer to a model"))

/** `crosswalk models`: the unified models; `models references <model>`: what refers to one. */
export const models = Command.make(
  "models",
  { json: Switch.json },
  Effect.fn("crosswalk.models")(function* ({ json }) {
    const rows = Catalogue.all.map((model) => ({
      name: model.name,
      category: model.category,
      plural: model.plural,
      description: model.description,
      fields: Model.fields(model).map(({ description, field, pii, reference, unit }) => ({
        name: field,
        description: description ?? null,
        unit: unit ?? null,
        reference: reference ?? null,
        pii: pii ?? "none"
      }))
    }))
    if (json) return yield* Output.json(rows)
    yield* Table.print(
      ["model", "category", "fields", "description"],
      rows.map(({ category, description, fields, name }) => [name, category, String(fields.length), description])
    )
  }, Failure.logged)
).pipe(
  Command.withDescription("List the unified models"),
  Command.withSubcommands([references]),
  Command.withExamples([{ command: "crosswalk models references employee", description: "What refers to an employee" }])
)
