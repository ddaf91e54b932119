/**
 * Offers of a generated opportunity.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { currencies } from "@crosswalk/sandbox/Vocabulary"
import type { Account } from "./Account.ts"
import { day, stageAt } from "./Account.ts"
import { childIndex } from "./Child.ts"
import * as Contacts from "./Contacts.ts"
import * as Facts from "./Facts.ts"
import * as Jobs from "./Jobs.ts"
import * as Opportunities from "./Opportunities.ts"
import * as Postings from "./Postings.ts"
import * as Users from "./Users.ts"

const open = ["draft", "approval-sent", "approved", "sent", "sent-manually", "opened", "denied"] as const

const document = (account: Account, row: number, fileName: string, uploadedAt: number): JsonObject => ({
  fileName,
  uploadedAt,
  downloadUrl: `https://hire.sandbox.lever.co/candidates/${Opportunities.id(account, row)}/offers/${fileName}`
})

const fields = (account: Account, row: number, posting: number, now: number): ReadonlyArray<JsonObject> => {
  const source = account.source.offer
  const { location, team, title } = Jobs.categories(account, posting)
  const { currency, pay } = Seeded.pick(source, row, 1, currencies)
  const manager = Users.id(account, Postings.hiringManager(account, posting) ?? 0)
  const field = (text: string, identifier: string, value: Json): JsonObject => ({ text, identifier, value })
  return [
    field(
      "Job posting",
      "job_posting",
      row % 2 === 0 ? Opportunities.applicationId(account, row) : Jobs.postingId(account, posting)
    ),
    field("Job title", "job_title", title),
    field("Candidate name", "candidate_name", Contacts.contact(account, Facts.contactRow(account, row)).name),
    field("Team", "team", team),
    field("Location", "location/office", location),
    field("Compensation amount", "salary_amount", Math.floor(pay * (0.9 + 0.3 * Seeded.unit(source, row, 2)))),
    field("Compensation currency", "compensation_currency", currency),
    field("Type of earnings", "salary_interval", row % 7 === 6 ? "per-hour-wage" : "per-year-salary"),
    field("Today's date", "today_date", now),
    field("Direct manager", "direct_manager", manager),
    field("Hiring manager", "hiring_manager", manager),
    field("Equity", "offered_equity", row % 3 === 0 ? 1500 : null),
    field("Offer expires", "offer_expiration_date", now + 14 * day),
    field("Anticipated start date", "anticipated_start_date", row % 5 === 4 ? null : now + 45 * day),
    field("Signing bonus", "custom_signing_bonus", row % 4 === 0 ? "5000" : null)
  ]
}

/** Offers exist from the offer stage on; the one of a hire is signed. */
export const offers = (account: Account, row: number): ReadonlyArray<JsonObject> => {
  const posting = Facts.posting(account, row)
  const archived = Facts.archivedAt(account, row) !== null
  const hired = archived && Facts.reason(account, row) < 2
  if (posting === undefined || (!hired && Facts.stage(account, row) < stageAt.offer)) return []
  const source = account.source.offer
  const createdAt = Facts.lastAdvancedAt(account, row) + 1000
  const status = hired ? "signed" : row === 0 ? "sent" : (open[Seeded.bits(source, row, 3) % open.length] ?? "draft")
  const sent = ["sent", "sent-manually", "opened", "denied", "signed"].includes(status)
  const contact = Contacts.contact(account, Facts.contactRow(account, row))
  return [
    {
      id: Seeded.uuid(source, childIndex(row, 0)),
      posting: Jobs.postingId(account, posting),
      createdAt,
      status,
      creator: Users.id(account, Opportunities.owner(account, row)),
      fields: fields(account, row, posting, createdAt),
      signatures: {
        candidate: {
          role: "signer",
          name: contact.name,
          email: contact.emails[0] ?? null,
          firstOpenedAt: sent ? createdAt + 7_200_000 : null,
          lastOpenedAt: sent ? createdAt + 9_000_000 : null,
          signedAt: hired ? createdAt + 2 * day : null,
          signed: hired
        }
      },
      approved: status === "draft" || status === "approval-sent" ? null : true,
      approvedAt: status === "draft" || status === "approval-sent" ? null : createdAt + 1_800_000,
      sentAt: sent ? createdAt + 3_600_000 : null,
      sentDocument: sent ? document(account, row, "Offer.pdf", createdAt + 3_600_000) : null,
      signedDocument: hired ? document(account, row, "Offer signed.pdf", createdAt + 2 * day) : null
    }
  ]
}
