/**
 * How one endpoint shows what several know: its own names, its own way to write yes and no, dates and nothing.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import * as Wire from "./Wire.ts"

type Form = "yn" | "us" | "text"

interface Column {
  readonly name: string
  readonly source: string
  readonly form: Form | undefined
}

const isForm = (form: string | undefined): form is Form => form === "yn" || form === "us" || form === "text"

const column = (text: string): Column => {
  const [naming = "", form] = text.split(":")
  const [name = "", source = name] = naming.split("=")
  return { name, source, form: isForm(form) ? form : undefined }
}

const written = (value: Json | undefined, form: Form | undefined): Json | undefined => {
  switch (form) {
    case "yn":
      return typeof value === "boolean" ? (value ? "Y" : "N") : value
    case "us":
      return Wire.us(value)
    case "text":
      return typeof value === "number" || typeof value === "boolean" ? String(value) : value
    default:
      return value
  }
}

/**
 * Makes a projection from its columns: `name`, or `name=source` where the record calls it otherwise, with `:yn` for Y
 * and N, `:us` for dates with the month first, `:text` for numbers as text. What a record does not have is `none`.
 */
export const make = (columns: string, none: null | "" = null): ((record: JsonObject) => JsonObject) => {
  const all = columns.trim().split(/\s+/).map(column)
  // A copy of an object that has all its fields is several times cheaper to fill and to write out than one that grows.
  const blank: Record<string, Json> = JSON.parse(
    JSON.stringify(Object.fromEntries(all.map(({ name }) => [name, none])))
  )
  return (record) => {
    const shown = { ...blank }
    for (const { form, name, source } of all) {
      const value = record[source]
      if (value !== undefined && value !== null)
        shown[name] = form === undefined ? value : (written(value, form) ?? none)
    }
    return shown
  }
}
