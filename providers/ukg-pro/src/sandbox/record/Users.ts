/**
 * Accounts with which people sign in.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account } from "../Account.ts"
import { company, companyOf, day, employeeId } from "../Account.ts"
import * as Facts from "../Facts.ts"
import * as Wire from "../Wire.ts"
import * as Person from "./Person.ts"
import { roles } from "./Setup.ts"

/** The account of a person, for every person who has one. */
export const hasUser = (person: number): boolean => person % 4 !== 3

const firstId = 5000

export const userId = (person: number): string => String(firstId + person)

export const userRow = (id: string): number | undefined => (/^\d{1,9}$/.test(id) ? Number(id) - firstId : undefined)

export const user = (account: Account, person: number): JsonObject => {
  const { first, last, slug } = Person.name(account, person)
  const own = company(account, companyOf(account, person))
  const master = company(account, 0)
  return {
    employeeId: employeeId(account, person),
    companyId: own.id,
    firstName: first,
    lastName: last,
    fullName: `${first} ${last}`,
    personId: Person.personId(account, person),
    email: person === 4 ? "" : Person.email(account, person),
    workPhone: null,
    userStatus: Facts.hasLeft(account, person) ? "I" : "A",
    userId: firstId + person,
    userName: `${slug}${person}`,
    integrationUserKey: Seeded.uuid(account.source.person, person + 6_000_000),
    userLastLogonDate: person % 3 === 0 ? null : Wire.clock(account.epoch - (1 + (person % 200)) * day),
    userLastPasswordChangeDate: Wire.clock(account.epoch - 300 * day),
    masterCompany: master.code,
    masterCompanyId: master.id,
    homeCompany: own.code,
    homeCompanyId: own.id
  }
}

/** Slots per person: everybody with an account has one role, some have two. */
export const roleSlots = 2

export const hasRole = (row: number): boolean => {
  const person = Math.floor(row / roleSlots)
  return hasUser(person) && (row % roleSlots === 0 || person % 5 === 0)
}

/** A role of a user. */
export const role = (row: number): JsonObject => {
  const person = Math.floor(row / roleSlots)
  const [roleId, roleName, roleDescription] = roles[row % roleSlots === 0 ? 1 : person === 0 ? 0 : 2]
  return { userId: firstId + person, roleId, roleName, roleDescription }
}
