/** The declaration is whole: names, addresses, paths, reasons. */
import * as Registry from "@crosswalk/core/Registry"
import { Effect, Result } from "effect"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import type { Subject } from "../Subject.ts"

const isAddress = (text: string): boolean => URL.canParse(text.replaceAll(/\{\w+\}/g, "x")) && text.startsWith("https:")

const ofProvider = ({ provider }: Subject): ReadonlyArray<string> => [
  ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(provider.id) ? [] : ["the id is to be in kebab-case"]),
  ...(provider.name.trim() === "" ? ["the name is empty"] : []),
  ...(isAddress(provider.docs) ? [] : ["`docs` is to be the https address of the vendor's documentation"]),
  ...(provider.api.version.trim() === "" ? ["the version of the vendor's API is empty"] : []),
  ...(provider.api.sunset === null || /^\d{4}-\d{2}-\d{2}$/.test(provider.api.sunset)
    ? []
    : ["`api.sunset` is to be a date as YYYY-MM-DD, or null"]),
  ...(provider.categories.length === 0 ? ["it has no category"] : []),
  ...(provider.mappers.length === 0 ? ["it maps nothing; give it a mapper"] : []),
  ...(provider.auth.length === 0 ? ["it has no way to authenticate"] : []),
  ...(Object.keys(provider.baseUrls).length === 0 ? ["it has no base URL"] : []),
  ...Object.entries(provider.baseUrls).flatMap(([name, url]) =>
    isAddress(url) ? [] : [`the base URL "${name}" is to be an https address`]
  ),
  ...Result.match(Effect.runSync(Effect.result(Registry.make([provider]))), {
    onSuccess: () => [],
    onFailure: ({ message }) => [message]
  })
]

const has = (path: string, placeholder: string): boolean => path.includes(`{${placeholder}}`)

const ofResources = ({ resources }: Subject): ReadonlyArray<Finding.Finding> =>
  resources.flatMap(({ absence, deletions, name, parent, path }) => [
    ...(path.startsWith("/") ? [] : [Finding.make(name, "its path is to begin with /")]),
    ...(has(path, "parent") === (parent !== null)
      ? []
      : [Finding.make(name, "a path has {parent} when the resource has a parent, and only then")]),
    ...(typeof absence === "string" || has(absence.confirm, "id")
      ? []
      : [Finding.make(name, "the path by which an absence is confirmed has no {id}: it would ask for the list")]),
    ...(deletions === null || deletions.id !== "" ? [] : [Finding.make(name, "its list of deletions names no id")])
  ])

const ofRules = ({ provider }: Subject): ReadonlyArray<Finding.Finding> =>
  provider.mappers.flatMap(({ name, rules }) =>
    Object.entries(rules).flatMap(([field, rule]) => {
      if (typeof rule === "function") return []
      const said = rule.rule === "absent" ? rule.why : rule.how
      return said.trim().length >= 3 && !said.trim().endsWith(".")
        ? []
        : [Finding.make(`${name} ${field}`, `say in a clause without a full stop why or how it is ${rule.rule}`)]
    })
  )

/** Names, addresses, paths and reasons. */
export const declaration = Check.make("declaration", "is declared completely", (subject) => [
  ...ofProvider(subject).map((problem) => Finding.make(subject.provider.id, problem)),
  ...ofResources(subject),
  ...ofRules(subject)
])
