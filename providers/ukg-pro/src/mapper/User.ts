/** User ← the roles of somebody who signs in, each a row of its own. */
import { User } from "@crosswalk/core/ats/User"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import * as Wire from "@crosswalk/core/Wire"
import { userProfiles } from "../UkgProResources.ts"
import { docs } from "../wire/Docs.ts"
import { code, employeeOf, noZone, text } from "../wire/Habits.ts"
import type { UserProfile } from "../wire/Person.ts"
import * as Personal from "./Personal.ts"
import { caseless } from "./Words.ts"

const status = caseless({ a: "ACTIVE", active: "ACTIVE", i: "INACTIVE", inactive: "INACTIVE" })

const role = caseless({
  admin: "ADMIN",
  administrator: "ADMIN",
  manager: "MANAGER",
  employee: "EMPLOYEE",
  recruiter: "RECRUITER"
})

/** The employee that the user is; an account for a machine or a guest, who is none, by its own number. */
const personOf = (row: UserProfile): string | null => employeeOf(row) ?? code(row.userId)

const first = <A>(rows: ReadonlyArray<UserProfile>, read: (row: UserProfile) => A | null): A | null => {
  for (const row of rows) {
    const found = read(row)
    if (found !== null) return found
  }
  return null
}

const roles = (rows: ReadonlyArray<UserProfile>) => {
  const found = rows.flatMap((row) => {
    const remote_id = code(row.roleId)
    const word = role(row.roleName)
    return remote_id === null && word === null ? [] : [{ remote_id, role: word, scope: "SYSTEM" as const }]
  })
  return found.length === 0 ? null : found
}

export const user = Mapper.make(User, Source.group(userProfiles, personOf, {}), {
  docs,
  fields: {
    remote_id: ({ remotes }) => first(remotes, personOf) ?? "",
    remote_created_at: absent(noZone),
    remote_updated_at: absent(noZone),
    custom_fields: absent("users have none"),
    name: derived(Personal.howName, ({ remotes }) =>
      Personal.fullName(
        first(remotes, ({ firstName }) => text(firstName)),
        first(remotes, ({ lastName }) => text(lastName))
      )
    ),
    first_name: ({ remotes }) => first(remotes, ({ firstName }) => text(firstName)),
    last_name: ({ remotes }) => first(remotes, ({ lastName }) => text(lastName)),
    username: ({ remotes }) => first(remotes, ({ userName }) => text(userName)),
    emails: ({ remotes }) => {
      const values = Wire.list(
        remotes.map(({ email }) => email),
        text
      )
      return values === null || values.length === 0
        ? null
        : Wire.distinct(values).map((value) => ({ value, type: null }))
    },
    title: absent("stands with the employee, who has the same id"),
    avatar: absent("UKG Pro has none"),
    employee_number: absent("stands with the employee, who has the same id"),
    status: ({ remotes }) => status(first(remotes, ({ userStatus }) => text(userStatus))),
    roles: ({ remotes }) => roles(remotes),
    manager_id: absent("stands with the employee, who has the same id"),
    department_ids: absent("units are groups, which the employee names"),
    office_ids: absent("places are locations, which the employee names"),
    candidate_ids: absent("recruiting is an API of its own")
  }
})
