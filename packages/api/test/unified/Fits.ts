/** Whether a served record is what the vendor's contract says. */
import type { Place } from "../conformance/Place.ts"
import { contracts, parts } from "./Contract.ts"

/** A field of a contract. */
interface Field {
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
  readonly isList: boolean
}

const fieldsOf = (text: string): ReadonlyArray<Field> =>
  text
    .trim()
    .split(/\s+/)
    .map((token) => {
      const at = token.indexOf(":")
      const [name, type] = [token.slice(0, at), token.slice(at + 1)]
      return {
        name: name.replace("!", ""),
        type: type.replace("[]", ""),
        isRequired: name.endsWith("!"),
        isList: type.endsWith("[]")
      }
    })

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isTime = (value: unknown) =>
  typeof value === "string" &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().slice(0, 10) === value.slice(0, 10)

const isText = (value: unknown) => typeof value === "string"

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: isText,
  number: (value) => typeof value === "number" && Number.isFinite(value),
  boolean: (value) => typeof value === "boolean",
  time: isTime,
  map: isObject,
  any: (value) => value !== undefined
}

const ofValue = (value: unknown, type: string, place: string): ReadonlyArray<string> => {
  if (value === null) return [`${place} is null`]
  const part = parts[type]
  if (part !== undefined) return ofObject(value, part, place)
  // Lists of words are open: the vendor's own may stand for any.
  return (types[type] ?? isText)(value) ? [] : [`${place} is ${JSON.stringify(value)}`]
}

const ofObject = (value: unknown, contract: string, place: string): ReadonlyArray<string> => {
  if (!isObject(value)) return [`${place} is ${JSON.stringify(value)}`]
  const fields = fieldsOf(contract)
  const known = fields.flatMap(({ isList, isRequired, name, type }) => {
    const inner = value[name]
    const at = `${place}.${name}`
    if (!(name in value)) return isRequired ? [`${at} is missing`] : []
    if (!isList) return ofValue(inner, type, at)
    return Array.isArray(inner)
      ? inner.flatMap((one: unknown, index) => ofValue(one, type, `${at}[${index}]`))
      : [`${at} is no list`]
  })
  const strange = Object.keys(value).filter((name) => fields.every((field) => field.name !== name))
  return [...known, ...strange.map((name) => `${place}.${name} is not in the contract`)]
}

/** All that is wrong with a record of a list, by the list's category and path. */
export const misfits = (list: string, record: unknown): ReadonlyArray<string> =>
  ofObject(record, contracts[list] ?? "nothing!:text", list)

const below = (contract: string, path: string): ReadonlyArray<Place> =>
  fieldsOf(contract).flatMap(({ isList, name, type }) => {
    const at = `${path}${name}${isList ? "[]" : ""}`
    const part = parts[type]
    if (part !== undefined) return below(part, `${at}.`)
    return [{ path: at, words: type in types ? null : type.split("|"), isOpen: true }]
  })

/** Every place of a list's records, structures followed to their fields. */
export const places = (list: string): ReadonlyArray<Place> => below(contracts[list] ?? "", "")
