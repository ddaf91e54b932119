/** UKG Pro, human resources and payroll. */
import * as Auth from "@crosswalk/core/Auth"
import * as Page from "@crosswalk/core/Page"
import * as Provider from "@crosswalk/core/Provider"
import * as Redact from "@crosswalk/core/Redact"
import { Predicate } from "effect"
import { depositBankInfo, globalBankInfo } from "./mapper/BankInfo.ts"
import { company } from "./mapper/Company.ts"
import { compensation } from "./mapper/Compensation.ts"
import { dependent } from "./mapper/Dependent.ts"
import { employee } from "./mapper/Employee.ts"
import { employment } from "./mapper/Employment.ts"
import { group } from "./mapper/Group.ts"
import { location } from "./mapper/Location.ts"
import { payslip } from "./mapper/Payslip.ts"
import { timeOff } from "./mapper/TimeOff.ts"
import { timeOffBalance } from "./mapper/TimeOffBalance.ts"
import { user } from "./mapper/User.ts"
import { docs } from "./wire/Docs.ts"

const textAt = (body: unknown, ...paths: ReadonlyArray<string>): string | null => {
  for (const path of paths) {
    const value = Page.at(body, path)
    if (Predicate.isString(value) && value.trim() !== "") return value
  }
  return null
}

/** The first complaint about a parameter: `errors.modelstate` lists them by its name. */
const complaint = (body: unknown): string | null => {
  for (const path of ["errors.modelstate", "errors.modelState"]) {
    const complaints = Page.at(body, path)
    if (!Predicate.isObject(complaints)) continue
    for (const [property, entries] of Object.entries(complaints)) {
      const message = Array.isArray(entries) ? textAt(entries[0], "message", "type") : null
      if (message !== null) return `${property}: ${message}`
    }
  }
  return null
}

const failure = (body: unknown): Provider.FailureReading => ({
  code: textAt(body, "code", "errors.general.type", "general.type", "type"),
  detail: complaint(body) ?? textAt(body, "message", "detail", "errors.general.message", "general.message", "title")
})

/** UKG Pro, human resources and payroll. */
export const ukgPro = Provider.make("ukg-pro", {
  name: "UKG Pro",
  categories: ["hris"],
  docs,
  api: { version: "v1", sunset: null },
  auth: [
    Auth.basic(Auth.plain("username", "Service account"), Auth.secret("password", "Password of the service account"), {
      fields: [
        Auth.secret("customer_api_key", "Customer API key"),
        Auth.optional(Auth.plain("host", "The account's web service host, e.g. service5"))
      ],
      headers: { "US-Customer-Api-Key": "customer_api_key" }
    })
  ],
  baseUrls: { us: "https://{host}.ultipro.com", canada: "https://{host}.ultipro.ca" },
  strayPaths: ["/services"],
  // UKG counts requests by the minute and does not say how many it takes.
  rateLimit: { limit: 120, windowSeconds: 60, burst: 40 },
  settings: { [Redact.settingName]: Redact.setting },
  mappers: [
    company,
    location,
    group,
    employee,
    employment,
    compensation,
    dependent,
    timeOff,
    timeOffBalance,
    depositBankInfo,
    globalBankInfo,
    payslip,
    user
  ],
  failure
})
