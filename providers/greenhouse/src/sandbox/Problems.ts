/**
 * Greenhouse's error answers. The vendor documents the bodies of 422 only; those of 401, 403, 404 and 429 follow its
 * older API.
 */
import type { Answer } from "@crosswalk/sandbox/Answer"
import { json } from "@crosswalk/sandbox/Answer"

const problem = (status: number, message: string): Answer => json({ message }, status)

export const invalid = (message: string): Answer => json({ errors: [message] }, 422)

export const cursorWithOthers = invalid("When passing a cursor, do not include other query params.")

export const unauthorized = problem(401, "Invalid or expired access token.")

export const notPermitted = (resource: string): Answer =>
  problem(403, `This token does not have the scope harvest:${resource}:list.`)

export const notSiteAdmin = problem(403, "The acting user must be a Site Admin.")

export const notFound = problem(404, "Resource not found.")

export const rateLimited = problem(429, "Rate limit exceeded.")

export const expiredCursor = invalid("The cursor is invalid or has expired.")
