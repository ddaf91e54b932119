/** Who hires for a job. */
import { Job } from "@crosswalk/core/ats/Job"
import { User } from "@crosswalk/core/ats/User"
import { Employee } from "@crosswalk/core/hris/Employee"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import type { RecordOf, Related } from "../../Related.ts"
import * as Shape from "../../Shape.ts"
import { Person, person } from "./Person.ts"
import { Assigned } from "./Role.ts"

const roles = ["RECRUITER", "HIRING_MANAGER", "COORDINATOR", "SOURCER", "INTERVIEWER"] as const

/** A member of a hiring team. */
export const Member = Schema.Struct({
  ...Person.fields,
  hiring_team_roles: Shape.list(Schema.Literals(roles), "What the person does for the job."),
  job_roles: Shape.list(Assigned, "What the person does for the job, as roles that count on this job.")
})

const fields = {
  HIRING_MANAGER: "hiring_manager_ids",
  RECRUITER: "recruiter_ids",
  COORDINATOR: "coordinator_ids",
  SOURCER: "sourcer_ids",
  INTERVIEWER: "interviewer_ids"
} as const satisfies Record<(typeof roles)[number], string>

/** What the team is made of. */
export const loads = [...Object.values(fields), "user_ids" as const].flatMap((field) => [
  Relation.to(Job, field, User),
  Relation.to(Job, field, Employee)
])

/** The team of a job: everybody once, with all that they do. */
export const hiringTeam = (
  job: RecordOf<"job">,
  related: Pick<Related<"user" | "employee">, "one">
): ReadonlyArray<typeof Member.Type> => {
  const named = roles.map((role) => ({ role, ids: job[fields[role]] ?? [] }))
  const everybody = new Set([...named.flatMap(({ ids }) => ids), ...(job.user_ids ?? [])])
  return Array.from(everybody, (id) => {
    const held = named.filter(({ ids }) => ids.includes(id)).map(({ role }) => role)
    return {
      ...person(related, id),
      hiring_team_roles: held,
      // The job's record tells what the person does, not by which of the vendor's roles.
      job_roles: held.map((unified_type) => ({
        remote_id: null,
        remote_label: null,
        scope: "JOB" as const,
        unified_type
      }))
    }
  })
}
