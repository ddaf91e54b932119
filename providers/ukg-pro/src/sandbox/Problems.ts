/**
 * UKG Pro's error answers.
 */
import type { Answer } from "@crosswalk/sandbox/Answer"
import { json } from "@crosswalk/sandbox/Answer"

const problem = (status: number, title: string, detail: string): Answer =>
  json({ title, type: `https://errors.example.com/${status}`, errorCount: 1, errors: {}, detail, code: status }, status)

export const invalid = (parameter: string, message: string): Answer =>
  json(
    {
      title: "Bad Request",
      type: "https://errors.example.com/400",
      errorCount: 1,
      errors: { modelstate: { [parameter]: [{ message, type: "invalid" }] } }
    },
    400
  )

export const unauthorized = problem(401, "Unauthorized", "The credentials are missing or not valid.")

export const notPermitted = (status: 401 | 403, right: string): Answer =>
  problem(status, status === 401 ? "Unauthorized" : "Forbidden", `The service account may not view ${right}.`)

export const notFound = problem(404, "Not Found", "No data was found.")

export const rateLimited = problem(429, "Too Many Requests", "The quota is used up.")
