/**
 * What a tenant knows of a person, whichever companies the person works for. Social security numbers begin with 000,
 * which nobody's does.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as People from "@crosswalk/sandbox/People"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account } from "../Account.ts"
import { company, companyOf, day, employeeId } from "../Account.ts"
import * as Facts from "../Facts.ts"
import * as Wire from "../Wire.ts"
import { locations } from "./Setup.ts"

export interface Name {
  readonly first: string
  readonly last: string
  readonly slug: string
}

export const name = (account: Account, person: number): Name => {
  const { name, slug } = People.person(account.source.person, person, 10)
  const [first = "", ...rest] = name.split(" ")
  return { first, last: rest.join(" "), slug }
}

export const email = (account: Account, person: number): string =>
  People.email(account.source.person, person, 12, name(account, person).slug)

/** Obviously made up: no real number begins with 000. */
export const ssn = (source: Seeded.Seeded, row: number): string =>
  `000-${String(Seeded.between(source, row, 20, 10, 99))}-${String(Seeded.between(source, row, 21, 1000, 9999))}`

export const personId = (account: Account, person: number): string => Seeded.uuid(account.source.person, person)

export const phone = (source: Seeded.Seeded, row: number): string =>
  `415555${Seeded.between(source, row, 22, 1000, 1999)}`

const address = (account: Account, person: number): JsonObject => {
  const isCanadian = company(account, companyOf(account, person)).country === "CAN"
  const [, , , city, state, zip, country] = locations[isCanadian ? 2 : person % 2] ?? locations[0]
  if (person === 8)
    return { addressLine1: null, addressCity: null, addressState: null, addressZipCode: null, addressCountry: null }
  return {
    addressId: Seeded.uuid(account.source.person, person + 2_000_000),
    addressLine1: `${1 + (person % 900)} Example Ave`,
    addressLine2: person % 4 === 1 ? "Apt 4" : "",
    addressCity: city,
    addressState: state,
    addressZipCode: zip,
    addressCountry: country,
    addressCounty: null
  }
}

export const record = (account: Account, person: number): JsonObject => {
  const source = account.source.person
  const { first, last, slug } = name(account, person)
  const isCanadian = company(account, companyOf(account, person)).country === "CAN"
  const isMasked = person === 8
  const number = ssn(source, person)
  return {
    personId: personId(account, person),
    employeeId: employeeId(account, person),
    userName: person % 4 === 0 ? `${slug}${person}` : null,
    firstName: first,
    middleName: person % 3 === 0 ? "M." : null,
    lastName: last,
    preferredName: person % 4 === 1 ? first.slice(0, 3) : null,
    formerName: null,
    namePrefixCode: person % 5 === 0 ? "MS" : null,
    nameSuffixCode: person % 9 === 2 ? "JR" : "Z",
    emailAddress: person === 4 ? "" : email(account, person),
    emailAddressAlternate: person % 3 === 0 ? `${slug}.private${person}@example.net` : null,
    homePhone: person % 5 === 3 ? null : phone(source, person),
    homePhoneCountry: "USA",
    homePhoneIsPrivate: person % 6 === 0,
    cellPhoneNumber: person % 2 === 0 ? phone(source, person + 5_000_000) : null,
    ...address(account, person),
    nationalId: isCanadian ? `000${Seeded.between(source, person, 23, 100_000, 999_999)}` : null,
    nationalIdCountry: isCanadian ? "CAN" : null,
    dateOfBirth: person % 11 === 7 ? null : Wire.day(Facts.bornAt(account, person)),
    gender: (["F", "M", "F", "M", "X", null] as const)[person % 6] ?? null,
    ethnicIdCode: person % 3 === 1 ? "2" : null,
    ethnicDescription: person % 3 === 1 ? "Hispanic or Latino" : null,
    maritalStatusCode: (["S", "M", "Z", "D", null] as const)[person % 5] ?? null,
    ssn: isMasked ? `XXX-XX-${number.slice(-4)}` : number,
    ssnIsSuppressed: isMasked,
    previousSSN: null,
    isDisabled: false,
    isSmoker: false,
    cobraIsActive: false,
    i9Verified: person % 2 === 0,
    militaryService: false,
    consentElectronicW2: person % 2 === 1,
    w2IsDeceased: false,
    addressIsOnTaxBoundary: false,
    integrationRecordId: Seeded.uuid(source, person + 3_000_000),
    datetimeCreated: Wire.clock(Facts.hiredAt(account, person) + day / 3),
    datetimeChanged: Wire.clock(Facts.personChangedAt(account, person))
  }
}
