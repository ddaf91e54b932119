/** What BambooHR sends: its lists, and of their records what is read. */
import * as Page from "@crosswalk/core/Page"
import * as Resource from "@crosswalk/core/Resource"
import * as Wire from "@crosswalk/core/Wire"
import { Schema } from "effect"

/** Where BambooHR describes its API. */
export const docs = "https://documentation.bamboohr.com/reference"

/** One of the employees: lists say `employeeId`, a single record says `id`. */
export const Employee = Schema.Struct({
  employeeId: Wire.maybe(Wire.Id),
  id: Wire.maybe(Wire.Id),
  firstName: Wire.maybe(Schema.String),
  lastName: Wire.maybe(Schema.String),
  preferredName: Wire.maybe(Schema.String),
  photoUrl: Wire.maybe(Schema.String),
  jobTitleName: Wire.maybe(Schema.String),
  status: Wire.maybe(Schema.String)
}).annotate({ source: `${docs}/list-employees` })

export const employeeId = ({ employeeId, id }: typeof Employee.Type): string => Wire.id(employeeId) ?? Wire.id(id) ?? ""

/** All of them, those who left among them. */
export const employees = Resource.make("employees", {
  path: "/employees",
  wire: Employee,
  page: Page.cursor({
    items: "data",
    token: "meta.page.nextCursor",
    param: "page[after]",
    size: ["page[limit]", 1000]
  }),
  id: employeeId,
  // The list leaves out whom the key's owner may not see.
  absence: { confirm: "/employees/{id}" }
})

/** An employee's entry in the directory. */
export const DirectoryEntry = Schema.Struct({
  id: Wire.Id,
  displayName: Wire.maybe(Schema.String),
  pronouns: Wire.maybe(Schema.String),
  department: Wire.maybe(Schema.String),
  division: Wire.maybe(Schema.String),
  workEmail: Wire.maybe(Schema.String),
  workPhone: Wire.maybe(Schema.String),
  mobilePhone: Wire.maybe(Schema.String)
}).annotate({ source: `${docs}/get-employees-directory` })

/** The directory, which a company may keep to itself: without those who left. */
export const directory = Resource.make("directory", {
  path: "/employees/directory",
  wire: DirectoryEntry,
  page: Page.single({ items: "employees" }),
  id: (entry) => entry.id
})
