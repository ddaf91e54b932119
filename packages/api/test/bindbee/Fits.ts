/** Holds served records against the vendor's contract. */
import type { Place } from "../conformance/Place.ts"
import { contracts } from "./Contract.ts"

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const isText = (value: unknown) => typeof value === "string"
const isNumber = (value: unknown) => typeof value === "number" && Number.isFinite(value)
const isId = (value: unknown) => typeof value === "string" && uuid.test(value)
const isTime = (value: unknown) =>
  typeof value === "string" &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().slice(0, 10) === value.slice(0, 10)

type Check = (value: unknown) => boolean

const maybe =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
/** An object with exactly these keys. */
const struct =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) &&
    Object.keys(value).toSorted().join() === Object.keys(fields).toSorted().join() &&
    Object.entries(fields).every(([name, check]) => check(value[name]))

const text = maybe(isText)
const number = maybe(isNumber)

const parts = {
  url: { value: isText, url_type: text },
  address: {
    name: text,
    location: text,
    street_1: text,
    street_2: text,
    city: text,
    state: text,
    postal_code: text,
    country: text
  },
  earning: { amount: number, name: text, currency: text, payroll_code: text },
  deduction: {
    name: text,
    employee_deduction: number,
    company_deduction: number,
    currency: text,
    payroll_code: text
  },
  tax: { name: text, amount: number, currency: text, payroll_code: text }
}

const types: Readonly<Record<string, Check>> = {
  text: isText,
  texts: listOf(isText),
  boolean: (value) => typeof value === "boolean",
  number: isNumber,
  integer: Number.isInteger,
  time: isTime,
  ref: isId,
  refs: listOf(isId),
  objects: listOf(isObject),
  urls: listOf(struct(parts.url)),
  address: struct(parts.address),
  earnings: listOf(struct(parts.earning)),
  deductions: listOf(struct(parts.deduction)),
  taxes: listOf(struct(parts.tax))
}

/** What stands inside structures: the way to its fields, and the words of one of them. */
const inside: Readonly<
  Record<string, readonly [way: string, fields: object, words: Readonly<Record<string, string>>]>
> = {
  urls: ["[].", parts.url, { url_type: "PERSONAL|COMPANY|PORTFOLIO|BLOG|SOCIAL_MEDIA|OTHER|JOB_POSTING|-" }],
  address: [".", parts.address, {}],
  // A line's name is mostly a text of the vendor's.
  earnings: ["[].", parts.earning, { name: "SALARY|REIMBURSEMENT|OVERTIME|BONUS|HOURLY" }],
  deductions: ["[].", parts.deduction, {}],
  taxes: ["[].", parts.tax, {}]
}

const base: Readonly<Record<string, Check>> = {
  id: isId,
  remote_id: text,
  modified_at: isTime,
  raw_data: maybe(isObject),
  custom_fields: maybe(isObject)
}

interface Field {
  readonly name: string
  readonly type: string
}

const fieldsOf = (list: string): ReadonlyArray<Field> =>
  (contracts[list] ?? "nothing:never")
    .trim()
    .split(/\s+/)
    .map((field) => ({ name: field.slice(0, field.indexOf(":")), type: field.slice(field.indexOf(":") + 1) }))

/** All that is wrong with a record of a list, by the list's category and path. */
export const misfits = (list: string, record: Readonly<Record<string, unknown>>): ReadonlyArray<string> => {
  const fields = fieldsOf(list)
  const known = new Map<string, Check>([
    ...Object.entries(base),
    // Lists of words are open: the vendor's own may stand for any.
    ...fields.map(({ name, type }) => [name, maybe(types[type] ?? isText)] as const)
  ])
  const missing = [...known.keys()].filter((name) => !(name in record)).map((name) => `${list}.${name} is missing`)
  const wrong = Object.entries(record).flatMap(([name, value]) => {
    const check = known.get(name)
    if (check === undefined) return [`${list}.${name} is not in the contract`]
    return check(value) ? [] : [`${list}.${name} is ${JSON.stringify(value)}`]
  })
  return [...missing, ...wrong]
}

/** Every place of a list's records, structures followed to their fields. */
export const places = (list: string): ReadonlyArray<Place> => [
  ...Object.keys(base).map((path) => ({ path, words: null, isOpen: true })),
  ...fieldsOf(list).flatMap(({ name, type }) => {
    const [way, fields, words] = inside[type] ?? []
    if (way === undefined)
      return [{ path: name, words: types[type] === undefined ? type.split("|") : null, isOpen: true }]
    return Object.keys(fields ?? {}).map((field) => ({
      path: `${name}${way}${field}`,
      words: words?.[field]?.split("|") ?? null,
      isOpen: true
    }))
  })
]
