/**
 * Who may call: a service account with its password, the tenant's key beside it, and a right for each endpoint.
 */
import type { Answer } from "@crosswalk/sandbox/Answer"
import * as Request from "@crosswalk/sandbox/Request"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { right } from "./Endpoint.ts"
import * as Endpoints from "./Endpoints.ts"
import type { Habits } from "./Habits.ts"
import * as Problems from "./Problems.ts"
import * as Scheduling from "./Scheduling.ts"

/** Addresses that are no list of their own table. */
export const further = [
  Endpoints.changes.path,
  "/payroll/v1/companies/pay-statements",
  "/payroll/v1/employees/pay-statement/last",
  ...Object.values(Scheduling.paths)
] as const

/** Every right once, by the last part of the endpoint's path. */
export const rights: ReadonlyArray<string> = [
  ...new Set([...Endpoints.all.map(({ path }) => path), ...Endpoints.unused, ...further].map(right))
]

const under = (prefix: string): ReadonlyArray<string> =>
  [...Endpoints.all.map(({ path }) => path), ...Endpoints.unused, ...further]
    .filter((path) => path.startsWith(prefix))
    .map(right)

const alone = ["person-details", "employment-details", "employee-employment-details", "compensation-details"]

/** The vendor's service objects, each a bundle of rights. */
export const bundles: Readonly<Record<string, ReadonlyArray<string>>> = {
  "Employee Person Details": ["person-details"],
  "Employee Employment information": ["employment-details", "employee-employment-details"],
  "Employee Compensation Details": ["compensation-details"],
  EmployeeExport: ["employee-changes"],
  "PTO Plan Integration": ["pto-plans"],
  "Employee Direct Deposit": ["direct-deposit"],
  Payroll: under("/payroll/").filter((right) => right !== "direct-deposit"),
  "Company Configuration Integration": under("/configuration/"),
  "Personnel Integration": under("/personnel/").filter(
    (right) => ![...alone, "employee-changes", "pto-plans"].includes(right)
  )
}

export interface Credentials {
  /** By the names a host stores them under. */
  readonly given: Readonly<Record<string, string>>
  readonly refuse: (request: Request.Request, right: string) => Answer | undefined
  /** Takes away a right, or all of a service object's. */
  readonly revoke: (right: string) => void
  readonly grant: (right: string) => void
  /** Ends the validity of the password, as a tenant's policy does. */
  readonly expirePassword: () => void
  /** Makes the password valid again. */
  readonly renewPassword: () => void
}

/** Makes the credentials of a tenant. */
export const make = (seed: number, habits: () => Required<Habits>): Credentials => {
  const source = Seeded.make(seed, "ukg-pro.credentials")
  const secret = (index: number) =>
    [1, 2, 3, 4].map((field) => Seeded.bits(source, index, field).toString(36).padStart(7, "0")).join("")
  const username = `sandbox.service.${secret(0).slice(0, 6)}`
  // A colon is allowed in the password of HTTP Basic, though not in its user name.
  const password = `${secret(1)}:${secret(3).slice(0, 4)}`
  const key = secret(2).slice(0, 5).toUpperCase()
  const missing = new Set<string>()
  let isExpired = false

  const knows = (request: Request.Request): boolean => {
    const given = Request.basic(request)
    return (
      !isExpired &&
      given?.user === username &&
      given.password === password &&
      request.headers["us-customer-api-key"] === key
    )
  }
  const each = (right: string, change: (right: string) => void) => {
    for (const one of bundles[right] ?? [right]) change(one)
  }
  return {
    given: { username, password, customer_api_key: key },
    refuse: (request, right) =>
      !knows(request)
        ? Problems.unauthorized
        : missing.has(right)
          ? Problems.notPermitted(habits().missingRight, right)
          : undefined,
    revoke: (right) => each(right, (one) => missing.add(one)),
    grant: (right) => each(right, (one) => missing.delete(one)),
    expirePassword: () => {
      isExpired = true
    },
    renewPassword: () => {
      isExpired = false
    }
  }
}
