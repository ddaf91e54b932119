/** The declaration of BambooHR: how it is reached, and what is made of what it lists. */
import * as Auth from "@crosswalk/core/Auth"
import * as Provider from "@crosswalk/core/Provider"
import { docs } from "./BamboohrWire.ts"
import { application } from "./mapper/Application.ts"
import { candidate } from "./mapper/Candidate.ts"
import { department } from "./mapper/Department.ts"
import { employee } from "./mapper/Employee.ts"
import { group } from "./mapper/Group.ts"
import { job } from "./mapper/Job.ts"
import { timeOff } from "./mapper/TimeOff.ts"

/** BambooHR. */
export const bamboohr = Provider.make("bamboohr", {
  name: "BambooHR",
  categories: ["hris", "ats"],
  docs,
  api: { version: "v1", sunset: null },
  auth: [
    Auth.apiKeyAsUser(Auth.secret("api_key", "API key"), { fields: [Auth.plain("company_domain", "Company domain")] })
  ],
  baseUrls: { production: "https://api.bamboohr.com/api/gateway.php/{company_domain}/v1" },
  // The vendor publishes no number; who asks too often is told so, with how long to wait.
  rateLimit: { limit: 5, windowSeconds: 1, burst: 5 },
  // Older calls answer in XML unless told.
  headers: { accept: "application/json" },
  mappers: [group, employee, timeOff, department, job, candidate, application]
})
