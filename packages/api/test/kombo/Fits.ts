/** Whether a served record is what the vendor's contract says. */
import type { Place } from "../conformance/Place.ts"
import { contracts } from "./Contract.ts"

/** A field of a contract, with the fields below it. */
interface Node {
  readonly type: string
  readonly isNullable: boolean
  readonly fields: Map<string, Node>
}

const leaf = (type: string, isNullable: boolean): Node => ({ type, isNullable, fields: new Map() })

const parse = (text: string): Node => {
  const root = leaf("object", false)
  for (const token of text.trim().split(/\s+/)) {
    const [place = "", type = ""] = token.split(":")
    const names = place.replace("?", "").replaceAll("[]", ".[]").split(".")
    const parent = names.slice(0, -1).reduce((node, name) => {
      const next = node.fields.get(name) ?? leaf("object", false)
      node.fields.set(name, next)
      return next
    }, root)
    const name = names.at(-1) ?? ""
    const known = parent.fields.get(name)
    parent.fields.set(name, { ...leaf(type, place.includes("?")), fields: known?.fields ?? new Map() })
  }
  return root
}

const address = parse("city?:text country?:text raw?:text state?:text street_1?:text street_2?:text zip_code?:text")
const question = "question:object question.remote_id?:text question.title:text"
const options = "options:list options[]:object options[].id:text options[].remote_id?:text options[].name:text"

const union = (kinds: Readonly<Record<string, string>>) =>
  new Map(Object.entries(kinds).map(([type, text]) => [type, parse(text)] as const))

const answers = union({
  TEXT: `answer:object answer.content?:text ${question} question.type:TEXT`,
  SINGLE_SELECT: `answer:object answer.choice?:text ${question} question.type:SINGLE_SELECT`,
  MULTI_SELECT: `answer:object answer.choices:list answer.choices[]:text ${question} question.type:MULTI_SELECT`,
  BOOLEAN: `answer:object answer.checked?:boolean ${question} question.type:BOOLEAN`,
  NUMBER: `answer:object answer.number?:number ${question} question.type:NUMBER`,
  DATE: `answer:object answer.date?:time ${question} question.type:DATE`,
  UNKNOWN: `answer:object answer.raw?:any ${question} question.type:UNKNOWN`
})

const formats = union({
  TEXT: "display_type?:SINGLE_LINE|MULTI_LINE|EMAIL|URL max_length?:integer type:TEXT",
  NUMBER: "display_type?:SLIDER|FIELD max?:number min?:number type:NUMBER",
  FILE: "accepted_mime_types?:list accepted_mime_types[]:text max_file_size_bytes?:integer type:FILE",
  SINGLE_SELECT: `display_type?:DROPDOWN|RADIO ${options} type:SINGLE_SELECT`,
  BOOLEAN: "type:BOOLEAN",
  DATE: "type:DATE",
  MULTI_SELECT: `${options} type:MULTI_SELECT`,
  INFORMATION: "type:INFORMATION",
  UNKNOWN: "raw_question?:any type:UNKNOWN"
})

// In the vendor's public document, but not in its client.
const more = ["remote_data", "integration_fields"]

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const at = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined)

const isTime = (value: unknown): boolean =>
  typeof value === "string" &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value) &&
  new Date(value).toISOString() === value

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string",
  number: (value) => typeof value === "number" && Number.isFinite(value),
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
  time: isTime,
  map: isObject,
  any: (value) => value !== undefined,
  object: isObject,
  list: Array.isArray
}

const faults = (value: unknown, node: Node, place: string): ReadonlyArray<string> => {
  if (value === null) return node.isNullable ? [] : [`${place} is null`]
  if (node.type === "address") return faults(value, { ...address, isNullable: true }, place)
  if (node.type === "answers") {
    if (!Array.isArray(value)) return [`${place} is no list`]
    return value.flatMap((one: unknown, index) => {
      const kind = answers.get(String(at(at(one, "question"), "type")))
      return kind === undefined ? [`${place}[${index}] is of no kind`] : faults(one, kind, `${place}[${index}]`)
    })
  }
  if (node.type === "format") {
    const kind = formats.get(String(at(value, "type")))
    return kind === undefined ? [`${place} is of no kind`] : faults(value, kind, place)
  }
  if (node.type.startsWith("~")) return faults(value, { ...node, type: "text" }, place)
  const check = types[node.type] ?? ((word: unknown) => node.type.split("|").includes(String(word)))
  if (!check(value)) return [`${place} is ${JSON.stringify(value)}, not ${node.type}`]
  if (Array.isArray(value)) {
    const item = node.fields.get("[]")
    return item === undefined ? [] : value.flatMap((one, index) => faults(one, item, `${place}[${index}]`))
  }
  if (!isObject(value) || node.fields.size === 0) return []
  const missing = [...node.fields].flatMap(([name, field]) =>
    name in value ? faults(value[name], field, `${place}.${name}`) : [`${place}.${name} is missing`]
  )
  const strange = Object.keys(value).filter((name) => !node.fields.has(name) && !more.includes(name))
  return [...missing, ...strange.map((name) => `${place}.${name} is not in the contract`)]
}

/** All that is wrong with a record of a list, by the list's path; nothing when it is as it has to be. */
export const misfits = (path: string, record: unknown): ReadonlyArray<string> =>
  faults(record, parse(contracts[path] ?? "nothing:never"), path)

const kinds: ReadonlyMap<string, ReadonlyArray<Node>> = new Map([
  ["address", [address]],
  ["answers", [...answers.values()]],
  ["format", [...formats.values()]]
])

const wordsOf = ({ type }: Node) =>
  type in types ? null : { words: type.replace("~", "").split("|"), isOpen: type.startsWith("~") }

const below = (node: Node, path: string): ReadonlyArray<Place> => {
  const inner = kinds.get(node.type)?.flatMap((kind) => [...kind.fields]) ?? [...node.fields]
  if (inner.length === 0) return [{ path, words: null, isOpen: false, ...wordsOf(node) }]
  const start = node.type === "answers" ? `${path}[]` : path
  return inner.flatMap(([name, field]) =>
    below(field, name === "[]" ? `${start}[]` : `${start}${start === "" ? "" : "."}${name}`)
  )
}

/** Every place of a list's records, structures followed to their fields; once, where several kinds share it. */
export const places = (list: string): ReadonlyArray<Place> =>
  [...Map.groupBy(below(parse(contracts[list] ?? ""), ""), ({ path }) => path).values()].flatMap((all) => {
    const words = all.flatMap((one) => one.words ?? [])
    return all.slice(0, 1).map((one) => ({ ...one, words: words.length === 0 ? null : words }))
  })
