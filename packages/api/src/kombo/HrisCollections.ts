/** The lists of people systems. */
import { BankInfo } from "@crosswalk/core/hris/BankInfo"
import { Company } from "@crosswalk/core/hris/Company"
import { Compensation } from "@crosswalk/core/hris/Compensation"
import { Employee } from "@crosswalk/core/hris/Employee"
import { Employment } from "@crosswalk/core/hris/Employment"
import { Group } from "@crosswalk/core/hris/Group"
import { Location } from "@crosswalk/core/hris/Location"
import { TimeOffBalance } from "@crosswalk/core/hris/TimeOffBalance"
import * as Filter from "@crosswalk/core/Filter"
import * as Relation from "@crosswalk/core/Relation"
import { Result, Schema } from "effect"
import * as Collection from "../Collection.ts"
import * as Filters from "./Filters.ts"
import { absence } from "./hris/Absence.ts"
import { absenceTypes } from "./hris/AbsenceType.ts"
import * as Employees from "./hris/Employee.ts"
import { employment } from "./hris/Employment.ts"
import * as Organisation from "./hris/Organisation.ts"
import { timeOffBalance } from "./hris/TimeOffBalance.ts"
import * as Moment from "../Moment.ts"
import * as Words from "./Words.ts"

const hris = "hris"
const hasItems = false

const ofType = (remoteIds: ReadonlyArray<string>) =>
  Filter.any([
    Filter.oneOf(["type_remote_id"], remoteIds),
    // A kind without an id of the vendor's is known by its name.
    Filter.all([Filter.oneOf(["type_remote_id"], [null]), Filter.oneOf(["type", "remote"], remoteIds)])
  ])

const day = (description: string, filter: (day: string) => Filter.Filter): Collection.Narrowing => ({
  description,
  schema: Schema.String,
  form: "one",
  filter: ([value = ""]) => {
    const found = Moment.day(value)
    return found === null ? Result.fail(Moment.expected) : Result.succeed(filter(found))
  }
})

const employeeId = { ...Filters.ids(["user_id"], "Those of this employee."), form: "one" as const }

const absences = Collection.make({
  category: hris,
  path: "absences",
  projections: [absence],
  description: "Absences from work, requested or settled.",
  filters: {
    date_from: day("Absences that had not ended before that day.", (day) =>
      // One whose end is not known has not ended, as far as is known.
      Filter.any([Filter.from(["ends_on"], day), Filter.oneOf(["ends_on"], [null])])
    ),
    date_until: day("Absences that begin on that day or before.", (day) => Filter.range(["starts_on"], { until: day })),
    type_ids: {
      description: "Absences of one of these kinds.",
      schema: Schema.String,
      form: "comma",
      of: absenceTypes,
      filter: (remoteIds) => Filters.yes(ofType(remoteIds))
    },
    employee_id: employeeId
  },
  // The kind of absence stands in the absence's own record.
  hasItems
})

const CustomField = Schema.fromJsonString(
  Schema.Record(Schema.String, Schema.NullOr(Schema.Union([Schema.String, Schema.Finite, Schema.Boolean])))
)
const readCustomField = Schema.decodeUnknownResult(CustomField)

const customField: Collection.Narrowing = {
  description: 'Employees whose own field has a value: JSON of one key and its value, such as {"Shirt size":"M"}.',
  schema: Schema.String,
  form: "one",
  filter: ([value = ""]) => {
    const read = readCustomField(value)
    const [pair, ...others] = Result.isSuccess(read) ? Object.entries(read.success) : []
    return pair === undefined || others.length > 0
      ? Result.fail("Expected JSON of one key with a text, a number, true, false or null.")
      : Result.succeed(Filter.oneOf(["custom_fields", pair[0]], [pair[1]]))
  }
}

const statuses = Filters.enumeration(
  ["employment_status", "value"],
  Words.employmentStatus,
  Employees.employmentStatuses,
  "Employees of one of these statuses."
)

const ofEmployee = Relation.of(Employee, Employment, "user_id")

const employees = Collection.make({
  category: hris,
  path: "employees",
  projections: [Employees.employee],
  description: "Employees, with their positions, leave, superiors, groups and places.",
  filters: {
    employment_statuses: statuses,
    employment_status: { ...statuses, description: "Deprecated: one of `employment_statuses`.", form: "one" },
    group_ids: Filters.ids(["group_ids"], "Members of one of these groups.", (ids) => [
      Filter.related([Relation.of(Employee, Group, "user_ids")], Filter.ids(ids))
    ]),
    legal_entity_ids: Filters.ids(["company_id"], "Employees of one of these legal entities."),
    work_location_ids: Filters.ids(["work_location_ids"], "Employees who work at one of these places."),
    work_emails: Filters.ofKind(
      ["emails"],
      "WORK",
      "Employees with one of these addresses at work, whatever their case."
    ),
    personal_emails: Filters.ofKind(
      ["emails"],
      "PERSONAL",
      "Employees with one of these private addresses, whatever their case."
    ),
    custom_fields: customField
  },
  modifiedThrough: [
    [ofEmployee],
    // Pay is part of employments here, and accounts of the employee.
    [ofEmployee, Relation.of(Employment, Compensation, "employment_id")],
    [Relation.of(Employee, Compensation, "user_id")],
    [Relation.of(Employee, BankInfo, "user_id")],
    [Relation.of(Employee, TimeOffBalance, "user_id")],
    [Relation.to(Employee, "manager_id", Employee)],
    // Memberships stand in the employee's own record, but for vendors whose groups name their members.
    [Relation.of(Employee, Group, "user_ids")],
    [Relation.to(Employee, "company_id", Company)],
    [Relation.to(Employee, "work_location_ids", Location)]
  ],
  hasItems
})

const employments = Collection.make({
  category: hris,
  path: "employments",
  projections: [employment],
  description: "Positions that employees hold or held, with what they are paid.",
  // Pay is part of the record here.
  modifiedThrough: [
    [Relation.of(Employment, Compensation, "employment_id")],
    [Relation.to(Employment, "user_id", Employee), Relation.of(Employee, Compensation, "user_id")]
  ],
  hasItems
})

const nameContains = Filters.words(["name"], "Those whose name has all these words.")

const groupFilters = {
  types: Filters.enumeration(
    ["type", "value"],
    Words.groupType,
    Organisation.groupTypes,
    "Groups of one of these kinds; null for groups of none of them.",
    { takesNull: true }
  ),
  name_contains: nameContains
}

const groups = Collection.make({
  category: hris,
  path: "groups",
  projections: [Organisation.group],
  description: "Departments, teams and other units.",
  filters: groupFilters,
  hasItems
})

const teams = Collection.make({
  ...groups,
  path: "teams",
  description: "Deprecated: groups under their former name.",
  filters: {}
})

const legalEntities = Collection.make({
  category: hris,
  path: "legal-entities",
  projections: [Organisation.legalEntity],
  description: "Legal entities that employ people.",
  filters: {
    name_contains: {
      ...nameContains,
      filter: ([phrase = ""]) =>
        Filters.yes(
          Filter.any([
            Filter.words(["name"], phrase),
            // The registered name is served where there is no other.
            Filter.all([Filter.oneOf(["name"], [null]), Filter.words(["legal_name"], phrase)])
          ])
        )
    }
  },
  hasItems
})

const locations = Collection.make({
  category: hris,
  path: "locations",
  projections: [Organisation.location],
  description: "Places where people work.",
  filters: { name_contains: nameContains },
  hasItems
})

const timeOffBalances = Collection.make({
  category: hris,
  path: "time-off-balances",
  projections: [timeOffBalance],
  description: "Leave that employees have.",
  filters: { employee_id: employeeId },
  // The kind of absence stands in the balance's own record.
  hasItems
})

/** The lists of people systems. */
export const hrisCollections: ReadonlyArray<Collection.Collection> = [
  absences,
  employees,
  employments,
  groups,
  teams,
  legalEntities,
  locations,
  timeOffBalances
]
