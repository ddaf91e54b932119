/** An employment as the two lists of employments tell of it. */
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import type { Employment } from "../wire/Employment.ts"
import { code, companyOf, day, flag, place, text } from "../wire/Habits.ts"
import type { Job } from "../wire/Organisation.ts"

/** What the lists say of one employment. */
export type Position = ReadonlyArray<Employment>

/** Reads one fact of an employment from whichever list tells it: the first that says something. */
const fact =
  <A>(read: (row: Employment) => A | null) =>
  (position: Position): A | null => {
    // By their places: an iterator for each of twenty facts takes longer than the facts.
    for (let at = 0; at < position.length; at++) {
      const row = position[at]
      const found = row === undefined ? null : read(row)
      if (found !== null) return found
    }
    return null
  }

/** Whether the employment is in the person's home company. */
export const isHome = fact((row) => {
  const said = flag(row.isHomeCompany)
  const home = code(row.homeCompany)
  return said !== null || home === null ? said : home === companyOf(row)
})

const statuses = vocabulary({
  A: "ACTIVE",
  L: "LEAVE",
  // Suspended or on strike, but not gone.
  S: "ACTIVE",
  O: "ACTIVE",
  T: "INACTIVE",
  R: "INACTIVE",
  D: "INACTIVE"
})

const hours = vocabulary({ F: "FULL_TIME", P: "PART_TIME" })
const kinds = vocabulary({ CON: "CONTRACTOR", INT: "INTERN" })

/** How {@link type} finds the kind of employment. */
export const howType = "contractor or intern by the type's code, else full or part time"

/** The kind of employment; a type of which we have no word says less than full or part time does. */
export const type = fact((row) => {
  const kind = kinds(code(row.employeeTypeCode))
  return kind !== null && kind.value !== null ? kind : (hours(text(row.fullTimeOrPartTimeCode)) ?? kind)
})

/** Whether the employment goes on. */
export const status = fact((row) => statuses(text(row.employeeStatusCode)))

/** The legal entity. */
export const company = fact(companyOf)

/** The person's number in the company. */
export const number = fact((row) => code(row.employeeNumber))

/** The code of the job in the account's catalogue. */
export const job = fact((row) => code(row.primaryJobCode) ?? code(row.jobCode))

/** Since when the job is held. */
export const since = fact((row) => day(row.dateInJob))

/** First day after the last hiring. */
export const hired = fact((row) => day(row.lastHireDate))

/** First day ever. */
export const firstHired = fact((row) => day(row.originalHireDate))

/** Last day. */
export const terminated = fact((row) => day(row.terminationDate) ?? day(row.dateOfTermination))

const reasonInWords = fact((row) => text(row.terminationDescription) ?? text(row.terminationReasonDescription))
const reasonAsCode = fact((row) => code(row.terminationReasonCode) ?? code(row.termReason))

/** Why it ended: in words, else as a code of the account's; null when no reason was given. */
export const terminationReason = (position: Position): string | null =>
  reasonInWords(position) ?? reasonAsCode(position)

/** The work telephone. */
export const phone = fact((row) => text(Wire.id(row.workPhoneNumber)))

/** The language. */
export const language = fact((row) => text(row.languageCode))

/** The superior. */
export const manager = fact((row) => code(row.supervisorID) ?? code(row.supervisorId))

/** Hours a week; UKG writes 0 where nobody entered any. */
export const weeklyHours = fact((row) => Wire.number(row.weeklyHours) || null)

/** Share of a full position. */
export const fullTimeEquivalent = fact((row) => Wire.number(row.scheduledFTE))

/** The place of work, as a list of references; null when none is named. */
export const locations = fact((row) => {
  const found = place(row.primaryWorkLocationCode)
  return found === null ? null : [found]
})

/** A pay group by its code and name; null when neither is known. */
export const payGroupOf = (remote_id: string | null, name: string | null) =>
  remote_id === null && name === null ? null : { remote_id, name }

const payGroupCode = fact((row) => code(row.payGroupCode) ?? code(row.payGroup))
const payGroupName = fact((row) => text(row.payGroupDescription))

/** The group of people who are paid together. */
export const payGroup = (position: Position) => payGroupOf(payGroupCode(position), payGroupName(position))

const ownTitle = fact((row) => text(row.jobTitle))
const titleOfJob = fact((row) => text(row.jobDescription))

/** The name of the job in the account's catalogue. */
export const jobTitle = (position: Position, catalogue: ReadonlyArray<Job> | null): string | null =>
  titleOfJob(position) ?? text(catalogue?.find((entry) => code(entry.code) === job(position))?.title)

/** The position by name: the person's own title, else that of the job. */
export const title = (position: Position, catalogue: ReadonlyArray<Job> | null): string | null =>
  ownTitle(position) ?? jobTitle(position, catalogue)

/** How {@link title} finds the name. */
export const howTitle = "the person's own title, else that of the job"

/** A person's employments: what the lists say, company by company. */
export const positions = (...lists: readonly [Position | null, Position | null]): ReadonlyArray<Position> => {
  const rows = (lists[0] ?? []).concat(lists[1] ?? [])
  const [first] = rows
  if (first === undefined) return []
  // Nearly everybody works for one company.
  const at = companyOf(first)
  return rows.every((row) => companyOf(row) === at) ? [rows] : [...Map.groupBy(rows, companyOf).values()]
}

/** How {@link main} chooses. */
export const howMain =
  "of the employment in the home company, else in the company that the person's record names, else of the newest one"

const order = (position: Position): string => `${terminated(position) === null ? 1 : 0}${hired(position) ?? ""}`

/** The employment that tells what the person is at present; empty when none is known. */
export const main = (all: ReadonlyArray<Position>, inCompany: string | null): Position => {
  const home = all.find((position) => isHome(position) === true)
  if (home !== undefined) return home
  const named = all.find((position) => inCompany !== null && company(position) === inCompany)
  return named ?? all.reduce<Position>((best, one) => (best.length === 0 || order(one) > order(best) ? one : best), [])
}
