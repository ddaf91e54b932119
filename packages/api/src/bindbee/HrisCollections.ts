/** The lists of people systems. */
import { Employee } from "@crosswalk/core/hris/Employee"
import { Group } from "@crosswalk/core/hris/Group"
import * as Filter from "@crosswalk/core/Filter"
import type { ModelName } from "@crosswalk/core/ModelName"
import * as Relation from "@crosswalk/core/Relation"
import * as Collection from "../Collection.ts"
import * as Filters from "./Filters.ts"
import * as Dependents from "./hris/Dependent.ts"
import * as Employees from "./hris/Employee.ts"
import { employeePayrollRun } from "./hris/EmployeePayrollRun.ts"
import * as Employments from "./hris/Employment.ts"
import * as Organisation from "./hris/Organisation.ts"
import * as TimeOff from "./hris/TimeOff.ts"

const hris = "hris"

const one = (model: ModelName): Collection.Expansion => ({ model, many: false })
const many = (model: ModelName): Collection.Expansion => ({ model, many: true })

const ofEmployee = { employee_id: Filters.reference(["user_id"], "Those of this employee.") }
const expandEmployee = { employee: one("employee") }

/** The lists of people systems. */
export const hrisCollections: ReadonlyArray<Collection.Collection> = [
  Collection.make({
    category: hris,
    path: "employees",
    projections: [Employees.employee],
    description: "People who work, worked or will work for the customer.",
    filters: {
      manager_id: Filters.reference(["manager_id"], "Employees who report to this one."),
      company_id: Filters.reference(["company_id"], "Employees of this legal entity."),
      employment_status: Filters.word(
        "employment_status",
        Employees.employmentStatus,
        "Employees of this employment status."
      ),
      employee_number: Filters.text(["employee_number"], "Employees with this number."),
      first_name: Filters.text(["first_name"], "Employees of this given name."),
      last_name: Filters.text(["last_name"], "Employees of this family name."),
      work_email: {
        ...Filters.text([], "Employees with this address at work, whatever its case."),
        filter: (values) =>
          Filters.yes(
            Filter.element(
              ["emails"],
              [
                { path: ["value"], values, fold: true },
                { path: ["type", "value"], values: ["WORK"], fold: false }
              ]
            )
          )
      },
      groups: Filters.reference(["group_ids"], "Members of one of these groups.", {
        form: "comma",
        also: (ids) => Filter.related([Relation.of(Employee, Group, "user_ids")], Filter.ids(ids))
      }),
      work_locations: Filters.reference(["work_location_ids"], "Employees who work at one of these places.", {
        form: "comma"
      }),
      pay_group_id: Filters.payGroup
    },
    expansions: {
      company: one("company"),
      groups: many("group"),
      work_locations: many("location"),
      manager: one("employee")
    }
  }),
  Collection.make({
    category: hris,
    path: "employments",
    projections: [Employments.employment],
    description: "Positions that employees hold or held.",
    filters: {
      ...ofEmployee,
      employment_type: Filters.word("employment_type", Employments.employmentType, "Positions of this kind.")
    },
    expansions: expandEmployee
  }),
  Collection.make({
    category: hris,
    path: "compensations",
    projections: [Employments.compensation],
    description: "What employees are paid.",
    filters: {
      ...ofEmployee,
      pay_group_id: Filters.payGroup,
      ...Filters.days("start_date", ["effective_on"])
    },
    expansions: expandEmployee
  }),
  Collection.make({
    category: hris,
    path: "companies",
    projections: [Organisation.company],
    description: "Legal entities that employ people."
  }),
  Collection.make({
    category: hris,
    path: "groups",
    projections: [Organisation.group],
    description: "Departments, teams and other units.",
    filters: {
      parent_group_id: Filters.reference(["parent_id"], "Groups that are part of this one."),
      type: Filters.word("type", Organisation.groupType, "Groups of this kind.")
    },
    expansions: { parent_group: one("group") }
  }),
  Collection.make({
    category: hris,
    path: "locations",
    projections: [Organisation.location],
    description: "Places where people work."
  }),
  Collection.make({
    category: hris,
    path: "dependents",
    projections: [Dependents.dependent],
    description: "People for whom employees provide, as far as the vendor does not tell otherwise.",
    filters: ofEmployee,
    // Whoever is only to be called in an emergency is no dependant.
    only: Filter.oneOf(["is_dependent"], [true, null]),
    expansions: expandEmployee
  }),
  Collection.make({
    category: hris,
    path: "time-off",
    projections: [TimeOff.timeOff],
    description: "Absences from work, requested or settled.",
    filters: { ...ofEmployee, status: Filters.word("status", TimeOff.status, "Absences of this status.") },
    expansions: { ...expandEmployee, approver: one("employee") }
  }),
  Collection.make({
    category: hris,
    path: "time-off-balances",
    projections: [TimeOff.timeOffBalance],
    description: "Leave that employees have.",
    filters: ofEmployee,
    expansions: expandEmployee
  }),
  Collection.make({
    category: hris,
    path: "bank-info",
    projections: [Dependents.bankInfo],
    description: "Accounts that pay goes to.",
    filters: {
      ...ofEmployee,
      account_type: Filters.word("account_type", Dependents.accountType, "Accounts of this kind.")
    },
    expansions: expandEmployee
  }),
  Collection.make({
    category: hris,
    path: "employee-payroll-runs",
    projections: [employeePayrollRun],
    description: "What employees were paid, each for one period.",
    filters: {
      ...ofEmployee,
      payroll_run_id: Filters.none("Those of this payroll run; no run is known, so there is none."),
      ...Filters.days("start_date", ["starts_on"]),
      ...Filters.days("end_date", ["ends_on"]),
      ...Filters.days("check_date", ["paid_on"])
    },
    expansions: expandEmployee
  })
]
