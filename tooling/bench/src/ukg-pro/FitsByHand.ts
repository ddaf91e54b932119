/** The hand-written checks of what is read of UKG Pro's rows. */
import type { Employment } from "@crosswalk/ukg-pro/wire/Employment"
import type { Job, OrgLevel } from "@crosswalk/ukg-pro/wire/Organisation"
import type { Person, UserDefinedFields } from "@crosswalk/ukg-pro/wire/Person"

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const decimal = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i

const isNone = (value: unknown): boolean => value === null || value === undefined
const isId = (value: unknown): boolean => typeof value === "string" || typeof value === "number"
const isNumber = (value: unknown): boolean =>
  typeof value === "number" || (typeof value === "string" && decimal.test(value))
const fitsText = (value: unknown): boolean => isNone(value) || typeof value === "string"
const fitsCode = (value: unknown): boolean => isNone(value) || isId(value)
const fitsFlag = (value: unknown): boolean => isNone(value) || typeof value === "boolean" || typeof value === "string"
const fitsAmount = (value: unknown): boolean => isNone(value) || isNumber(value)

/** An id that names somebody: UKG writes `Z` for nobody. */
const names = (value: unknown): boolean => isId(value) && value !== "Z" && String(value).trim() !== ""

/** Whether it has what is read of a person. */
export const isPerson = (value: unknown): value is Person =>
  isObject(value) &&
  names(value.employeeId) &&
  fitsCode(value.companyId) &&
  fitsText(value.userName) &&
  fitsText(value.firstName) &&
  fitsText(value.middleName) &&
  fitsText(value.lastName) &&
  fitsText(value.preferredName) &&
  fitsCode(value.namePrefixCode) &&
  fitsText(value.emailAddress) &&
  fitsText(value.emailAddressAlternate) &&
  fitsCode(value.homePhone) &&
  fitsText(value.addressLine1) &&
  fitsText(value.addressLine2) &&
  fitsText(value.addressCity) &&
  fitsText(value.addressState) &&
  fitsCode(value.addressZipCode) &&
  fitsText(value.addressCountry) &&
  fitsText(value.dateOfBirth) &&
  fitsText(value.gender) &&
  fitsCode(value.ethnicIDCode) &&
  fitsText(value.ethnicDescription) &&
  fitsCode(value.maritalStatusCode) &&
  fitsText(value.nationality1) &&
  fitsText(value.nationality2) &&
  fitsText(value.nationality3) &&
  fitsFlag(value.isSmoker) &&
  fitsCode(value.ssn) &&
  fitsFlag(value.ssnIsSuppressed) &&
  fitsCode(value.nationalId) &&
  fitsText(value.nationalIdCountry)

/** Whether it has what is read of an employment, of either list, here and for its own record. */
export const isEmployment = (value: unknown): value is Employment =>
  isObject(value) &&
  names(value.employeeID) &&
  names(value.companyID) &&
  fitsCode(value.homeCompany) &&
  fitsFlag(value.isHomeCompany) &&
  fitsCode(value.employeeNumber) &&
  fitsCode(value.primaryJobCode) &&
  fitsCode(value.jobCode) &&
  fitsText(value.jobTitle) &&
  fitsText(value.jobDescription) &&
  fitsCode(value.orgLevel1Code) &&
  fitsCode(value.orgLevel2Code) &&
  fitsCode(value.orgLevel3Code) &&
  fitsCode(value.orgLevel4Code) &&
  fitsText(value.originalHireDate) &&
  fitsText(value.lastHireDate) &&
  fitsText(value.dateInJob) &&
  fitsText(value.terminationDate) &&
  fitsText(value.dateOfTermination) &&
  fitsCode(value.terminationReasonCode) &&
  fitsCode(value.termReason) &&
  fitsText(value.terminationDescription) &&
  fitsText(value.terminationReasonDescription) &&
  fitsText(value.employeeStatusCode) &&
  fitsCode(value.employeeTypeCode) &&
  fitsText(value.fullTimeOrPartTimeCode) &&
  fitsCode(value.primaryWorkLocationCode) &&
  fitsText(value.languageCode) &&
  fitsCode(value.workPhoneNumber) &&
  fitsCode(value.supervisorID) &&
  fitsCode(value.supervisorId) &&
  fitsCode(value.payGroupCode) &&
  fitsCode(value.payGroup) &&
  fitsText(value.payGroupDescription) &&
  fitsAmount(value.weeklyHours) &&
  fitsAmount(value.scheduledFTE) &&
  fitsText(value.salaryEffectiveDate)

const fitsFields = (value: unknown): boolean => {
  if (isNone(value)) return true
  if (!isObject(value)) return false
  for (const key in value) {
    const field = value[key]
    if (field !== null && !(isObject(field) && fitsText(field.field))) return false
  }
  return true
}

/** Whether it has what is read of fields that the customer added. */
export const isUserDefined = (value: unknown): value is UserDefinedFields =>
  isObject(value) &&
  names(value.employeeId) &&
  fitsFields(value.personnelUserDefinedFields) &&
  fitsFields(value.internationalUserDefinedFields)

/** Whether it has what is read of a unit of an organisation level. */
export const isUnit = (value: unknown): value is OrgLevel =>
  isObject(value) &&
  isNumber(value.level) &&
  isId(value.code) &&
  fitsText(value.description) &&
  fitsText(value.levelDescription) &&
  fitsFlag(value.isActive)

/** Whether it has what is read of a job of the catalogue. */
export const isJob = (value: unknown): value is Job => isObject(value) && isId(value.code) && fitsText(value.title)
