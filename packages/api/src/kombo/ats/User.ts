/** Users of a recruiting system. */
import { User } from "@crosswalk/core/ats/User"
import { Employee } from "@crosswalk/core/hris/Employee"
import type { RecordOf } from "../../Related.ts"
import * as Row from "../Row.ts"
import * as Shape from "../../Shape.ts"
import * as Word from "../../Word.ts"
import type * as Words from "../Words.ts"
import { workEmail } from "./Person.ts"
import * as Role from "./Role.ts"

const shape = Row.shape({
  first_name: Shape.text("Given name."),
  last_name: Shape.text("Family name."),
  email: Shape.text("E-mail address; null when the vendor's text is none."),
  status: Shape.closed(["ACTIVE", "INACTIVE"], "Whether the user is active."),
  system_roles: Shape.list(Role.Assigned, "Roles that count in the whole system; those on single jobs stand there.")
})

type Record = RecordOf<"user"> | RecordOf<"employee">

const shared = {
  ...Row.rules,
  first_name: ({ first_name }: Record) => first_name,
  last_name: ({ last_name }: Record) => last_name,
  email: ({ emails }: Record) => workEmail(emails ?? undefined),
  system_roles: ({ roles }: Record) => (roles ?? []).filter(({ scope }) => scope !== "JOB").map(Role.assigned)
}

const active = { ACTIVE: "ACTIVE", INACTIVE: "INACTIVE" } as const

// Whoever works there counts as active, whoever left does not; on leave and not yet there are neither.
const employed = {
  ACTIVE: "ACTIVE",
  ACTIVE_EXTERNAL: "ACTIVE",
  INACTIVE: "INACTIVE",
  INACTIVE_EXTERNAL: "INACTIVE",
  RETIRED: "INACTIVE",
  DECEASED: "INACTIVE",
  PENDING: null,
  LEAVE: null
} as const satisfies Word.Table<keyof typeof Words.employmentStatus, "ACTIVE" | "INACTIVE">

/** A user. */
export const user = Row.projection(User, shape, {
  fields: { ...shared, status: ({ status }) => Word.closed(active, status) }
})

/** An employee as a user, of a vendor that has no users. */
export const employee = Row.projection(Employee, shape, {
  fields: { ...shared, status: ({ employment_status }) => Word.closed(employed, employment_status) }
})
