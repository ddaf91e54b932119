/** Telephone calls. */
import { Contact } from "@crosswalk/core/crm/Contact"
import * as Relation from "@crosswalk/core/Relation"
import { User } from "@crosswalk/core/ats/User"
import { Employee } from "@crosswalk/core/hris/Employee"
import { Call } from "@crosswalk/core/uc/Call"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Time from "../../Time.ts"
import type { Ours } from "../../Word.ts"
import * as Word from "../../Word.ts"
import * as Metadata from "../Metadata.ts"
import * as Optional from "../Optional.ts"
import * as Reach from "../Reach.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

const types = { INBOUND: "INBOUND", OUTBOUND: "OUTBOUND" } as const satisfies Word.Table<
  Ours<NonNullable<RecordOf<"call">["direction"]>>,
  string
>

const Party = Schema.Struct({
  id: Row.id,
  ...Row.times,
  name: Optional.text("Full name."),
  first_name: Optional.text("Given name."),
  last_name: Optional.text("Family name."),
  title: Optional.text("Position that the person holds."),
  company: Optional.text("Where the person works."),
  emails: Optional.list(Reach.EmailAddress, "E-mail addresses."),
  telephones: Optional.list(Reach.Telephone, "Telephone numbers.")
}).annotate({ identifier: "PartyOfCall" })

const party = (contact: RecordOf<"contact">) => ({
  id: Row.rules.id(contact),
  created_at: Row.rules.created_at(contact),
  updated_at: Row.rules.updated_at(contact),
  name: contact.name,
  first_name: contact.first_name,
  last_name: contact.last_name,
  title: contact.title,
  company: contact.company,
  emails: Reach.labelledEmails(contact.emails),
  telephones: Reach.labelledTelephones(contact.phones)
})

/** A call. */
export const call = Row.projection(
  Call,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    type: Optional.word(Object.values(types), "Who called: INBOUND came from outside."),
    start_at: Optional.instant("When the call began."),
    end_at: Optional.instant("When the call ended."),
    is_private: Optional.boolean("Whether only some users may see the call."),
    telephone: Optional.struct(Reach.Telephone, "The outside party's number."),
    contact_id: Optional.text("The person outside; the first of several."),
    contacts: Optional.list(Party, "The people outside who took part."),
    user_id: Optional.text("The colleague on the line."),
    user_name: Optional.text("Name of the colleague on the line."),
    user_phone: Optional.text("The colleague's number."),
    ...Metadata.metadata
  }),
  {
    loads: [
      Relation.to(Call, "contact_ids", Contact),
      Relation.to(Call, "user_id", Employee),
      Relation.to(Call, "user_id", User)
    ],
    names: [Relation.to(Call, "contact_ids", Contact), ...Reference.people(Call, "user_id")],
    fields: {
      ...Row.rules,
      ...Metadata.rules,
      type: ({ direction }) => Word.open(types, direction),
      start_at: ({ starts_at }) => Time.instant(starts_at),
      end_at: ({ ends_at }) => Time.instant(ends_at),
      is_private: ({ is_private }) => is_private,
      telephone: ({ phone }) => Reach.labelledTelephone(phone),
      contact_id: ({ contact_ids }, context) => Reference.many(context, "contact", contact_ids)?.[0],
      contacts: ({ contact_ids }, { all }) => (contact_ids === null ? null : all("contact", contact_ids).map(party)),
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id),
      user_name: ({ user_id }, { one }) => one("employee", user_id)?.name ?? one("user", user_id)?.name,
      user_phone: ({ user_phone }) => user_phone
    }
  }
)
