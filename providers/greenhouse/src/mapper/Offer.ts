/** Offer ← offer, one of the versions; pay stands in its custom fields. */
import { Offer } from "@crosswalk/core/ats/Offer"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import { known, vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { Predicate } from "effect"
import { offers } from "../GreenhouseResources.ts"
import { page } from "../wire/Docs.ts"
import type { Offer as Remote } from "../wire/File.ts"
import { customField, customFields, entry } from "./Entry.ts"

const settled = vocabulary({ Accepted: "ACCEPTED", Rejected: "DECLINED", Deprecated: "DEPRECATED" })

/** An offer that is not settled is a draft until it is sent. */
const status = ({ sent_on, status }: Remote) =>
  status === "Created"
    ? { value: known(Wire.date(sent_on) === null ? "DRAFT" : "SENT").value, remote: status }
    : settled(status)

const resolvedAs = (outcome: string, { resolved_at, status }: Remote): string | null =>
  status === outcome ? Wire.instant(resolved_at) : null

/** An amount with its unit, as custom fields hold money. */
const salary = ({ custom_fields }: Remote) => {
  const value = customField(custom_fields, "salary")
  if (!Predicate.isObject(value)) return null
  const { amount, unit } = { amount: value["amount"], unit: value["unit"] }
  const number = Predicate.isNumber(amount) || Predicate.isString(amount) ? Wire.number(amount) : null
  return number === null ? null : { amount: number, currency: Predicate.isString(unit) ? Wire.text(unit) : null }
}

export const offer = Mapper.make(Offer, offers, {
  docs: page("offers"),
  fields: {
    ...entry,
    custom_fields: ({ custom_fields }) => customFields(custom_fields),
    application_id: ({ application_id }) => Wire.id(application_id),
    candidate_id: ({ candidate_id }) => Wire.id(candidate_id),
    job_id: ({ job_id }) => Wire.id(job_id),
    status: derived("an offer that is not settled counts as sent once it has a day of sending", status),
    salary: derived("the custom field salary, where it is an amount of money", salary),
    salary_period: absent("stands in custom fields, whose names are the customer's"),
    additional_pay: absent("stands in custom fields, whose names are the customer's"),
    starts_on: ({ starts_on }) => Wire.date(starts_on),
    sent_at: absent("Greenhouse tells the day alone"),
    accepted_at: derived("when it was resolved, if accepted", (remote) => resolvedAs("Accepted", remote)),
    declined_at: derived("when it was resolved, if rejected", (remote) => resolvedAs("Rejected", remote)),
    closed_at: ({ resolved_at }) => Wire.instant(resolved_at),
    creator_user_id: absent("Harvest v3 does not tell"),
    employee_id: absent("Greenhouse does not tell")
  }
})
