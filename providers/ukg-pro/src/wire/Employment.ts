/** What an employee is to a company, and what they are paid. */
import * as Wire from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { docs } from "./Docs.ts"
import { Amount, Code, Day, Flag, Text } from "./Habits.ts"

/**
 * An employment. Two lists tell of it, each with facts that the other has not, and with other names for the same: when and why
 * it ended, who leads, which pay group.
 */
export const Employment = Schema.Struct({
  employeeID: Wire.Id,
  companyID: Wire.Id,
  homeCompany: Code,
  isHomeCompany: Flag,
  employeeNumber: Code,
  primaryJobCode: Code,
  jobCode: Code,
  jobTitle: Text,
  jobDescription: Text,
  orgLevel1Code: Code,
  orgLevel2Code: Code,
  orgLevel3Code: Code,
  orgLevel4Code: Code,
  originalHireDate: Day,
  lastHireDate: Day,
  dateInJob: Day,
  terminationDate: Day,
  dateOfTermination: Day,
  terminationReasonCode: Code,
  termReason: Code,
  terminationDescription: Text,
  terminationReasonDescription: Text,
  employeeStatusCode: Text,
  employeeTypeCode: Code,
  fullTimeOrPartTimeCode: Text,
  primaryWorkLocationCode: Code,
  languageCode: Text,
  workPhoneNumber: Code,
  supervisorID: Code,
  supervisorId: Code,
  payGroupCode: Code,
  payGroup: Code,
  payGroupDescription: Text,
  weeklyHours: Amount,
  scheduledFTE: Amount,
  salaryEffectiveDate: Day
}).annotate({ source: docs })

/** An employment. */
export type Employment = typeof Employment.Type

/** What somebody is paid in an employment. */
export const CompensationDetail = Schema.Struct({
  employeeID: Wire.Id,
  companyID: Wire.Id,
  /** `S` for a salary by the year, `H` for a wage by the hour. */
  salaryOrHourlyCode: Text,
  annualSalary: Amount,
  hourlyPayRate: Amount,
  currencyCode: Text,
  payPeriod: Text,
  payGroupCode: Code,
  payGroupDescription: Text
}).annotate({ source: docs })

/** What somebody is paid in an employment. */
export type CompensationDetail = typeof CompensationDetail.Type

/** A change of an employment: what it was from a day on. */
export const JobHistory = Schema.Struct({
  systemId: Wire.Id,
  employeeId: Code,
  companyId: Code,
  flsaCategory: Text,
  jobEffectiveDate: Day
}).annotate({ source: docs })

/** A change of an employment. */
export type JobHistory = typeof JobHistory.Type
