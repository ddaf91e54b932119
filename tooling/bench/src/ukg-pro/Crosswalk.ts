/** An employee through Crosswalk, by UKG Pro's own declarations: every row checked in, joined, mapped. */
import * as CheckIn from "@crosswalk/core/CheckIn"
import type { Identify } from "@crosswalk/core/Id"
import { employee } from "@crosswalk/ukg-pro/mapper/Employee"
import { people } from "@crosswalk/ukg-pro/UkgProResources"
import type { Made } from "../Line.ts"
import * as Lists from "../Lists.ts"
import { standing } from "./Records.ts"

const check = CheckIn.make(people)
const employments = Lists.joint(employee, "employments")
const details = Lists.joint(employee, "details")
const orgLevels = Lists.joint(employee, "orgLevels")
const jobs = Lists.joint(employee, "jobs")
const userDefined = Lists.joint(employee, "userDefined")

const allLevels = orgLevels.index(standing.org_levels ?? [])
const allJobs = jobs.index(standing.jobs ?? [])

/** Checks and maps a page's employees. */
export const read = (items: ReadonlyArray<unknown>, identify: Identify): ReadonlyArray<Made> => {
  const employed = employments.index(Lists.rows(items, "employee_employment_details"))
  const detailed = details.index(Lists.rows(items, "employment_details"))
  const added = userDefined.index(Lists.rows(items, "user_defined_fields"))
  const made: Array<Made> = []
  for (const item of Lists.rows(items, "person_details")) {
    const checked = check(item, null)
    if (checked._tag === "Rejected") continue
    const { key, record } = checked
    const own = Lists.under(employed, key)
    const joined = {
      employments: own,
      details: Lists.under(detailed, key),
      orgLevels: orgLevels.through(allLevels, own),
      jobs: jobs.through(allJobs, own),
      userDefined: userDefined.named(added, record)
    }
    const outcome = employee.run({ key, members: [{ key, parent: null, record }], joined }, identify)
    if (outcome?._tag === "Mapped") made.push({ model: "employee", record: outcome.record })
  }
  return made
}
