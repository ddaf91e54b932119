/** People who may become customers. */
import { Contact } from "@crosswalk/core/crm/Contact"
import { CrmCompany } from "@crosswalk/core/crm/CrmCompany"
import { Lead } from "@crosswalk/core/crm/Lead"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import * as Metadata from "../Metadata.ts"
import * as Optional from "../Optional.ts"
import * as PostalAddress from "../PostalAddress.ts"
import * as Reach from "../Reach.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

/** A lead. */
export const lead = Row.projection(
  Lead,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    name: Optional.text("Full name."),
    first_name: Optional.text("Given name."),
    last_name: Optional.text("Family name."),
    company_name: Optional.text("Where the person works, by name."),
    emails: Optional.list(Reach.EmailAddress, "E-mail addresses."),
    telephones: Optional.list(Reach.Telephone, "Telephone numbers."),
    address: Optional.struct(PostalAddress.PostalAddress, "Where the person is reached by post."),
    link_urls: Optional.texts("Web pages of the person."),
    source: Optional.text("Where the lead came from, in the vendor's words."),
    status: Optional.text("How far the lead has come, in the vendor's words."),
    is_active: Optional.boolean("Whether the lead is still followed."),
    company_id: Optional.text("The company that the person belongs to."),
    contact_id: Optional.text("The contact that the lead is or became."),
    user_id: Optional.text("Who follows the lead."),
    creator_user_id: Optional.text("Who entered the lead."),
    ...Metadata.metadata
  }),
  {
    names: [
      Relation.to(Lead, "company_id", CrmCompany),
      Relation.to(Lead, "contact_id", Contact),
      ...Reference.people(Lead, "user_id"),
      ...Reference.people(Lead, "creator_user_id")
    ],
    fields: {
      ...Row.rules,
      ...Metadata.rules,
      name: ({ name }) => name,
      first_name: ({ first_name }) => first_name,
      last_name: ({ last_name }) => last_name,
      company_name: ({ company }) => company,
      emails: ({ emails }) => Reach.labelledEmails(emails),
      telephones: ({ phones }) => Reach.labelledTelephones(phones),
      address: ({ address }) => PostalAddress.of(address),
      link_urls: ({ urls }) => Reach.links(urls),
      source: ({ source }) => source,
      status: ({ status }) => status,
      is_active: ({ is_active }) => is_active,
      company_id: ({ company_id }, context) => Reference.one(context, "crm_company", company_id),
      contact_id: ({ contact_id }, context) => Reference.one(context, "contact", contact_id),
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id),
      creator_user_id: ({ creator_user_id }, context) => Reference.one(context, "employee", creator_user_id)
    }
  }
)
