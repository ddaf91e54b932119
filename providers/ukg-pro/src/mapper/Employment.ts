/** Employment ← an employment, with what another list and the catalogues tell of it. */
import { Employment } from "@crosswalk/core/hris/Employment"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { employmentDetails, employments, jobs, orgLevels } from "../UkgProResources.ts"
import { docs } from "../wire/Docs.ts"
import type { Employment as Remote } from "../wire/Employment.ts"
import { companyOf, employeeOf, employmentOf, noZone } from "../wire/Habits.ts"
import * as Position from "./Position.ts"
import * as Unit from "./Unit.ts"

interface Input {
  readonly remote: Remote
  readonly details: ReadonlyArray<Remote> | null
}

const positionOf = Mapper.once(({ details, remote }: Input): Position.Position => [remote, ...(details ?? [])])

const source = Source.one(employments, {
  details: Source.lookup(employmentDetails, (row: Remote) => [employmentOf(row)]),
  jobs: Source.lookup(jobs, (row: Remote) => [Position.job([row])]),
  orgLevels: Source.lookup(orgLevels, Unit.named)
})

export const employment = Mapper.make(Employment, source, {
  docs,
  fields: {
    remote_id: ({ remote }) => employmentOf(remote) ?? "",
    remote_created_at: absent(noZone),
    remote_updated_at: absent(noZone),
    custom_fields: absent("fields that customers add belong to employees"),
    user_id: ({ remote }) => employeeOf(remote),
    company_id: ({ remote }) => companyOf(remote),
    is_primary: (input) => Position.isHome(positionOf(input)),
    employee_number: (input) => Position.number(positionOf(input)),
    title: derived(Position.howTitle, (input) => Position.title(positionOf(input), input.jobs)),
    job: (input) => {
      const position = positionOf(input)
      const remote_id = Position.job(position)
      return remote_id === null ? null : { remote_id, name: Position.jobTitle(position, input.jobs) }
    },
    department: derived(Unit.howName("department"), (input) =>
      Unit.name(positionOf(input), input.orgLevels, "DEPARTMENT")
    ),
    division: derived(Unit.howName("division"), (input) => Unit.name(positionOf(input), input.orgLevels, "DIVISION")),
    employment_status: (input) => Position.status(positionOf(input)),
    employment_type: derived(Position.howType, (input) => Position.type(positionOf(input))),
    effective_on: (input) => Position.since(positionOf(input)),
    hired_on: (input) => Position.hired(positionOf(input)),
    first_hired_on: (input) => Position.firstHired(positionOf(input)),
    terminated_on: (input) => Position.terminated(positionOf(input)),
    termination_reason: (input) => Position.terminationReason(positionOf(input)),
    weekly_hours: (input) => Position.weeklyHours(positionOf(input)),
    full_time_equivalent: (input) => Position.fullTimeEquivalent(positionOf(input)),
    pay_group: (input) => Position.payGroup(positionOf(input)),
    group_ids: derived(Unit.howListed, (input) => Unit.listed(positionOf(input))),
    work_location_ids: (input) => Position.locations(positionOf(input)),
    manager_id: (input) => Position.manager(positionOf(input))
  }
})
