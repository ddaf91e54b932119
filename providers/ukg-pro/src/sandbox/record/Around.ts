/**
 * What hangs below a person or an employment: contacts, job history, phones, time-off balances, educations.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { schools } from "@crosswalk/sandbox/Vocabulary"
import type { Account } from "../Account.ts"
import { company, companyOf, day, employeeId, personOf } from "../Account.ts"
import * as Code from "../Code.ts"
import * as Facts from "../Facts.ts"
import * as Wire from "../Wire.ts"
import * as Employment from "./Employment.ts"
import * as Person from "./Person.ts"

/** Slots per person: a spouse, a child, somebody to call. */
export const contactSlots = 3

export const hasContact = (row: number): boolean => {
  const person = Math.floor(row / contactSlots)
  const slot = row % contactSlots
  return slot === 0 ? person % 2 === 0 : slot === 1 ? person % 3 === 0 : person % 4 !== 3
}

export const contactId = (account: Account, row: number): string => Seeded.uuid(account.source.contact, row)

const relations = [
  ["SPS", "Spouse"],
  ["CHL", "Child"],
  ["FRD", "Friend"]
] as const

export const contact = (account: Account, row: number): JsonObject => {
  const source = account.source.contact
  const person = Math.floor(row / contactSlots)
  const slot = row % contactSlots
  const [relationshipCode, relationshipDescription] = relations[slot] ?? relations[2]
  const isChild = slot === 1
  const isFriend = slot === 2
  const own = Person.name(account, person)
  const { first, last } = Person.name(account, person + 4_000_000 + slot)
  return {
    contactId: contactId(account, row),
    personID: Seeded.uuid(source, row + 10_000_000),
    employeeId: employeeId(account, person),
    firstName: first,
    middleName: null,
    lastName: isFriend ? last : own.last,
    nameSuffix: "Z",
    relationshipCode: person % 10 === 8 ? "ZZZ" : relationshipCode,
    relationshipDescription: person % 10 === 8 ? null : relationshipDescription,
    dateOfBirth: isFriend ? null : Wire.day(Facts.bornAt(account, person) + (isChild ? 9500 * day : 300 * day)),
    gender: row % 4 === 3 ? null : row % 2 === 0 ? "F" : "M",
    isActive: row % 12 !== 9,
    isBeneficiary: slot === 0,
    isDependent: !isFriend,
    isEmergencyContact: isFriend || person % 4 === 3,
    isDisabled: false,
    isSmoker: false,
    isStudent: isChild,
    ssn: isFriend ? null : Person.ssn(source, row),
    emailAddress: isFriend ? `friend${row}@example.net` : null,
    homePhoneNumber: isChild ? null : Person.phone(source, row),
    homePhoneCountry: isChild ? null : "USA",
    addressIsDifferentFromEmployee: isFriend,
    addressLine1: isFriend ? "9 Other Road" : null,
    city: isFriend ? "Boston" : null,
    state: isFriend ? "MA" : null,
    zipCode: isFriend ? "02101" : null,
    countryCode: isFriend ? "USA" : null,
    marriageDate: slot === 0 && person % 4 === 0 ? Wire.day(Facts.hiredAt(account, person)) : null,
    statusAsOfDate: Wire.day(Facts.hiredAt(account, person)),
    cobraIsActive: false,
    cobraExport: false
  }
}

/** Slots per employment: how it began, and the last change of pay. */
export const historySlots = 2

export const hasHistory = (row: number): boolean => row % historySlots === 0 || Math.floor(row / historySlots) % 3 === 0

export const history = (account: Account, row: number): JsonObject => {
  const employment = Math.floor(row / historySlots)
  const isFirst = row % historySlots === 0
  const now = Employment.record(account, employment)
  const annual = Facts.salary(account, employment) - (isFirst && hasHistory(row + 1) ? 1040 : 0)
  const at = isFirst ? Facts.lastHiredAt(account, employment) : Facts.changedAt(account, employment)
  return {
    ...now,
    annualSalary: annual,
    hourlyPayRate: Wire.cents(annual / 2080),
    flsaCategory: employment % 4 === 3 ? null : Facts.isHourly(employment) ? "N" : "E",
    isRateChange: !isFirst,
    isJobChange: false,
    isOrgchange: false,
    isPromotion: false,
    isSystem: isFirst,
    isTransfer: false,
    jobEffectiveDate: Wire.day(at),
    integrationEffectiveDate: Wire.day(at),
    reasonCode: isFirst ? "100" : "301",
    salaryGrade: "0",
    locationCode: employment % 11 === 8 ? "0" : (now.primaryWorkLocationCode ?? null),
    systemId: historyId(account, row),
    percentChange: isFirst ? 0 : 1.5,
    isViewableByEmployee: true,
    createdByUserId: 0,
    dateTimeCreated: Wire.clock(at + day / 2)
  }
}

export const historyId = (account: Account, row: number): string =>
  `${Code.write(account.source.history.key, row)}0020K0`

export const historyRow = (account: Account, id: string): number | undefined =>
  id.endsWith("0020K0") ? Code.read(account.source.history.key, id.slice(0, 6)) : undefined

export const phoneId = (account: Account, person: number): string =>
  `${Code.write(account.source.phone.key, person)}0030K0`

export const phoneRow = (account: Account, id: string): number | undefined =>
  id.endsWith("0030K0") ? Code.read(account.source.phone.key, id.slice(0, 6)) : undefined

export const phone = (account: Account, person: number): JsonObject => {
  const { first, last } = Person.name(account, person)
  return {
    employeeId: employeeId(account, person),
    auditKey: String(1000 + person),
    firstName: first,
    formerName: null,
    lastName: last,
    middleName: person % 3 === 0 ? "M." : null,
    phoneNumber: Person.phone(account.source.phone, person),
    phoneCountryCode: "USA",
    phoneCountryPrefix: null,
    phoneTypeCode: person % 4 === 0 ? "CEL" : "OTH",
    phoneExtension: null,
    phoneIsPrivate: person % 6 === 0,
    systemId: phoneId(account, person)
  }
}

/** Slots per employment. */
export const plans = ["VAC", "SICK"] as const

export const hasPlan = (row: number): boolean => row % plans.length === 0 || Math.floor(row / plans.length) % 3 !== 1

export const planOf = (row: number): string => plans[row % plans.length] ?? "VAC"

export const pto = (account: Account, row: number): JsonObject => {
  const employment = Math.floor(row / plans.length)
  const source = account.source.pto
  const earned = Seeded.between(source, row, 1, 0, 160) + 0.25 * (row % 4)
  return {
    employeeId: employeeId(account, personOf(account, employment)),
    companyId: company(account, companyOf(account, employment)).id,
    ptoPlan: planOf(row),
    earned,
    // Some have taken more than they earned.
    taken: row % 9 === 4 ? earned + 8 : Math.floor(earned / 2),
    pendingBalance: row % 5 === 0 ? 8 : 0,
    earnedThroughDate: row % 8 === 3 ? "" : Wire.day(account.epoch - 14 * day),
    reset: "N",
    pendingMoveDate: ""
  }
}

export const education = (account: Account, person: number): JsonObject => {
  const end = 2000 + (person % 20)
  return {
    employeeId: employeeId(account, person),
    systemId: Seeded.uuid(account.source.education, person),
    school: schools[person % schools.length] ?? schools[0],
    educationLevel: person % 4 === 0 ? "BACH" : "HS",
    educationMajor: person % 3 === 0 ? "Economics" : null,
    educationMinor: null,
    gpa: null,
    beginDate: `${end - 4}-09-01T00:00:00`,
    endDate: person % 5 === 0 ? null : `${end}-06-30T00:00:00`,
    isGraduate: person % 5 !== 0,
    isHighestLevel: true,
    employeeNumber: Employment.employeeNumber(account, person),
    country: "USA"
  }
}
