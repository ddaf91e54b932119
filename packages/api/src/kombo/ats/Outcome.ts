/** How an application stands, wherever one is shown. */
import { Application } from "@crosswalk/core/ats/Application"
import { RejectReason } from "@crosswalk/core/ats/RejectReason"
import * as Relation from "@crosswalk/core/Relation"
import type { RecordOf, Related } from "../../Related.ts"
import * as Shape from "../../Shape.ts"
import * as Word from "../../Word.ts"

/** Their words for how an application stands. */
export const outcomes = ["PENDING", "HIRED", "DECLINED"] as const

/** Whoever declined, the application ended without a hire; a converted one goes on under another id. */
export const outcome = {
  ACTIVE: "PENDING",
  HIRED: "HIRED",
  REJECTED: "DECLINED",
  DECLINED: "DECLINED",
  WITHDRAWN: "DECLINED",
  CONVERTED: null
} as const satisfies Word.Table<NonNullable<NonNullable<RecordOf<"application">["status"]>["value"]>, string>

/** Fields of how an application stands. */
export const fields = {
  outcome: Shape.closed(outcomes, "Whether the application is open, and else how it ended."),
  rejection_reason_name: Shape.text("Why the application was ended, in the customer's words.")
}

/** What the functions need. */
export const loads = Relation.to(Application, "reject_reason_id", RejectReason)

/** The functions of {@link fields}. */
export const rules = {
  outcome: ({ status }: RecordOf<"application">) => Word.closed(outcome, status),
  rejection_reason_name: (
    { reject_reason_id }: RecordOf<"application">,
    related: Pick<Related<"reject_reason">, "one">
  ) => related.one("reject_reason", reject_reason_id)?.name ?? null
}
