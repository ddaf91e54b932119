/** User ← user, with the roles on single jobs. */
import { User } from "@crosswalk/core/ats/User"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { known, vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { userJobPermissions, userRoles, users } from "../GreenhouseResources.ts"
import type { User as Remote, UserJobPermission, UserRole } from "../wire/Account.ts"
import { page } from "../wire/Docs.ts"
import { customFields, ids, joinedEntry } from "./Entry.ts"

// A `job_admin` does on a job whatever the customer's role of that type allows, so it stays a word.
const roleType = vocabulary({ site_admin: "ADMIN", deprecated_interviewer: "INTERVIEWER" })

const emails = ({ emails, primary_email }: Remote) => {
  const all = Wire.list([primary_email, ...(emails ?? [])], Wire.text) ?? []
  return primary_email === undefined && emails === undefined
    ? null
    : Wire.distinct(all).map((value) => ({ value, type: null }))
}

type Input = { readonly remote: Remote; readonly roles: ReadonlyArray<typeof UserRole.Type> | null }

const roles = ({ remote, roles }: Input) => {
  if (remote.site_admin === undefined && roles === null) return null
  const system = {
    remote_id: null,
    role: { value: known("ADMIN").value, remote: "site_admin" },
    scope: "SYSTEM" as const
  }
  const onJobs = (roles ?? []).map(({ id, role_type }) => ({
    remote_id: Wire.id(id),
    role: roleType(role_type),
    scope: "JOB" as const
  }))
  return [...(remote.site_admin === true ? [system] : []), ...onJobs]
}

export const user = Mapper.make(
  User,
  Source.one(users, {
    permissions: Source.referring(userJobPermissions, ({ user_id }) => user_id),
    roles: Source.through("permissions", userRoles, ({ role_id }: UserJobPermission) => [role_id])
  }),
  {
    docs: page("users"),
    fields: {
      ...joinedEntry,
      custom_fields: ({ remote }) => customFields(remote.custom_fields),
      name: ({ remote }) => Wire.text(remote.name),
      first_name: ({ remote }) => Wire.text(remote.first_name),
      last_name: ({ remote }) => Wire.text(remote.last_name),
      username: absent("users sign in with their e-mail address"),
      emails: ({ remote }) => emails(remote),
      title: ({ remote }) => Wire.text(remote.job_title),
      avatar: absent("Greenhouse has none"),
      employee_number: ({ remote }) => Wire.text(remote.employee_id),
      status: derived("inactive once deactivated", ({ remote: { deactivated } }) =>
        deactivated === null || deactivated === undefined ? null : known(deactivated ? "INACTIVE" : "ACTIVE")
      ),
      roles: derived("site admins in the whole system, others by their permissions on jobs", roles),
      manager_id: absent("Greenhouse has none"),
      department_ids: ({ remote }) => ids(remote.department_ids),
      office_ids: ({ remote }) => ids(remote.office_ids),
      candidate_ids: ({ remote }) => ids(remote.linked_candidate_ids)
    }
  }
)
