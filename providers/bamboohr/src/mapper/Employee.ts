/** Employee ← employee, with the entry in the directory. */
import { Employee } from "@crosswalk/core/hris/Employee"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { known, vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { directory, docs, employeeId, employees, type List, lists } from "../BamboohrWire.ts"
import { unitLists } from "./Group.ts"

const status = vocabulary({ Active: "ACTIVE", Inactive: "INACTIVE" })
const byCall = absent("only the record of a single employee has it: a call for each of them")
const none = absent("the API shows none")

// The directory has no words for its addresses and numbers: where they stand says what they are.
const labelled = <const Type extends "WORK" | "MOBILE">(type: Type, value: Wire.Maybe<string>) => {
  const found = Wire.text(value)
  return found === null ? null : { value: found, type: known(type) }
}

const entries = Source.lookup(directory, (employee: Parameters<typeof employeeId>[0]) => [employeeId(employee)])

// Null where several have the same name: an archived unit and its successor, say.
const idsByName = () =>
  Mapper.once((list: typeof List.Type) => {
    const found = new Map<string | null, string | null>()
    for (const { id, name } of list.options ?? []) {
      const key = Wire.text(name)
      found.set(key, found.has(key) ? null : Wire.id(id))
    }
    return found
  })

const ids = { department: idsByName(), division: idsByName() }

const unit = (lists: ReadonlyArray<typeof List.Type>, alias: (typeof unitLists)[number], name: Wire.Maybe<string>) => {
  const key = Wire.text(name)
  if (key === null) return null
  for (const list of lists) if (list.alias === alias) return ids[alias](list).get(key) ?? null
  return null
}

export const employee = Mapper.make(
  Employee,
  Source.one(employees, { entries, units: Source.lookup(lists, () => unitLists) }),
  {
    docs: `${docs}/list-employees`,
    fields: {
      remote_id: ({ remote }) => employeeId(remote),
      remote_created_at: absent("BambooHR does not tell"),
      remote_updated_at: absent("the list does not tell"),
      custom_fields: byCall,
      name: derived(
        "as the directory shows it; who left is not in it, so then given and family name",
        ({ entries, remote }) =>
          Wire.text(entries?.[0]?.displayName) ??
          Wire.text(Wire.present([Wire.text(remote.firstName), Wire.text(remote.lastName)]).join(" "))
      ),
      first_name: ({ remote }) => Wire.text(remote.firstName),
      middle_name: byCall,
      last_name: ({ remote }) => Wire.text(remote.lastName),
      preferred_name: ({ remote }) => Wire.text(remote.preferredName),
      salutation: none,
      pronouns: ({ entries }) => Wire.text(entries?.[0]?.pronouns),
      username: none,
      employee_number: byCall,
      title: ({ remote }) => Wire.text(remote.jobTitleName),
      department: ({ entries }) => Wire.text(entries?.[0]?.department),
      division: ({ entries }) => Wire.text(entries?.[0]?.division),
      bio: none,
      avatar: ({ remote }) => Wire.text(remote.photoUrl),
      emails: ({ entries }) => (entries?.[0] ? Wire.present([labelled("WORK", entries[0].workEmail)]) : null),
      phones: ({ entries }) =>
        entries?.[0]
          ? Wire.present([labelled("WORK", entries[0].workPhone), labelled("MOBILE", entries[0].mobilePhone)])
          : null,
      home_address: byCall,
      date_of_birth: byCall,
      gender: byCall,
      ethnicity: byCall,
      nationalities: byCall,
      marital_status: byCall,
      tobacco_use: none,
      identity_numbers: absent("no government id is read"),
      employment_status: ({ remote }) => status(remote.status),
      employment_type: byCall,
      weekly_hours: byCall,
      hired_on: byCall,
      terminated_on: byCall,
      termination_reason: byCall,
      pay_group: byCall,
      payroll_calendar: none,
      roles: none,
      has_mfa: none,
      language: none,
      timezone: none,
      storage_quota_allocated: none,
      storage_quota_used: none,
      storage_quota_available: none,
      company_id: absent("a connector is one company"),
      group_ids: derived("the department and the division that have the names in the directory", ({ entries, units }) =>
        entries?.[0] && units
          ? Wire.present([
              unit(units, "department", entries[0].department),
              unit(units, "division", entries[0].division)
            ])
          : null
      ),
      work_location_ids: absent("the directory names the location without its id"),
      manager_id: absent("the directory gives the superior's name alone, which may be anybody's")
    }
  }
)
