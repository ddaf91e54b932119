/**
 * A seeded UKG Pro tenant, as its simulator tells it: people, each with the rows that other lists have of them, together
 * about 7 kB. A column without a value is sent as null.
 */
import * as Account from "@crosswalk/ukg-pro/sandbox/Account"
import * as Columns from "@crosswalk/ukg-pro/sandbox/Columns"
import * as Employment from "@crosswalk/ukg-pro/sandbox/record/Employment"
import * as Person from "@crosswalk/ukg-pro/sandbox/record/Person"
import { jobList, orgLevels } from "@crosswalk/ukg-pro/sandbox/record/Setup"
import type { Rows } from "../Lists.ts"

const account = Account.make({ seed: 47, size: 10_000, epoch: 1_720_000_000_000 })

/** The lists of which an account has one each. */
export const standing: Rows = { org_levels: orgLevels, jobs: jobList }

/** The person at an index, and what other lists tell of them; every tenth works for a second company. */
export const record = (index: number): Rows => {
  const person = Person.record(account, index)
  const employments = Account.employmentsOf(account, index).map((row) => Employment.record(account, row))
  const { id } = Account.company(account, Account.companyOf(account, index))
  return {
    person_details: [Columns.personDetails({ ...person, companyId: id })],
    employee_employment_details: employments.map(Columns.employeeEmploymentDetails),
    employment_details: employments.map(Columns.employmentDetails),
    user_defined_fields: [Columns.userDefinedFields(person)]
  }
}
