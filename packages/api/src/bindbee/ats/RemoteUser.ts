/** People who work with a recruiting system. */
import { User } from "@crosswalk/core/ats/User"
import { Employee } from "@crosswalk/core/hris/Employee"
import type { roles } from "@crosswalk/core/Words"
import type { RecordOf } from "../../Related.ts"
import * as Shape from "../../Shape.ts"
import * as Time from "../../Time.ts"
import * as Word from "../../Word.ts"
import * as Row from "../Row.ts"

const accessRoles = [
  "ADMIN",
  "SUPER_ADMIN",
  "TEAM_MEMBER",
  "LIMITED_TEAM_MEMBER",
  "INTERVIEWER",
  "RECRUITER",
  "-"
] as const

const accessRole = {
  ADMIN: "ADMIN",
  SUPER_ADMIN: "SUPER_ADMIN",
  TEAM_MEMBER: "TEAM_MEMBER",
  LIMITED_TEAM_MEMBER: "LIMITED_TEAM_MEMBER",
  INTERVIEWER: "INTERVIEWER",
  RECRUITER: "RECRUITER",
  MANAGER: null,
  HIRING_MANAGER: null,
  COORDINATOR: null,
  SOURCER: null,
  SALES_REP: null,
  USER: null,
  EMPLOYEE: null
} as const satisfies Word.Table<(typeof roles)[number], (typeof accessRoles)[number]>

const shape = Row.shape("RemoteUser", {
  first_name: Shape.text("Given name."),
  last_name: Shape.text("Family name."),
  email: Shape.text("E-mail address; the first of several."),
  disabled: Shape.boolean("Whether the person cannot sign in any more."),
  remote_created_at: Shape.instant("When the record was created at the vendor."),
  access_role: Shape.open(accessRoles, "What the person may do in the whole system; the first of several roles.")
})

type Record = RecordOf<"user"> | RecordOf<"employee">

const shared = {
  ...Row.rules,
  first_name: ({ first_name }: Record) => first_name,
  last_name: ({ last_name }: Record) => last_name,
  remote_created_at: ({ remote_created_at }: Record) => Time.instant(remote_created_at),
  access_role: ({ roles }: Record) => Word.open(accessRole, roles?.find(({ scope }) => scope !== "JOB")?.role)
}

/** A user. */
export const user = Row.projection(User, shape, {
  fields: {
    ...shared,
    email: ({ emails }) => emails?.[0]?.value ?? null,
    disabled: ({ status }) => (status === null || status.value === null ? null : status.value === "INACTIVE")
  }
})

const isGone = {
  ACTIVE: false,
  ACTIVE_EXTERNAL: false,
  INACTIVE: true,
  INACTIVE_EXTERNAL: true,
  RETIRED: true,
  DECEASED: true,
  // Whether somebody can sign in who is not there yet, or is on leave, no employment tells.
  PENDING: null,
  LEAVE: null
} as const satisfies { readonly [Word in Word.Ours<RecordOf<"employee">["employment_status"]>]: boolean | null }

/** An employee as a user, of a vendor that has no users. */
export const employee = Row.projection(Employee, shape, {
  fields: {
    ...shared,
    email: ({ emails }) => (emails?.find(({ type }) => type?.value === "WORK") ?? emails?.[0])?.value ?? null,
    disabled: ({ employment_status }) =>
      employment_status === null || employment_status.value === null ? null : isGone[employment_status.value]
  }
})
