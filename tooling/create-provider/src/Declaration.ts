/** The module that declares a provider. */
import { pascal } from "@crosswalk/gen/Barrel"
import { camel } from "@crosswalk/gen/Composition"
import { type Choices, names, placeholders } from "./Choices.ts"

const text = JSON.stringify

const title = (name: string): string => {
  const words = name.replaceAll("_", " ")
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Credentials for what stands in the base URL, as an option of the method. */
const more = (baseUrl: string): string => {
  const fields = placeholders(baseUrl).map((name) => `Auth.plain(${text(name)}, ${text(title(name))})`)
  return fields.length === 0 ? "" : `{ fields: [${fields.join(", ")}] }`
}

const withMore = (call: string, option: string): string => `Auth.${call}${option === "" ? "" : `, ${option}`})`

const oauth = (baseUrl: string, option: string, names: ReadonlyArray<string>): string => {
  const origin = new URL(baseUrl.replaceAll(/\{(\w+)\}/g, "$1")).origin
  const urls = names.map((name) => `${name}Url: ${text(`${origin}/oauth/${name}`)}`)
  return `{ ${[...urls, ...(option === "" ? [] : [option.slice(2, -2)])].join(", ")} }`
}

const auth = ({ auth, baseUrl }: Choices): string => {
  const option = more(baseUrl)
  switch (auth) {
    case "api-key":
      return withMore(`apiKeyAsUser(Auth.secret("api_key", "API key")`, option)
    case "basic":
      return withMore(`basic(Auth.plain("username", "User name"), Auth.secret("password", "Password")`, option)
    case "bearer":
      return withMore(`bearer(Auth.secret("api_token", "API token")`, option)
    case "header":
      return withMore(`header("X-Api-Key", Auth.secret("api_key", "API key")`, option === "" ? "" : `"", ${option}`)
    case "oauth2-code":
      return `Auth.authorizationCode(${oauth(baseUrl, option, ["authorize", "token"])})`
    case "client-credentials":
      return `Auth.clientCredentials(${oauth(baseUrl, option, ["token"])})`
  }
}

/** The text of `src/<Id>.ts`. */
export const declaration = (choices: Choices): string => {
  const { module, value } = names(choices.id)
  const models = choices.lists.map(({ model }) => model)
  return `/** The declaration of ${choices.name}: how it is reached, and what is made of what it lists. */
import * as Auth from "@crosswalk/core/Auth"
import * as Provider from "@crosswalk/core/Provider"
import { docs } from "./${module}Wire.ts"
${models.map((model) => `import { ${value_(model)} } from "./mapper/${module_(model)}.ts"`).join("\n")}

/** ${choices.name}. */
export const ${value} = Provider.make(${text(choices.id)}, {
  name: ${text(choices.name)},
  categories: [${text(choices.category)}],
  docs,
  api: { version: ${text(choices.api)}, sunset: null },
  auth: [${auth(choices)}],
  baseUrls: { production: ${text(choices.baseUrl)} },
  // On the safe side: what the vendor lets through takes its place once it is known.
  rateLimit: { limit: 1, windowSeconds: 1, burst: 1 },
  mappers: [${models.map(value_).join(", ")}]
})
`
}

/** The name of a model's mapper in code. */
export const value_ = (model: string): string => camel(model.replaceAll("_", "-"))

/** The name of a model's module. */
export const module_ = (model: string): string => pascal(model.replaceAll("_", "-"))
