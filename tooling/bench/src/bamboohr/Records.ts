/** A seeded BambooHR company: employees of about 0.3 kB, and their entries in the directory of about 0.65 kB. */
import * as People from "@crosswalk/sandbox/People"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { departments, places } from "@crosswalk/sandbox/Vocabulary"
import type { Rows } from "../Lists.ts"

const employee = Seeded.make(47, "employee")

const divisions = ["Nordics", "Iberia", "North America", "Asia & Pacific"] as const
const pronouns = ["she/her", "he/him", "they/them", null, null] as const

const titles = departments.flatMap(({ titles }) => titles)
const units = [...new Set(departments.map(({ team }) => team))]

const list = (id: number, alias: string, name: string, options: ReadonlyArray<string>) => ({
  id,
  fieldId: id % 97,
  manageable: "yes",
  multiple: "no",
  name,
  options: options.map((name, nth) => ({
    id: id * 100 + nth,
    archived: "no",
    manageable: "yes",
    createdDate: "2024-02-01T09:00:00+00:00",
    archivedDate: null,
    name
  })),
  alias
})

/** The lists of which a company has one each. */
export const standing: Rows = {
  lists: [
    list(910, "jobTitle", "Job Title", titles),
    list(911, "department", "Department", units),
    list(912, "division", "Division", divisions)
  ]
}

const entry = (index: number, id: string, shown: Readonly<Record<string, string | null>>) => {
  const { slug } = People.person(employee, index, 1)
  const account = slug.replaceAll(".", "")
  return {
    id,
    displayName: `${shown.preferredName ?? shown.firstName} ${shown.lastName}`,
    firstName: shown.firstName,
    lastName: shown.lastName,
    preferredName: shown.preferredName,
    jobTitle: shown.jobTitleName,
    workPhone: Seeded.chance(employee, index, 10, 0.8) ? People.phone(employee, index, 11) : "",
    mobilePhone: Seeded.chance(employee, index, 13, 0.7) ? People.phone(employee, index, 14) : null,
    workEmail: Seeded.chance(employee, index, 16, 0.95) ? People.email(employee, index, 17, slug) : null,
    department: units[Seeded.between(employee, index, 18, 0, units.length)] ?? null,
    location: Seeded.pick(employee, index, 19, places),
    division: Seeded.chance(employee, index, 20, 0.9) ? Seeded.pick(employee, index, 21, divisions) : null,
    facebook: null,
    linkedIn: `www.example.net/in/${account}`,
    twitterFeed: null,
    pinterest: null,
    instagram: null,
    pronouns: Seeded.pick(employee, index, 22, pronouns),
    workPhoneExtension: String(Seeded.between(employee, index, 23, 100, 999)),
    supervisor: People.person(employee, Math.floor(index / 7), 1).name,
    photoUploaded: true,
    photoUrl: shown.photoUrl,
    canUploadPhoto: 1
  }
}

/** The employee at an index, with the directory's entry; about one in nine has left and has none. */
export const record = (index: number): Rows => {
  const id = String(index + 4)
  const [firstName = "", ...rest] = People.person(employee, index, 1).name.split(" ")
  const isActive = !Seeded.chance(employee, index, 3, 0.11)
  const shown = {
    firstName,
    lastName: rest.join(" "),
    preferredName: Seeded.chance(employee, index, 4, 0.2) ? firstName.slice(0, 3) : null,
    photoUrl: `https://images.example.com/787978/photos/${id}-6-4.jpg?size=original&signature=${Seeded.uuid(employee, index)}`,
    jobTitleName: titles[Seeded.between(employee, index, 5, 0, titles.length - 1)] ?? null
  }
  return {
    employees: [{ employeeId: id, ...shown, status: isActive ? "Active" : "Inactive", _restrictedFields: [] }],
    directory: isActive ? [entry(index, id, shown)] : []
  }
}
