/**
 * What the scheduling module keeps: people under numbers of its own, their teams, and their requests for time off.
 *
 * No documentation gives its words or the unit of its hours: here a request is PENDING, APPROVED, REJECTED or CANCELLED,
 * and hours are minutes since midnight. The first ten people are cast, so that ten have something of everything.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account } from "../Account.ts"
import { company, companyOf, day } from "../Account.ts"
import * as Facts from "../Facts.ts"
import * as Wire from "../Wire.ts"
import * as Around from "./Around.ts"
import * as Employment from "./Employment.ts"

/** The module's own number of a person, by the person's row. */
export const empId = (person: number): number => 9000 + person

/** The row of the person with that number; the inverse of `empId`. */
export const personOf = (empId: number): number => empId - 9000

const teamOf = (account: Account, person: number): number =>
  person < account.people ? (Employment.supervisor(account, person) ?? 0) : 0

/** How many teams there are: one below each supervisor. */
export const teams = (account: Account): number => Math.max(1, Math.ceil(account.people / 6))

export const team = (at: number): JsonObject => ({
  id: 300 + at,
  wbtName: `Team ${at}`,
  wbtDesc: at % 4 === 3 ? null : `Everybody of team ${at}`
})

export const name = (record: JsonObject): string => `${Wire.text(record.lastName)}, ${Wire.text(record.firstName)}`

/** A person as the module knows it. */
export const employee = (account: Account, person: number, record: JsonObject, coId: string): JsonObject => ({
  empId: empId(person),
  empName: name(record),
  teamName: `Team ${teamOf(account, person)}`,
  eeId: record.employeeId ?? null,
  coId
})

/** The company that a generated person calls home. */
export const homeOf = (account: Account, person: number): string => company(account, companyOf(account, person)).id

/** Slots per person. */
export const requestSlots = 2

/** Requests come in one answer however many there are, so only so many people ask for any. */
const askers = 100_000

export const requestRows = (account: Account): number => Math.min(account.people, askers) * requestSlots

export const hasRequest = (row: number): boolean => {
  const person = Math.floor(row / requestSlots)
  return row % requestSlots === 0 ? person < 12 || person % 3 === 0 : person % 9 === 0
}

const firstId = 70_000

export const requestId = (row: number): number => firstId + row

export const requestRow = (id: string): number | undefined => (/^\d{1,9}$/.test(id) ? Number(id) - firstId : undefined)

type Status = "PENDING" | "APPROVED" | "REJECTED" | "CANCELLED"

/** Several whole days, one, hours of one, or whole days after the hours of the first. */
type Form = "days" | "day" | "part" | "mixed"

const cast: ReadonlyArray<readonly [Status, Form]> = [
  ["APPROVED", "days"],
  ["PENDING", "day"],
  ["REJECTED", "days"],
  ["APPROVED", "part"],
  ["APPROVED", "days"],
  ["CANCELLED", "day"],
  ["APPROVED", "mixed"],
  ["PENDING", "days"],
  ["CANCELLED", "part"],
  ["APPROVED", "days"]
]

const draw = { status: 1, form: 2, starts: 3, length: 4, type: 5, submitted: 6, concluded: 7 } as const

const statusOf = (account: Account, row: number): Status => {
  const person = Math.floor(row / requestSlots)
  const drawn = Seeded.weighted(account.source.request, row, draw.status, [
    ["APPROVED", 60],
    ["PENDING", 20],
    ["REJECTED", 10],
    ["CANCELLED", 10]
  ])
  const status = row % requestSlots === 0 ? (cast[person]?.[0] ?? drawn) : drawn
  return status === "PENDING" && Facts.hasLeft(account, person) ? "CANCELLED" : status
}

const formOf = (account: Account, row: number): Form => {
  const drawn = Seeded.weighted(account.source.request, row, draw.form, [
    ["days", 45],
    ["day", 25],
    ["part", 20],
    ["mixed", 10]
  ])
  return row % requestSlots === 0 ? (cast[row / requestSlots]?.[1] ?? drawn) : drawn
}

/** Days are counted since 1970, and the first was a Thursday. */
const isWorkday = (date: number): boolean => ![2, 3].includes(date % 7)

/** Working days from a date on, none after the last. */
const workdays = (from: number, count: number, last: number): ReadonlyArray<number> => {
  const found = Array.from({ length: 2 * count + 2 }, (_, at) => from + at).filter(isWorkday)
  const within = found.slice(0, count).filter((date) => date <= last)
  return within.length === 0 ? [Math.min(from, last)] : within
}

/** What the days of a request are; nobody is away before the hire or after the end. */
const datesOf = (account: Account, row: number, status: Status, form: Form): ReadonlyArray<number> => {
  const source = account.source.request
  const person = Math.floor(row / requestSlots)
  const today = Math.floor(account.epoch / day)
  const left = Facts.leftAt(account, person)
  const last = left === undefined ? today + 90 : Math.floor(left / day) - 1
  const first = status === "PENDING" ? today + 1 : Math.floor(Facts.lastHiredAt(account, person) / day) + 1
  const latest = Math.max(first, left === undefined ? today + 60 : last - 6)
  const start = Seeded.between(source, row, draw.starts, first, latest)
  const count = form === "day" || form === "part" ? 1 : Seeded.between(source, row, draw.length, 2, 6)
  return workdays(start, count, last)
}

const types = [
  [1, "VAC", "Vacation"],
  [2, "SICK", "Sick leave"],
  [3, "UNPD", "Unpaid leave"],
  [4, "JURY", "Jury duty"],
  [5, "PAR", "Parental leave"]
] as const

const reasons = [
  [1, "FAM", "Family"],
  [2, "PERS", "Personal"]
] as const

const named = ([id, name, locName]: readonly [number, string, string]): JsonObject => ({
  id,
  locName,
  locDesc: locName,
  name
})

/** Nobody asks for sick leave without a plan of it; every seventh person names no kind at all. */
const typeOf = (account: Account, row: number): Json => {
  const person = Math.floor(row / requestSlots)
  if (person % 7 === 3) return null
  const at = Seeded.weighted(account.source.request, row, draw.type, [
    [0, 55],
    [1, 25],
    [2, 10],
    [3, 5],
    [4, 5]
  ])
  const hasPlan = at !== 1 || Around.hasPlan(person * Around.plans.length + Around.plans.indexOf("SICK"))
  return named(types[hasPlan ? at : 0] ?? types[0])
}

export const request = (account: Account, row: number): JsonObject => {
  const source = account.source.request
  const person = Math.floor(row / requestSlots)
  const status = statusOf(account, row)
  const form = formOf(account, row)
  const dates = datesOf(account, row, status, form)
  const known = Math.min((dates[0] ?? 0) * day, account.epoch)
  const lead = (1 + 40 * Seeded.unit(source, row, draw.submitted)) * day
  const submitted = Math.floor(Math.max(Facts.lastHiredAt(account, person), known - lead))
  const concluded = submitted + Math.floor((known - submitted) * Seeded.unit(source, row, draw.concluded))
  const type = typeOf(account, row)
  const reason = row % 6 === 4 ? null : named(reasons[row % 4 === 0 ? 0 : 1])
  return {
    id: requestId(row),
    type: form === "part" ? "HOURS" : "DAYS",
    comment: person % 2 === 0 ? "Family visit" : null,
    days: dates.map((date, at) => {
      const isPart = form === "part" || (form === "mixed" && at === 0)
      // A day of a request may be refused while the others are granted.
      const isRefused = status === "APPROVED" && person % 17 === 4 && dates.length > 1 && at === dates.length - 1
      return {
        id: 1_000_000 + 10 * row + at,
        requestId: requestId(row),
        date: Wire.day(date * day + day / 2),
        from: isPart ? 780 : 0,
        to: isPart ? 1020 : 1440,
        fullDay: !isPart,
        status: isRefused ? "REJECTED" : status,
        type,
        reason,
        empComment: row % 10 === 2 ? "Can be reached by phone" : null,
        conclusionDate: status === "PENDING" ? null : Wire.clock(concluded),
        conclusionComment: status === "REJECTED" || isRefused ? "Too few people on that day" : null,
        payInAdv: row % 22 === 8,
        submittedDate: Wire.clock(submitted),
        empId: empId(person)
      }
    })
  }
}
