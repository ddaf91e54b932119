/** Who an employee is, and who is close to them. */
import * as Wire from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { docs } from "./Docs.ts"
import { Code, Day, Flag, Text } from "./Habits.ts"

/** What is known of a person beside their work; repeated for each company in some accounts. */
export const Person = Schema.Struct({
  employeeId: Wire.Id,
  companyId: Code,
  userName: Text,
  firstName: Text,
  middleName: Text,
  lastName: Text,
  preferredName: Text,
  namePrefixCode: Code,
  emailAddress: Text,
  emailAddressAlternate: Text,
  homePhone: Code,
  addressLine1: Text,
  addressLine2: Text,
  addressCity: Text,
  addressState: Text,
  addressZipCode: Code,
  addressCountry: Text,
  dateOfBirth: Day,
  gender: Text,
  ethnicIDCode: Code,
  ethnicDescription: Text,
  maritalStatusCode: Code,
  nationality1: Text,
  nationality2: Text,
  nationality3: Text,
  isSmoker: Flag,
  ssn: Code,
  /** Whether `ssn` is masked. */
  ssnIsSuppressed: Flag,
  nationalId: Code,
  nationalIdCountry: Text
}).annotate({ source: docs })

/** What is known of a person beside their work. */
export type Person = typeof Person.Type

const UserDefinedField = Schema.NullOr(Schema.Struct({ field: Text, value: Schema.optionalKey(Schema.Unknown) }))

/** Fields that the customer added, by UKG's numbering; `field` is the customer's own name. */
export const UserDefinedFields = Schema.Struct({
  employeeId: Wire.Id,
  personnelUserDefinedFields: Schema.optionalKey(Schema.NullOr(Schema.Record(Schema.String, UserDefinedField))),
  internationalUserDefinedFields: Schema.optionalKey(Schema.NullOr(Schema.Record(Schema.String, UserDefinedField)))
}).annotate({ source: docs })

/** Fields that the customer added. */
export type UserDefinedFields = typeof UserDefinedFields.Type

/** Somebody close to an employee: family, a beneficiary, or whom to call. */
export const Contact = Schema.Struct({
  contactId: Wire.Id,
  employeeId: Code,
  firstName: Text,
  middleName: Text,
  lastName: Text,
  relationshipCode: Code,
  relationshipDescription: Text,
  isDependent: Flag,
  isBeneficiary: Flag,
  isEmergencyContact: Flag,
  isStudent: Flag,
  isActive: Flag,
  dateOfBirth: Day,
  gender: Text,
  ssn: Code,
  nationalId: Code,
  emailAddress: Text,
  homePhoneNumber: Code,
  workPhoneNumber: Code,
  otherPhoneNumber: Code,
  addressLine1: Text,
  addressLine2: Text,
  city: Text,
  state: Text,
  zipCode: Code,
  countryCode: Text
}).annotate({ source: docs })

/** Somebody close to an employee. */
export type Contact = typeof Contact.Type

/** A role of somebody who signs in; a user has one such row for each role. */
export const UserProfile = Schema.Struct({
  userId: Wire.Id,
  employeeId: Code,
  userName: Text,
  firstName: Text,
  lastName: Text,
  email: Text,
  userStatus: Text,
  roleId: Code,
  roleName: Text
}).annotate({ source: docs })

/** A role of somebody who signs in. */
export type UserProfile = typeof UserProfile.Type
