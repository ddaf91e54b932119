/** Offers of employment. */
import { Offer } from "@crosswalk/core/ats/Offer"
import type { RecordOf } from "../../Related.ts"
import * as Shape from "../../Shape.ts"
import * as Time from "../../Time.ts"
import * as Word from "../../Word.ts"
import * as Row from "../Row.ts"

const statuses = [
  "DRAFT",
  "APPROVAL-SENT",
  "APPROVED",
  "SENT",
  "SENT-MANUALLY",
  "OPENED",
  "DENIED",
  "SIGNED",
  "DEPRECATED"
] as const

const status = {
  DRAFT: "DRAFT",
  APPROVAL_SENT: "APPROVAL-SENT",
  APPROVED: "APPROVED",
  SENT: "SENT",
  SENT_MANUALLY: "SENT-MANUALLY",
  OPENED: "OPENED",
  DECLINED: "DENIED",
  ACCEPTED: "SIGNED",
  DEPRECATED: "DEPRECATED",
  ABANDONED: null
} as const satisfies Word.Table<Word.Ours<RecordOf<"offer">["status"]>, (typeof statuses)[number]>

const shape = Row.shape("Offer", {
  application: Row.one("The application that the offer is for."),
  creator: Row.one("Who wrote the offer."),
  remote_created_at: Shape.instant("When the record was created at the vendor."),
  closed_at: Shape.instant("When the offer was settled, whichever way."),
  sent_at: Shape.instant("When the offer was sent to the candidate."),
  start_date: Shape.instant("First day of work, as its midnight."),
  status: Shape.open(statuses, "How far the offer has come.")
})

/** An offer. */
export const offer = Row.projection(Offer, shape, {
  fields: {
    ...Row.rules,
    application: ({ application_id }) => application_id,
    creator: ({ creator_user_id }) => creator_user_id,
    remote_created_at: ({ remote_created_at }) => Time.instant(remote_created_at),
    closed_at: ({ closed_at }) => Time.instant(closed_at),
    sent_at: ({ sent_at }) => Time.instant(sent_at),
    start_date: ({ starts_on }) => Time.midnight(starts_on),
    status: (offer) => Word.open(status, offer.status)
  }
})
