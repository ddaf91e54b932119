/** People close to an employee. */
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Time from "../../Time.ts"
import type { Ours } from "../../Word.ts"
import * as Word from "../../Word.ts"
import * as Optional from "../Optional.ts"
import * as PostalAddress from "../PostalAddress.ts"
import * as Reach from "../Reach.ts"

const types = ["EMERGENCY", "SPOUSE", "CHILD", "PARENT", "SIBLING", "FRIEND", "OTHER"] as const

const relationship = {
  SPOUSE: "SPOUSE",
  CHILD: "CHILD",
  PARENT: "PARENT",
  SIBLING: "SIBLING",
  FRIEND: "FRIEND",
  OTHER: "OTHER",
  DOMESTIC_PARTNER: null
} as const satisfies Word.Table<Ours<NonNullable<RecordOf<"dependent">["relationship"]>>, (typeof types)[number]>

/** Somebody close to an employee. */
export const Relationship = Schema.Struct({
  name: Optional.text("Full name."),
  first_name: Optional.text("Given name."),
  last_name: Optional.text("Family name."),
  type: Optional.word(types, "What the person is to the employee."),
  is_beneficiary: Optional.boolean("Whether the person benefits from the employee's insurances."),
  is_dependent: Optional.boolean("Whether the employee provides for the person."),
  address: Optional.struct(PostalAddress.PostalAddress, "Where the person lives."),
  emails: Optional.list(Reach.EmailAddress, "E-mail addresses."),
  telephones: Optional.list(Reach.Telephone, "Telephone numbers."),
  start_at: Optional.instant("Since when the person is close to the employee."),
  end_at: Optional.instant("Until when the person was.")
}).annotate({ identifier: "Relationship" })

// Their word for somebody to call in an emergency says nothing of kinship, which is told first where it is known.
const typeOf = ({ is_emergency_contact, relationship: word }: RecordOf<"dependent">) =>
  Word.open(relationship, word) ?? (is_emergency_contact === true ? "EMERGENCY" : null)

/** Relationships as records of their own tell them; null when there are none. */
export const all = (records: ReadonlyArray<RecordOf<"dependent">>) =>
  records.length === 0
    ? null
    : records.map((record) => ({
        name: record.name,
        first_name: record.first_name,
        last_name: record.last_name,
        type: typeOf(record),
        is_beneficiary: record.is_beneficiary,
        is_dependent: record.is_dependent,
        address: PostalAddress.of(record.home_address),
        emails: Reach.labelledEmails(record.emails),
        telephones: Reach.labelledTelephones(record.phones),
        start_at: Time.midnight(record.started_on),
        end_at: Time.midnight(record.ended_on)
      }))
