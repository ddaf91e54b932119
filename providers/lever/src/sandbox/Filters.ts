/**
 * What callers may narrow lists by.
 */
import type { Answer, Json, JsonObject } from "@crosswalk/sandbox/Answer"
import type { Request } from "@crosswalk/sandbox/Request"
import { Result } from "effect"
import type { Account } from "./Account.ts"
import * as Facts from "./Facts.ts"
import type { View } from "./Lists.ts"
import * as Problems from "./Problems.ts"
import * as Wire from "./Wire.ts"

/** A span of time, both ends included, in milliseconds. */
export interface Window {
  readonly start: number
  readonly end: number
}

/** The span asked for by two parameters; undefined when neither is there. Malformed values are refused. */
export const window = (
  request: Request,
  startName: string,
  endName: string
): Result.Result<Window | undefined, Answer> => {
  const start = request.query.get(startName)
  const end = request.query.get(endName)
  if (start === null && end === null) return Result.succeed(undefined)
  const found = { start: start === null ? 0 : Number(start), end: end === null ? Number.MAX_SAFE_INTEGER : Number(end) }
  return Number.isFinite(found.start) && Number.isFinite(found.end) && start !== "" && end !== ""
    ? Result.succeed(found)
    : Result.fail(Problems.invalid(`${startName} and ${endName} must be milliseconds since 1970`))
}

const within = (span: Window | undefined, time: number | null): boolean =>
  span === undefined || (time !== null && time >= span.start && time <= span.end)

/** True when the parameter is absent or one of its values fits. Values of a repeated parameter are alternatives. */
const anyOf = (request: Request, name: string, test: (wanted: string) => boolean): boolean => {
  const wanted = request.query.getAll(name)
  return wanted.length === 0 || wanted.some(test)
}

const includes = (values: Json | undefined, wanted: string): boolean => Wire.list(values).includes(wanted)

/** Which confidential records a caller sees. */
export type Confidentiality = "confidential" | "non-confidential" | "all"

/** What the caller asks for, less what it may not see: without the right, confidential records are silently left out. */
export const confidentiality = (request: Request, granted: boolean): Result.Result<Confidentiality, Answer> => {
  const asked = request.query.get("confidentiality") ?? "non-confidential"
  switch (asked) {
    case "non-confidential":
      return Result.succeed(asked)
    case "all":
      return Result.succeed(granted ? asked : "non-confidential")
    case "confidential":
      return granted ? Result.succeed(asked) : Result.fail(Problems.forbidden("confidential data"))
    default:
      return Result.fail(Problems.invalid("confidentiality must be confidential, non-confidential or all"))
  }
}

const shows = (seen: Confidentiality, isConfidential: boolean): boolean =>
  seen === "all" || isConfidential === (seen === "confidential")

/** The view of `/opportunities` that a request asks for. */
export const opportunities = (
  account: Account,
  request: Request,
  granted: boolean,
  applicationOf: (opportunity: JsonObject) => JsonObject
): Result.Result<View, Answer> =>
  Result.all({
    updated: window(request, "updated_at_start", "updated_at_end"),
    created: window(request, "created_at_start", "created_at_end"),
    advanced: window(request, "advanced_at_start", "advanced_at_end"),
    archivedIn: window(request, "archived_at_start", "archived_at_end"),
    seen: confidentiality(request, granted)
  }).pipe(
    Result.map(({ advanced, archivedIn, created, seen, updated }): View => {
      const { query } = request
      const archived = query.get("archived")
      const snoozed = query.get("snoozed")
      return {
        acceptsRow: (row) =>
          within(updated, updated === undefined ? null : Facts.updatedAt(account, row)) &&
          within(created, created === undefined ? null : Facts.createdAt(account, row)) &&
          shows(seen, Facts.isConfidential(account, row)) &&
          (archived === null || (Facts.archivedAt(account, row) !== null) === (archived === "true")) &&
          anyOf(request, "stage_id", (id) => account.stages[Facts.stage(account, row)]?.id === id),
        accepts: (record) =>
          within(updated, Wire.number(record.updatedAt)) &&
          within(created, Wire.number(record.createdAt)) &&
          within(advanced, Wire.number(record.lastAdvancedAt)) &&
          within(archivedIn, Wire.number(Wire.object(record.archived).archivedAt)) &&
          shows(seen, record.confidentiality === "confidential") &&
          (archived === null || (record.archived !== null) === (archived === "true")) &&
          (snoozed === null || (Wire.number(record.snoozedUntil) !== null) === (snoozed === "true")) &&
          anyOf(request, "stage_id", (id) => record.stage === id) &&
          anyOf(request, "contact_id", (id) => record.contact === id) &&
          anyOf(request, "tag", (tag) => includes(record.tags, tag)) &&
          anyOf(request, "source", (source) => includes(record.sources, source)) &&
          anyOf(request, "email", (email) => includes(record.emails, email)) &&
          anyOf(request, "origin", (origin) => record.origin === origin) &&
          anyOf(request, "location", (location) => record.opportunityLocation === location) &&
          anyOf(request, "archive_reason_id", (id) => Wire.object(record.archived).reason === id) &&
          appliedTo(request, record, applicationOf)
      }
    })
  )

/** `posting_id` finds active opportunities of a posting, `archived_posting_id` archived ones. */
const appliedTo = (
  request: Request,
  record: JsonObject,
  applicationOf: (opportunity: JsonObject) => JsonObject
): boolean => {
  const active = request.query.getAll("posting_id")
  const archived = request.query.getAll("archived_posting_id")
  if (active.length === 0 && archived.length === 0) return true
  return (record.archived === null ? active : archived).includes(Wire.text(applicationOf(record).posting))
}

/** The view of `/postings`. */
export const postings = (request: Request, granted: boolean): Result.Result<View, Answer> =>
  Result.all({
    updated: window(request, "updated_at_start", "updated_at_end"),
    created: window(request, "created_at_start", "created_at_end"),
    seen: confidentiality(request, granted)
  }).pipe(
    Result.map(({ created, seen, updated }): View => ({
      accepts: (record) => {
        const categories = Wire.object(record.categories)
        const states = request.query.getAll("state")
        const channels = request.query.getAll("distributionChannel")
        const wanted = channels.length === 0 && states.includes("published") ? ["public"] : channels
        return (
          within(updated, Wire.number(record.updatedAt)) &&
          within(created, Wire.number(record.createdAt)) &&
          shows(seen, record.confidentiality === "confidential") &&
          anyOf(request, "state", (state) => record.state === state) &&
          (wanted.length === 0 || wanted.some((channel) => includes(record.distributionChannels, channel))) &&
          ["team", "department", "location", "commitment", "level"].every((name) =>
            anyOf(request, name, (value) => categories[name] === value)
          ) &&
          anyOf(request, "group", (group) => categories.department === group) &&
          anyOf(request, "tag", (tag) => includes(record.tags, tag))
        )
      }
    }))
  )

/** The view of `/requisitions`. */
export const requisitions = (request: Request, granted: boolean): Result.Result<View, Answer> =>
  Result.all({
    created: window(request, "created_at_start", "created_at_end"),
    seen: confidentiality(request, granted)
  }).pipe(
    Result.map(({ created, seen }): View => ({
      accepts: (record) =>
        within(created, Wire.number(record.createdAt)) &&
        shows(seen, record.confidentiality === "confidential") &&
        anyOf(request, "requisition_code", (code) => record.requisitionCode === code) &&
        anyOf(request, "status", (status) => record.status === status)
    }))
  )

/** The view of `/users`: without those who have left, unless asked. */
export const users = (request: Request): View => ({
  accepts: (record) =>
    (record.deactivatedAt === null || request.query.get("includeDeactivated") === "true") &&
    anyOf(request, "email", (email) => record.email === email) &&
    anyOf(request, "accessRole", (role) => record.accessRole === role) &&
    anyOf(request, "external_directory_id", (id) => record.externalDirectoryId === id)
})

/** The view of a list of what was deleted. */
export const deleted = (request: Request): Result.Result<View, Answer> =>
  Result.map(window(request, "deleted_at_start", "deleted_at_end"), (span): View => ({
    accepts: (record) => within(span, Wire.number(record.deletedAt))
  }))

/** Files and resumes by upload; a resume without an upload date counts by its creation. */
export const uploaded = (request: Request): Result.Result<(record: JsonObject) => boolean, Answer> =>
  Result.map(window(request, "uploaded_at_start", "uploaded_at_end"), (span) => (record) => {
    const uploadedAt = record.uploadedAt ?? Wire.object(record.file).uploadedAt ?? record.createdAt
    return within(span, typeof uploadedAt === "string" ? Number(uploadedAt) : Wire.number(uploadedAt))
  })

const week = 7 * 86_400_000

/** Surveys, of the last week unless asked. */
export const surveys = (request: Request, startName: string, endName: string): Result.Result<View, Answer> =>
  Result.map(window(request, startName, endName), (asked): View => {
    const span = asked ?? { start: request.now - week, end: request.now }
    return { accepts: (record) => within(span, Wire.number(record.createdAt)) }
  })
