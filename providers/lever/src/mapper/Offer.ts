/** Offer ← offer; pay and start stand in the fields of its form. */
import { Offer } from "@crosswalk/core/ats/Offer"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { known, vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { Predicate } from "effect"
import { offers, opportunities } from "../LeverResources.ts"
import type { Offer as Remote } from "../wire/Child.ts"
import { chapter } from "../wire/Docs.ts"
import { candidacy, postingOf } from "./Candidacy.ts"
import * as Pay from "./Pay.ts"

const status = vocabulary({
  draft: "DRAFT",
  "approval-sent": "APPROVAL_SENT",
  approved: "APPROVED",
  sent: "SENT",
  "sent-manually": "SENT_MANUALLY",
  opened: "OPENED",
  denied: "DECLINED",
  signed: "ACCEPTED"
})

type Input = { readonly remote: Remote }

/** The value of the form's field with an identifier, if it is text or a number. */
const field = ({ remote }: Input, identifier: string): string | number | null => {
  const value = remote.fields?.find((field) => field.identifier === identifier)?.value
  return Predicate.isString(value) || Predicate.isNumber(value) ? value : null
}

const text = (input: Input, identifier: string): string | null => {
  const value = field(input, identifier)
  return value === null ? null : Wire.text(String(value))
}

// The company signs too; only the candidate's signature accepts the offer.
const signedAt = ({ remote }: Input): string | null =>
  remote.signatures?.["candidate"]?.signed === true
    ? Wire.instantFromMillis(remote.signatures["candidate"].signedAt)
    : null

const isCustom = (identifier: Wire.Maybe<string>): identifier is string => identifier?.startsWith("custom_") === true

export const offer = Mapper.make(Offer, Source.one(offers, { opportunity: Source.parent(opportunities) }), {
  docs: chapter("offers"),
  fields: {
    remote_id: ({ remote }) => remote.id,
    remote_created_at: ({ remote }) => Wire.instantFromMillis(remote.createdAt),
    remote_updated_at: absent("offers carry no time of update"),
    custom_fields: ({ remote }) =>
      remote.fields
        ? Object.fromEntries(
            remote.fields.flatMap(({ identifier, value }) =>
              isCustom(identifier) ? [[identifier, value ?? null]] : []
            )
          )
        : null,
    ...candidacy,
    // Not from the form's `job_posting`, which holds a posting's id or an application's.
    job_id: derived(
      "the posting of the offer, else of its opportunity's application",
      (input) => Wire.text(input.remote.posting) ?? postingOf(input)
    ),
    status: ({ remote }) => status(remote.status),
    salary: (input) => {
      const amount = Wire.number(field(input, "salary_amount"))
      return amount === null ? null : { amount, currency: text(input, "compensation_currency") }
    },
    salary_period: (input) => Pay.interval(text(input, "salary_interval")),
    // Whether equity is shares, per cent or money is not told, so it stands as a note.
    additional_pay: (input) => {
      const note = text(input, "offered_equity")
      return note === null
        ? null
        : [
            {
              remote_id: null,
              type: known("EQUITY"),
              pay: null,
              period: null,
              frequency: null,
              effective_on: null,
              note
            }
          ]
    },
    starts_on: (input) => {
      const start = field(input, "anticipated_start_date")
      return Wire.dateFromMillis(start) ?? Wire.date(text(input, "anticipated_start_date"))
    },
    sent_at: ({ remote }) => Wire.instantFromMillis(remote.sentAt),
    accepted_at: derived("when the candidate signed", signedAt),
    declined_at: absent("Lever does not tell"),
    closed_at: derived("when the candidate signed", signedAt),
    creator_user_id: ({ remote }) => Wire.text(remote.creator),
    employee_id: absent("Lever does not know its customers' employees")
  }
})
