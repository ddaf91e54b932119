/** What users may do, and the list of all such roles. */
import { User } from "@crosswalk/core/ats/User"
import { Employee } from "@crosswalk/core/hris/Employee"
import type { Identify } from "@crosswalk/core/Id"
import type { Role as Stored } from "@crosswalk/core/Part"
import { Schema } from "effect"
import * as Gathering from "../../Gathering.ts"
import * as Form from "../Form.ts"
import * as Row from "../Row.ts"
import * as Shape from "../../Shape.ts"
import * as Word from "../../Word.ts"
import * as Words from "../Words.ts"

const unifiedTypes = ["HIRING_MANAGER", "RECRUITER", "COORDINATOR", "SOURCER", "INTERVIEWER", "ADMIN"] as const

/** Where roles count. */
export const scopes = ["SYSTEM", "JOB"] as const

const own = {
  remote_label: Shape.text("The vendor's word for the role."),
  scope: Shape.closed(scopes, "Whether the role counts in the whole system or on single jobs."),
  unified_type: Shape.closed(unifiedTypes, "What the role means; null when none of these.")
}

/** A role as a user has it. */
export const Assigned = Schema.Struct({ remote_id: Shape.text("The vendor's id of the role."), ...own })

type Role = typeof Stored.Type

/** A role as it is served inside a user. */
export const assigned = ({ remote_id, role, scope }: Role): typeof Assigned.Type => ({
  remote_id,
  remote_label: role?.remote ?? null,
  scope,
  unified_type: Word.closed(Words.role, role)
})

const entries = (
  { modified_at, roles }: { readonly modified_at: string; readonly roles: ReadonlyArray<Role> | null },
  identify: Identify
): ReadonlyArray<Gathering.Entry> =>
  (roles ?? []).flatMap((one) => {
    const key = one.remote_id ?? one.role?.remote ?? one.role?.value
    // What nothing is known of cannot be told from another.
    if (key === undefined || key === null) return []
    const { remote_id, ...facts } = assigned(one)
    const id = identify("role", `${one.scope ?? ""}/${key}`)
    return [{ id, remoteId: remote_id, modifiedAt: modified_at, facts }]
  })

const { remote_data: _, ...withoutRaw } = Row.shape({}).fields

/** The roles that users have; no vendor's list of roles is read. */
export const roles: Gathering.Gathering = {
  category: "ats",
  path: "roles",
  description: "Roles that users have, each once.",
  shape: Schema.Struct({ ...withoutRaw, remote_id: Assigned.fields.remote_id, ...own }),
  sources: [Gathering.from(User, entries), Gathering.from(Employee, entries)],
  parameters: {
    scopes: { description: "Roles that count there.", schema: Schema.Literals(scopes), form: "comma", fact: "scope" }
  },
  serve: ({ facts, id, modifiedAt, remoteId }) => ({
    id: Form.id(id),
    remote_id: remoteId,
    ...facts,
    changed_at: modifiedAt,
    // A role that nobody has any more is not known to be gone.
    remote_deleted_at: null
  })
}
