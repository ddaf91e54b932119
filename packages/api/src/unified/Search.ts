/** By which fields records are sorted and searched. */
import * as Filter from "@crosswalk/core/Filter"
import type { ModelName } from "@crosswalk/core/ModelName"
import * as Models from "@crosswalk/core/Models"

const titles = ["name", "title", "subject", "file_name"]
const parts = ["first_name", "last_name"]

/** The field that is the name of a model's records; null when they have none. */
export const nameOf = (model: ModelName): string | null => {
  const { fields } = Models.byName(model).mapped
  return titles.find((name) => name in fields) ?? null
}

/** Records of whose name or e-mail addresses every word of a text is part; null when the model has neither. */
export const matching = (model: ModelName, text: string): Filter.Filter | null => {
  const { fields } = Models.byName(model).mapped
  const name = nameOf(model)
  const paths: ReadonlyArray<Filter.Path> = [
    ...(name === null ? [] : [[name]]),
    ...parts.filter((part) => part in fields).map((part) => [part]),
    ...("emails" in fields ? [["emails", "value"]] : [])
  ]
  const words = text.split(/\s+/).filter((word) => word !== "")
  return paths.length === 0
    ? null
    : Filter.all(words.map((word) => Filter.any(paths.map((path) => Filter.words(path, word)))))
}
