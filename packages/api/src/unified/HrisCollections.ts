/** Lists of people systems, and of the people of every other system. */
import { Company } from "@crosswalk/core/hris/Company"
import { Employee } from "@crosswalk/core/hris/Employee"
import { Group } from "@crosswalk/core/hris/Group"
import { Location } from "@crosswalk/core/hris/Location"
import * as Collection from "../Collection.ts"
import * as Filters from "./Filters.ts"
import { employee, user } from "./hris/Employee.ts"
import { group } from "./hris/Group.ts"
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
  })
]
