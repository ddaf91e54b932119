/** The command. */
import { Category } from "@crosswalk/core/Category"
import * as Models from "@crosswalk/core/Models"
import { ModelName } from "@crosswalk/core/ModelName"
import { Console, Effect, Option, Schema } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Prompt from "effect/cli/Prompt"
import { readFileSync } from "node:fs"
import path from "node:path"
import * as Check from "./Check.ts"
import * as Choices from "./Choices.ts"
import * as OpenApi from "./OpenApi.ts"
import * as Repository from "./Repository.ts"
import * as Scaffold from "./Scaffold.ts"

/** The command cannot do what it was asked to; the message says what to change. */
export class CannotCreate extends Schema.TaggedError<CannotCreate>()("CannotCreate", { message: Schema.String }) {}

const fail = (message: string) => new CannotCreate({ message })

// A category without a model has nothing to map yet.
const categories = Category.literals.filter(
  (category) => category !== "platform" && Models.inCategory(category).length > 0
)

/** A flag that may be left out: the command asks for it where it can. */
const flags = {
  check: Flag.Boolean("check").pipe(
    Flag.withoutNegation,
    Flag.withDescription("Compare the providers there are with the template, and write nothing"),
    Flag.withDefault(false)
  ),
  name: Flag.String("name").pipe(Flag.withDescription("Name as the vendor writes it"), Flag.optional),
  category: Flag.Literals("category", categories).pipe(Flag.withDescription("What the system is for"), Flag.optional),
  auth: Flag.Literals("auth", Choices.auths).pipe(Flag.withDescription("How the API is signed in to"), Flag.optional),
  paging: Flag.Literals("paging", Choices.pagings).pipe(Flag.withDescription("How its lists page"), Flag.optional),
  models: Flag.String("models").pipe(
    Flag.withMetavar("a,b"),
    Flag.withDescription("Models to map, the first one first"),
    Flag.optional
  ),
  docs: Flag.String("docs").pipe(Flag.withMetavar("URL"), Flag.withDescription("The vendor's own page"), Flag.optional),
  baseUrl: Flag.String("base-url").pipe(
    Flag.withMetavar("URL"),
    Flag.withDescription("Base URL of the API; {name} stands for a credential, as in https://{company}.example.com/v1"),
    Flag.optional
  ),
  api: Flag.String("api-version").pipe(Flag.withDescription("Version of the API"), Flag.withDefault("v1")),
  openapi: Flag.String("openapi").pipe(
    Flag.withMetavar("FILE"),
    Flag.withDescription("The vendor's OpenAPI document, JSON or YAML: wire schemas are taken from it"),
    Flag.optional
  ),
  resource: Flag.String("resource").pipe(
    Flag.withMetavar("PATH"),
    Flag.withDescription("Path of a list, in the order of the models; repeatable. Default: the model's plural"),
    Flag.atLeast(0)
  ),
  fields: Flag.String("fields").pipe(
    Flag.withMetavar("a,b,c"),
    Flag.withDescription("Fields to take from the document. Default: all it has"),
    Flag.optional
  ),
  install: Flag.Boolean("install").pipe(
    Flag.withDescription("Link the new package into the workspace afterwards"),
    Flag.withDefault(true)
  )
}

const noAnswer = (flag: string) => fail(`There is no answer to what ${flag} is. Say it on the command line.`)

/** A flag's value, else what the person at the terminal answers. */
const asked = <A, B>(given: Option.Option<A>, flag: string, prompt: Prompt.Prompt<B>) =>
  Option.match(given, {
    onSome: (value): Effect.Effect<A | B, CannotCreate, Prompt.Environment> => Effect.succeed(value),
    onNone: () => (process.stdin.isTTY ? Effect.mapError(Prompt.run(prompt), () => noAnswer(flag)) : noAnswer(flag))
  })

const select = <const A extends string>(message: string, values: ReadonlyArray<A>) =>
  Prompt.Select({ message, choices: values.map((value) => ({ title: value, value })) })

const checked = (problem: string | null) => (problem === null ? Effect.void : fail(problem))

const split = (text: string): ReadonlyArray<string> =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")

const document = Effect.fnUntraced(function* (file: Option.Option<string>) {
  if (Option.isNone(file)) return null
  const text = yield* Effect.try({
    try: () => readFileSync(path.resolve(file.value), "utf8"),
    catch: () => fail(`${file.value} cannot be read.`)
  })
  const parsed = OpenApi.parse(text)
  return "unusable" in parsed ? yield* fail(parsed.unusable) : parsed.document
})

const modelNamed = (text: string) =>
  Schema.is(ModelName)(text)
    ? Effect.succeed(text)
    : fail(`There is no model "${text}". There are: ${ModelName.literals.join(", ")}.`)

const narrowed = (listed: OpenApi.Listed, fields: Option.Option<string>) =>
  Option.match(fields, {
    onNone: () => Effect.succeed(listed),
    onSome: (text) => {
      const stranger = split(text).find((name) => !Object.hasOwn(listed.fields, name))
      return stranger === undefined
        ? Effect.succeed({
            ...listed,
            fields: Object.fromEntries(Object.entries(listed.fields).filter(([name]) => split(text).includes(name)))
          })
        : fail(`The document has no field "${stranger}". It has: ${Object.keys(listed.fields).join(", ")}.`)
    }
  })

type Given = Command.Command.Config.Infer<typeof flags>

/** All decisions, from flags, document and answers. */
export const decide = Effect.fnUntraced(function* (id: string, given: Given) {
  yield* checked(Choices.problemOfId(id))
  const known = yield* document(given.openapi)
  const name = yield* asked(
    given.name,
    "--name",
    Prompt.String({ message: "Name as the vendor writes it", default: Choices.names(id).module })
  )
  const category = yield* asked(given.category, "--category", select("What is the system for?", categories))
  const models = yield* asked(
    Option.map(given.models, split),
    "--models",
    Prompt.MultiSelect({
      message: "Models to map",
      min: 1,
      choices: Models.inCategory(category).map((model) => ({ title: model.name, value: model.name }))
    })
  )
  const auth = yield* asked(given.auth, "--auth", select("How is the API signed in to?", Choices.auths))
  const paging = yield* asked(given.paging, "--paging", select("How do its lists page?", Choices.pagings))
  const docs = yield* asked(given.docs, "--docs", Prompt.String({ message: "The vendor's own page (https)" }))
  const fromDocument = Option.fromNullishOr(known === null ? null : OpenApi.baseUrl(known))
  const baseUrl = yield* asked(
    Option.orElse(given.baseUrl, () => fromDocument),
    "--base-url",
    Prompt.String({ message: "Base URL of the API (https)" })
  )
  yield* checked(Choices.problemOfUrl(docs))
  yield* checked(Choices.problemOfUrl(baseUrl))
  if (models.length === 0) return yield* fail("Name at least one model with --models.")
  if (given.resource.length > models.length)
    return yield* fail(`There are ${given.resource.length} paths for ${models.length} models. Name a model for each.`)
  const lists = yield* Effect.forEach(models, (text, index) =>
    Effect.gen(function* () {
      const model = yield* modelNamed(text)
      const path = given.resource[index] ?? Choices.pathOf(model)
      const listed = known === null || given.resource[index] === undefined ? null : OpenApi.listed(known, path)
      if (listed !== null && "unusable" in listed) return yield* fail(listed.unusable)
      return { model, path, listed: listed === null ? null : yield* narrowed(listed, given.fields) }
    })
  )
  return { id, name, category, auth, paging, docs, baseUrl, api: given.api, lists } satisfies Choices.Choices
})

const check = Effect.fnUntraced(function* () {
  const found = Check.problems(Repository.root)
  const count = Check.providers(Repository.root).length
  if (found.length > 0) return yield* fail(found.join("\n"))
  yield* Console.log(`${count} providers are as the template has them.`)
})

const create = Effect.fnUntraced(function* (id: string, given: Given) {
  const choices = yield* decide(id, given)
  yield* checked(Scaffold.obstacle(Repository.root, choices))
  const written = yield* Effect.promise(() => Scaffold.write(Repository.root, choices))
  yield* Effect.promise(() => Repository.format(written))
  yield* Console.log(["Written:", ...written.map((file) => `  ${file}`)].join("\n"))
  if (given.install && !(yield* Effect.promise(Repository.install)))
    yield* Console.error("The package could not be linked into the workspace. Run: pnpm install")
  const steps = Scaffold.nextSteps(choices).map((step, index) => `  ${index + 1}. ${step}`)
  yield* Console.log(["Next, in providers/" + id + ":", ...steps].join("\n"))
})

/** `pnpm create-provider`. */
export const createProvider = Command.make(
  "create-provider",
  { id: Argument.String("id").pipe(Argument.optional), ...flags },
  ({ id, ...given }) =>
    given.check
      ? check()
      : Option.match(id, {
          onSome: (id) => create(id, given),
          onNone: () => fail("Name the provider, as in: pnpm create-provider bamboohr")
        })
).pipe(Command.withDescription("Write the package of a new provider, or compare those there are with the template"))
