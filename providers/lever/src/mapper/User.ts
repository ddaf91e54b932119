/** User ← user. */
import { User } from "@crosswalk/core/ats/User"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import { known, vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { users } from "../LeverResources.ts"
import { chapter } from "../wire/Docs.ts"
import * as PersonName from "./PersonName.ts"

const accessRole = vocabulary({
  "super admin": "SUPER_ADMIN",
  admin: "ADMIN",
  "team member": "TEAM_MEMBER",
  "limited team member": "LIMITED_TEAM_MEMBER",
  interviewer: "INTERVIEWER"
})

/** What a user may do, in the whole account; a custom role stands there by its id. */
export const roles = (role: Wire.Maybe<string>) => {
  const word = accessRole(role)
  return word === null
    ? null
    : [{ remote_id: word.value === null ? word.remote : null, role: word, scope: "SYSTEM" as const }]
}

export const user = Mapper.make(User, users, {
  docs: chapter("users"),
  fields: {
    remote_id: ({ id }) => id,
    remote_created_at: ({ createdAt }) => Wire.instantFromMillis(createdAt),
    remote_updated_at: absent("users carry no time of update"),
    custom_fields: absent("users have none"),
    name: ({ name }) => Wire.text(name),
    first_name: derived(PersonName.howGiven, ({ name }) => PersonName.given(name)),
    last_name: derived(PersonName.howFamily, ({ name }) => PersonName.family(name)),
    username: ({ username }) => Wire.text(username),
    emails: ({ email }) => {
      const value = Wire.text(email)
      return value === null ? null : [{ value, type: null }]
    },
    title: ({ jobTitle }) => Wire.text(jobTitle),
    avatar: ({ photo }) => Wire.text(photo),
    employee_number: ({ externalDirectoryId }) => Wire.text(externalDirectoryId),
    status: derived("inactive once deactivated", ({ deactivatedAt }) =>
      deactivatedAt === undefined ? null : known(deactivatedAt === null ? "ACTIVE" : "INACTIVE")
    ),
    roles: ({ accessRole }) => roles(accessRole),
    manager_id: ({ managerId }) => Wire.text(managerId),
    department_ids: absent("users belong to none in Lever"),
    office_ids: absent("users belong to none in Lever"),
    candidate_ids: ({ linkedContactIds }) => linkedContactIds ?? null
  }
})
