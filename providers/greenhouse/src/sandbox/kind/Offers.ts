/**
 * Offers: of every hire, and of whoever stands in the offer stage. Some hires took a second version.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import type { Account } from "../Account.ts"
import { day, id } from "../Account.ts"
import * as CustomFields from "../CustomFields.ts"
import * as Facts from "../Facts.ts"
import type { Kind } from "../Kind.ts"
import { above, slots } from "../Kind.ts"
import * as Wire from "../Wire.ts"

const hasSecond = (account: Account, application: number): boolean =>
  Facts.outcome(account, application) === "hired" && application % 4 === 1

const exists = (account: Account, row: number): boolean => {
  const application = above(2, row)
  if (row % 2 === 1) return hasSecond(account, application)
  return Facts.hasJob(account, application) && Facts.stage(account, application) === Facts.stageAt.offer
}

const offer = (account: Account, row: number): JsonObject => {
  const application = above(2, row)
  const outcome = Facts.outcome(account, application)
  const isSuperseded = row % 2 === 0 && hasSecond(account, application)
  const status = isSuperseded
    ? "Deprecated"
    : outcome === "hired"
      ? "Accepted"
      : outcome === "rejected"
        ? "Rejected"
        : "Created"
  const at = Facts.activeAt(account, application)
  return {
    version: 1 + (row % 2),
    application_id: id(account, "applications", application),
    job_id: id(account, "jobs", Facts.job(account, application)),
    candidate_id: id(account, "candidates", Facts.candidateOf(account, application)),
    opening_id: application % 3 === 1 ? id(account, "openings", Facts.job(account, application) * 2) : null,
    status,
    starts_on: application % 5 === 4 ? null : Wire.date(at + 45 * day),
    sent_on: status === "Created" && application !== 0 ? null : Wire.date(at),
    resolved_at: status === "Accepted" || status === "Rejected" ? Wire.instant(at) : null,
    custom_fields: CustomFields.offer(account, row)
  }
}

export const make = (account: Account): ReadonlyArray<Kind> => [
  {
    list: "offers",
    singular: "offer",
    size: account.applications * 2,
    exists: (row) => exists(account, row),
    createdAt: (row) => Facts.activeAt(account, above(2, row)) - 1000 * (1 - (row % 2)),
    updatedAt: (row) => Facts.activeAt(account, above(2, row)) + (row % 2),
    fields: (row) => offer(account, row),
    parent: { list: "applications", field: "application_id", rows: slots(2) }
  }
]
