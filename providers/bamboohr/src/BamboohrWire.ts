/** What BambooHR sends: its lists, and of their records what is read. */
import * as Page from "@crosswalk/core/Page"
import * as Resource from "@crosswalk/core/Resource"
import * as Wire from "@crosswalk/core/Wire"
import { Predicate, Schema } from "effect"

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

/** A value that a customer can choose in some field, such as one of its departments. */
const Option = Schema.Struct({
  id: Wire.Id,
  name: Wire.maybe(Schema.String),
  archived: Wire.maybe(Schema.String),
  createdDate: Wire.maybe(Schema.String)
})

/** The values that can be chosen in one field. */
export const List = Schema.Struct({
  id: Wire.Id,
  alias: Wire.maybe(Schema.String),
  options: Wire.maybe(Schema.Array(Option))
}).annotate({ source: `${docs}/metadata-get-details-for-list-fields-1` })

/** The lists of values, keyed by the names of their fields, which are the same for all customers. */
export const lists = Resource.make("lists", {
  path: "/meta/lists",
  wire: List,
  page: Page.single({ items: "" }),
  id: (list) => Wire.text(list.alias) ?? list.id
})

/** Somebody who signs in; those who work there have an employee's record as well. */
export const User = Schema.Struct({
  id: Wire.Id,
  employeeId: Wire.maybe(Wire.Id)
}).annotate({ source: `${docs}/metadata-get-a-list-of-users-1` })

// One object with a key for each user.
const keyed: Page.Page = {
  strategy: "single",
  first: { query: {} },
  read: ({ body }) =>
    Predicate.isObject(body)
      ? { items: Object.values(body), next: null, total: null }
      : { unreadable: "the answer is no object" }
}

/** Everybody who signs in. */
export const users = Resource.make("users", {
  path: "/meta/users",
  wire: User,
  page: keyed,
  id: (user) => user.id
})

/** A request to be absent. */
export const TimeOffRequest = Schema.Struct({
  id: Wire.Id,
  employeeId: Wire.maybe(Wire.Id),
  status: Wire.maybe(Schema.Struct({ status: Wire.maybe(Schema.String), lastChangedByUserId: Wire.maybe(Wire.Id) })),
  start: Wire.maybe(Schema.String),
  end: Wire.maybe(Schema.String),
  type: Wire.maybe(Schema.Struct({ id: Wire.maybe(Wire.Id), name: Wire.maybe(Schema.String) })),
  amount: Wire.maybe(Schema.Struct({ unit: Wire.maybe(Schema.String), amount: Wire.maybe(Wire.Numeric) })),
  notes: Wire.maybe(Schema.Struct({ employee: Wire.maybe(Schema.String) }))
}).annotate({ source: `${docs}/time-off-get-time-off-requests-1` })

/** All requests: both days have to be named. */
export const timeOffRequests = Resource.make("time_off_requests", {
  path: "/time_off/requests",
  wire: TimeOffRequest,
  page: Page.single({ items: "" }),
  id: (request) => request.id,
  query: { start: "1900-01-01", end: "2100-12-31" }
})

const Labelled = Schema.Struct({ id: Wire.maybe(Wire.Id), label: Wire.maybe(Schema.String) })

/** An opening. */
export const JobSummary = Schema.Struct({
  id: Wire.Id,
  title: Wire.maybe(Labelled),
  postedDate: Wire.maybe(Schema.String),
  department: Wire.maybe(Labelled),
  status: Wire.maybe(Labelled),
  hiringLead: Wire.maybe(Schema.Struct({ employeeId: Wire.maybe(Wire.Id) })),
  location: Wire.maybe(
    Schema.Struct({
      label: Wire.maybe(Schema.String),
      address: Wire.maybe(
        Schema.Struct({
          addressLine1: Wire.maybe(Schema.String),
          addressLine2: Wire.maybe(Schema.String),
          city: Wire.maybe(Schema.String),
          state: Wire.maybe(Schema.String),
          zipcode: Wire.maybe(Schema.String),
          country: Wire.maybe(Schema.String)
        })
      )
    })
  ),
  postingUrl: Wire.maybe(Schema.String)
}).annotate({ source: `${docs}/get-job-summaries` })

/** Openings in every state. */
export const jobs = Resource.make("jobs", {
  path: "/applicant_tracking/jobs",
  wire: JobSummary,
  page: Page.single({ items: "" }),
  id: (job) => job.id,
  query: { statusGroups: "ALL" }
})

/** One person's application for one opening. */
export const Application = Schema.Struct({
  id: Wire.Id,
  appliedDate: Wire.maybe(Schema.String),
  status: Wire.maybe(Labelled),
  applicant: Wire.maybe(
    Schema.Struct({
      id: Wire.maybe(Wire.Id),
      firstName: Wire.maybe(Schema.String),
      lastName: Wire.maybe(Schema.String),
      avatar: Wire.maybe(Schema.String),
      email: Wire.maybe(Schema.String),
      source: Wire.maybe(Schema.String)
    })
  ),
  job: Wire.maybe(Schema.Struct({ id: Wire.maybe(Wire.Id) }))
}).annotate({ source: `${docs}/get-applications` })

// How many make a page is not said; each answer says whether it is the last.
const numbered: Page.Page = {
  strategy: "numbered",
  first: { query: { page: "1" } },
  read: ({ body, request }) => {
    const items = Page.at(body, "applications")
    const isLast = Page.at(body, "paginationComplete")
    if (!Array.isArray(items) || !Predicate.isBoolean(isLast))
      return { unreadable: 'the answer has no list at "applications", or does not say whether it is the last' }
    const next = { query: { page: String(Number(request.query["page"] ?? 1) + 1) } }
    return { items, next: isLast ? null : next, total: null }
  }
}

/** Applications in every state, for openings in every state, in the order in which they came in. */
export const applications = Resource.make("applications", {
  path: "/applicant_tracking/applications",
  wire: Application,
  page: numbered,
  id: (application) => application.id,
  query: { applicationStatus: "ALL", jobStatusGroups: "ALL", sortBy: "created_date", sortOrder: "ASC" },
  absence: { confirm: "/applicant_tracking/applications/{id}" }
})
