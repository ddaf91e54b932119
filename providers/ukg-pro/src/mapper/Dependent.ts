/** Dependent ← a contact of an employee. */
import { Dependent } from "@crosswalk/core/hris/Dependent"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import { contacts } from "../UkgProResources.ts"
import { docs } from "../wire/Docs.ts"
import { code, day, employeeOf, flag, noZone, some, text } from "../wire/Habits.ts"
import * as Personal from "./Personal.ts"
import * as Postal from "./Postal.ts"
import { caseless } from "./Words.ts"

const relationship = caseless({
  spouse: "SPOUSE",
  husband: "SPOUSE",
  wife: "SPOUSE",
  "domestic partner": "DOMESTIC_PARTNER",
  child: "CHILD",
  son: "CHILD",
  daughter: "CHILD",
  parent: "PARENT",
  mother: "PARENT",
  father: "PARENT",
  sibling: "SIBLING",
  brother: "SIBLING",
  sister: "SIBLING",
  friend: "FRIEND",
  other: "OTHER"
})

export const dependent = Mapper.make(Dependent, contacts, {
  docs,
  fields: {
    remote_id: ({ contactId }) => code(contactId) ?? "",
    remote_created_at: absent(noZone),
    remote_updated_at: absent(noZone),
    custom_fields: absent("contacts have none with a name"),
    user_id: employeeOf,
    name: derived(Personal.howName, ({ firstName, lastName }) => Personal.fullName(text(firstName), text(lastName))),
    first_name: ({ firstName }) => text(firstName),
    middle_name: ({ middleName }) => text(middleName),
    last_name: ({ lastName }) => text(lastName),
    // The codes are the account's own; where it describes none, a code is a word that we do not know.
    relationship: ({ relationshipCode, relationshipDescription }) =>
      relationship(text(relationshipDescription) ?? code(relationshipCode)),
    is_dependent: ({ isDependent }) => flag(isDependent),
    is_beneficiary: ({ isBeneficiary }) => flag(isBeneficiary),
    is_emergency_contact: ({ isEmergencyContact }) => flag(isEmergencyContact),
    is_student: ({ isStudent }) => flag(isStudent),
    is_active: ({ isActive }) => flag(isActive),
    date_of_birth: ({ dateOfBirth }) => day(dateOfBirth),
    gender: ({ gender }) => Personal.gender(text(gender)),
    identity_numbers: Personal.identityNumbers,
    emails: ({ emailAddress }) => some([Postal.labelled("OTHER", emailAddress)]),
    phones: ({ homePhoneNumber, otherPhoneNumber, workPhoneNumber }) =>
      some([
        Postal.labelled("HOME", homePhoneNumber),
        Postal.labelled("WORK", workPhoneNumber),
        Postal.labelled("OTHER", otherPhoneNumber)
      ]),
    home_address: (remote) =>
      Postal.address(
        remote.addressLine1,
        remote.addressLine2,
        remote.city,
        remote.state,
        remote.zipCode,
        remote.countryCode
      ),
    started_on: absent("UKG Pro tells of marriages and divorces, but not what they began or ended"),
    ended_on: absent("UKG Pro tells of marriages and divorces, but not what they began or ended")
  }
})
