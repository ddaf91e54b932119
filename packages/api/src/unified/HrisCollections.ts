/** Lists of people systems, and of the people of every other system. */
import * as Filter from "@crosswalk/core/Filter"
import { Company } from "@crosswalk/core/hris/Company"
import { Employee } from "@crosswalk/core/hris/Employee"
import { Group } from "@crosswalk/core/hris/Group"
import { Location } from "@crosswalk/core/hris/Location"
import { Payslip } from "@crosswalk/core/hris/Payslip"
import { TimeOff } from "@crosswalk/core/hris/TimeOff"
import * as Collection from "../Collection.ts"
import * as Filters from "./Filters.ts"
import { employee, user } from "./hris/Employee.ts"
import { group } from "./hris/Group.ts"
import { payslip } from "./hris/Payslip.ts"
import { statuses, timeOff, types } from "./hris/TimeOff.ts"
import * as Words from "./Words.ts"

/** The lists of the category. */
export const hrisCollections = [
  Collection.make({
    category: "hris",
    path: "employee",
    projections: [employee, user],
    description: "Employees; for a connection whose system has none, its users.",
    filters: {
      company_id: Filters.to(Employee, "company_id", Company, "Employees of that legal entity."),
      group_id: Filters.to(Employee, "group_ids", Group, "Employees who belong to that group."),
      location_id: Filters.to(Employee, "work_location_ids", Location, "Employees who work at that place.")
    }
  }),
  Collection.make({
    category: "hris",
    path: "group",
    projections: [group],
    description: "Groups of people.",
    filters: {
      company_id: Filters.to(Group, "company_id", Company, "Groups of that legal entity."),
      type: Filters.word("type", Words.groupType, "Groups of that kind.")
    }
  }),
  Collection.make({
    category: "hris",
    path: "payslip",
    projections: [payslip],
    description: "What people were paid.",
    filters: {
      company_id: Filters.to(Payslip, "company_id", Company, "Pay slips of that legal entity."),
      user_id: Filters.person(Payslip, "user_id", "Pay slips of that employee.")
    }
  }),
  Collection.make({
    category: "hris",
    path: "timeoff",
    projections: [timeOff],
    description: "Absences from work.",
    // An absence of nobody is none to a client.
    only: Filter.range(["user_id"], { from: "" }),
    filters: {
      company_id: Filters.to(TimeOff, "company_id", Company, "Absences of people of that legal entity."),
      end_lt: Filters.endsBefore({ day: "ends_on", time: "end_time" }, "Absences that end before that date-time."),
      start_gte: Filters.startsSince(
        { day: "starts_on", time: "start_time" },
        "Absences that begin at that date-time or later."
      ),
      status: Filters.word("status", statuses, "Absences in that state."),
      type: Filters.word("type", types, "Absences of that kind."),
      user_id: Filters.person(TimeOff, "user_id", "Absences of that employee.")
    }
  })
]
