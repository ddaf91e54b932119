/**
 * Lever's error answers: `{ code, message }`.
 */
import type { Answer } from "@crosswalk/sandbox/Answer"
import { json } from "@crosswalk/sandbox/Answer"

const problem = (status: number, code: string, message: string): Answer => json({ code, message }, status)

export const invalid = (message: string): Answer => problem(400, "InvalidParameter", message)

export const unauthorized = problem(401, "Unauthorized", "The credentials are missing or not valid")

export const forbidden = (right: string): Answer =>
  problem(403, "Forbidden", `The credentials have no access to ${right}`)

export const notFound = problem(404, "ResourceNotFound", "Resource not found")

export const rateLimited = problem(429, "TooManyRequests", "Too many requests, please slow down")

export const expiredCursor = problem(400, "InvalidParameter", "The offset token is invalid or has expired")
