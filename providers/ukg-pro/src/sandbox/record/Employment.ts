/**
 * What a tenant knows of somebody's work for one company: where it stands, what it pays.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account } from "../Account.ts"
import { company, companyOf, day, employeeId, isHome, personOf } from "../Account.ts"
import * as Facts from "../Facts.ts"
import * as Wire from "../Wire.ts"
import * as Person from "./Person.ts"
import { jobCount, jobs, leavingReasons } from "./Setup.ts"

/** With leading zeros, and unique inside a company only. */
export const employeeNumber = (account: Account, row: number): string => {
  const person = personOf(account, row)
  return String(isHome(account, row) ? 100 + Math.floor(person / 3) : 500_000 + Math.floor(person / 10)).padStart(
    9,
    "0"
  )
}

/** The person above; undefined at the top. */
export const supervisor = (account: Account, row: number): number | undefined => {
  const person = personOf(account, row)
  return person === 0 ? undefined : Math.floor(person / 6)
}

const leaving = (account: Account, row: number): JsonObject => {
  const left = Facts.leftAt(account, row)
  if (left === undefined) return {}
  const [code, description, type] = isHome(account, row)
    ? (leavingReasons[row % 3] ?? leavingReasons[0])
    : leavingReasons[3]
  const reason = Facts.hasReason(account, row)
    ? { termReason: code, terminationReasonDescription: description, termType: type }
    : {}
  return {
    dateOfTermination: Wire.day(left),
    dateLastWorked: row % 4 === 1 ? null : Wire.day(left - day),
    okToRehire: row % 2 === 0,
    ...reason
  }
}

const types = ["REG", "REG", "REG", "TMP", "CON", "REG", "INT", "REG", "XYZ"] as const

const pay = (account: Account, row: number): JsonObject => {
  const annual = Facts.salary(account, row)
  const hours = Facts.isPartTime(row) ? 20 : 40
  return {
    salaryOrHourly: Facts.isHourly(row) ? "H" : "S",
    annualSalary: annual,
    hourlyPayRate: Wire.cents(annual / (52 * hours)),
    weeklyPayRate: Wire.cents(annual / 52),
    payPeriodPayRate: Wire.cents(annual / 26),
    totalAnnSalary: annual,
    currencyCode: company(account, companyOf(account, row)).currency,
    payPeriod: (["B", "W", "S", "M"] as const)[row % 4] ?? "B",
    jobSalaryGrade: row % 3 === 0 ? "0" : "G7",
    scheduledAnnualHrs: 52 * hours,
    scheduledWorkHrs: 2 * hours,
    scheduledFTE: hours / 40,
    weeklyHours: hours,
    salaryEffectiveDate: Wire.day(Facts.lastHiredAt(account, row)),
    dateOfLastSalaryReview: row % 2 === 0 ? Wire.day(Facts.changedAt(account, row)) : null,
    dateOfNextSalaryReview: null,
    datePaidThru: Wire.day(account.epoch - 14 * day),
    dateLastPayDatePaid: Wire.day(account.epoch - 7 * day)
  }
}

const supervision = (account: Account, row: number): JsonObject => {
  const above = supervisor(account, row)
  if (above === undefined) return {}
  const { first, last } = Person.name(account, above)
  const { code, id } = company(account, companyOf(account, above))
  return {
    supervisorID: employeeId(account, above),
    supervisorFirstName: first,
    supervisorLastName: last,
    supervisorEmployeeNumber: employeeNumber(account, above),
    supervisorCOID: id,
    supervisorCompanyCode: code
  }
}

export const record = (account: Account, row: number): JsonObject => {
  const person = personOf(account, row)
  const own = company(account, companyOf(account, row))
  const home = company(account, companyOf(account, person))
  const [jobCode, jobDescription] = jobs[Facts.job(account, row, jobCount)] ?? jobs[0]
  const lastHire = Facts.lastHiredAt(account, row)
  const left = Facts.leftAt(account, row)
  return {
    companyID: own.id,
    companyCode: own.code,
    companyName: own.name,
    employeeID: employeeId(account, person),
    isHomeCompany: isHome(account, row),
    homeCompany: home.id,
    homeCompanyCountryCode: home.country,
    currentCompanyCountryCode: own.country,
    isSupervisor: person < account.people / 6,
    employeeNumber: employeeNumber(account, row),
    employeeStatusCode: Facts.status(account, row),
    employeeTypeCode: types[row % types.length] ?? "REG",
    fullTimeOrPartTimeCode: Facts.isPartTime(row) ? "P" : "F",
    primaryJobCode: jobCode,
    jobDescription,
    jobTitle: row % 5 === 2 ? `Lead ${jobDescription}` : null,
    jobGroupCode: row % 3 === 0 ? "ADMN" : null,
    orgLevel1Code: (["ADMIN", "SOFT", "OPS"] as const)[row % 3] ?? null,
    orgLevel2Code: row % 6 === 5 ? null : ((["HR", "SUPP", "00100", "R&D"] as const)[row % 4] ?? null),
    orgLevel3Code: own.country === "CAN" ? "CAN" : "WES",
    orgLevel4Code: null,
    primaryWorkLocationCode: own.country === "CAN" ? "CAHQ1" : ((["SEAL", "HQ1", "REM"] as const)[row % 3] ?? null),
    primaryProjectCode: null,
    languageCode: "EN",
    originalHireDate: Wire.day(Facts.hiredAt(account, row)),
    lastHireDate: Wire.day(lastHire),
    dateInJob: Wire.day(lastHire),
    dateOfSeniority: Wire.day(lastHire),
    dateOfBenefitSeniority: Wire.day(lastHire),
    statusStartDate: Wire.day(left ?? lastHire),
    workPhoneNumber:
      person % 3 === 2 ? null : `212555${Seeded.between(account.source.employment, row, 31, 1000, 1999)}`,
    workPhoneExtension: person % 6 === 0 ? "0042" : null,
    workPhoneCountry: own.country,
    jobChangeReasonCode: "301",
    leaveReasonCode: Facts.status(account, row) === "L" ? "MED" : null,
    deductionGroupCode: "DEFT",
    earningGroupCode: "DEFT",
    hireSource: row % 2 === 0 ? "WEB" : null,
    autoAllocate: false,
    isAutoAllocated: false,
    isAutoPaid: true,
    isHighlyCompensated: false,
    isMultipleJob: false,
    isKeyEmployee: false,
    isSeasonalWorker: false,
    okToRehire: true,
    payGroup: own.country === "CAN" ? "CAHOUR" : "USBIWK",
    payGroupDescription: own.country === "CAN" ? "Canada hourly" : "US every two weeks",
    shift: "Z",
    shiftGroup: "Z",
    companyGLSegment: "010",
    locationGLSegment: null,
    integrationRecordId: Seeded.uuid(account.source.employment, row),
    ...supervision(account, row),
    ...pay(account, row),
    ...leaving(account, row),
    dateTimeCreated: Wire.clock(Facts.hiredAt(account, row) + day / 3 + 16),
    dateTimeChanged: Wire.clock(Facts.changedAt(account, row))
  }
}
