/** An employment by hand, as the two lists of employments tell of it: the first that says something is believed. */
import type * as EmployeeModel from "@crosswalk/core/hris/Employee"
import type * as Model from "@crosswalk/core/Model"
import type { Employment } from "@crosswalk/ukg-pro/wire/Employment"
import { code, day, flag, text, type Maybe } from "./HabitsByHand.ts"

type Unified = Model.Mapped<typeof EmployeeModel.Employee>

/** What is told of an employment. */
export interface Position {
  readonly company: string | null
  isHome: boolean | null
  number: string | null
  job: string | null
  ownTitle: string | null
  jobTitle: string | null
  status: string | null
  type: Unified["employment_type"]
  weekly: number | null
  hired: string | null
  terminated: string | null
  reason: string | null
  reasonCode: string | null
  payGroup: string | null
  payGroupName: string | null
  phone: string | null
  language: string | null
  manager: string | null
  location: string | null
  /** Each unit as its level and code. */
  readonly units: Array<string>
}

const positionAt = (company: string | null): Position => ({
  company,
  isHome: null,
  number: null,
  job: null,
  ownTitle: null,
  jobTitle: null,
  status: null,
  type: null,
  weekly: null,
  hired: null,
  terminated: null,
  reason: null,
  reasonCode: null,
  payGroup: null,
  payGroupName: null,
  phone: null,
  language: null,
  manager: null,
  location: null,
  units: []
})

const add = (units: Array<string>, level: number, value: Maybe<string | number>) => {
  const found = code(value)
  if (found === null) return
  const unit = `${level}:${found}`
  if (!units.includes(unit)) units.push(unit)
}

/** By the type's code where that says something to us, else by the time worked. */
const employmentType = (row: Employment): Unified["employment_type"] => {
  const remote = code(row.employeeTypeCode)
  if (remote === "CON") return { value: "CONTRACTOR", remote }
  if (remote === "INT") return { value: "INTERN", remote }
  const hours = text(row.fullTimeOrPartTimeCode)
  if (hours !== null) return { value: hours === "F" ? "FULL_TIME" : hours === "P" ? "PART_TIME" : null, remote: hours }
  return remote === null ? null : { value: null, remote }
}

const tell = (position: Position, row: Employment) => {
  const home = code(row.homeCompany)
  position.isHome ??= flag(row.isHomeCompany) ?? (home === null ? null : home === position.company)
  position.number ??= code(row.employeeNumber)
  position.job ??= code(row.primaryJobCode) ?? code(row.jobCode)
  position.ownTitle ??= text(row.jobTitle)
  position.jobTitle ??= text(row.jobDescription)
  position.status ??= text(row.employeeStatusCode)
  position.type ??= employmentType(row)
  position.weekly ??= Number(row.weeklyHours ?? 0) || null
  position.hired ??= day(row.lastHireDate)
  position.terminated ??= day(row.terminationDate) ?? day(row.dateOfTermination)
  position.reason ??= text(row.terminationDescription) ?? text(row.terminationReasonDescription)
  position.reasonCode ??= code(row.terminationReasonCode) ?? code(row.termReason)
  position.payGroup ??= code(row.payGroupCode) ?? code(row.payGroup)
  position.payGroupName ??= text(row.payGroupDescription)
  position.phone ??= row.workPhoneNumber ? text(String(row.workPhoneNumber)) : null
  position.language ??= text(row.languageCode)
  position.manager ??= code(row.supervisorID) ?? code(row.supervisorId)
  if (position.location === null) {
    const place = code(row.primaryWorkLocationCode)
    position.location = place === "0" ? null : place
  }
  add(position.units, 1, row.orgLevel1Code)
  add(position.units, 2, row.orgLevel2Code)
  add(position.units, 3, row.orgLevel3Code)
  add(position.units, 4, row.orgLevel4Code)
}

const order = ({ hired, terminated }: Position): string => `${terminated === null ? 1 : 0}${hired ?? ""}`

/** The employment that tells what a person is at present: at home, else in the company named, else the newest. */
export const main = (rows: ReadonlyArray<Employment>, company: string | null): Position => {
  const positions: Array<Position> = []
  for (const row of rows) {
    const at = code(row.companyID)
    let position = positions.find((one) => one.company === at)
    if (position === undefined) positions.push((position = positionAt(at)))
    tell(position, row)
  }
  let best: Position | undefined
  for (const position of positions) if (position.isHome === true) return position
  for (const position of positions) if (company !== null && position.company === company) return position
  for (const position of positions) if (best === undefined || order(position) > order(best)) best = position
  return best ?? positionAt(null)
}
