/** People outside whom the customer deals with. */
import { Contact } from "@crosswalk/core/crm/Contact"
import { CrmCompany } from "@crosswalk/core/crm/CrmCompany"
import { Deal } from "@crosswalk/core/crm/Deal"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import * as Metadata from "../Metadata.ts"
import * as Optional from "../Optional.ts"
import * as PostalAddress from "../PostalAddress.ts"
import * as Reach from "../Reach.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

/** A contact, with the companies and deals that name it. */
export const contact = Row.projection(
  Contact,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    name: Optional.text("Full name."),
    first_name: Optional.text("Given name."),
    last_name: Optional.text("Family name."),
    title: Optional.text("Position that the person holds."),
    company: Optional.text("Where the person works, by name."),
    department: Optional.text("Where in the company the person works, by name."),
    emails: Optional.list(Reach.EmailAddress, "E-mail addresses."),
    telephones: Optional.list(Reach.Telephone, "Telephone numbers."),
    address: Optional.struct(PostalAddress.PostalAddress, "Where the person is reached by post."),
    image_url: Optional.text("Address of a picture."),
    link_urls: Optional.texts("Web pages of the person."),
    company_ids: Optional.texts("Companies that the person belongs to."),
    deal_ids: Optional.texts("Deals that the person has a part in."),
    user_id: Optional.text("Who looks after the person."),
    ...Metadata.metadata
  }),
  {
    loads: [Relation.of(Contact, CrmCompany, "contact_ids"), Relation.of(Contact, Deal, "contact_ids")],
    names: [
      Relation.to(Contact, "company_ids", CrmCompany),
      Relation.to(Contact, "deal_ids", Deal),
      ...Reference.people(Contact, "user_id")
    ],
    fields: {
      ...Row.rules,
      ...Metadata.rules,
      name: ({ name }) => name,
      first_name: ({ first_name }) => first_name,
      last_name: ({ last_name }) => last_name,
      title: ({ title }) => title,
      company: ({ company }) => company,
      department: ({ department }) => department,
      emails: ({ emails }) => Reach.labelledEmails(emails),
      telephones: ({ phones }) => Reach.labelledTelephones(phones),
      address: ({ address }) => PostalAddress.of(address),
      image_url: ({ avatar }) => avatar,
      link_urls: ({ urls }) => Reach.links(urls),
      company_ids: ({ company_ids, id }, context) =>
        Reference.also(
          Reference.many(context, "crm_company", company_ids),
          context.of("crm_company", "contact_ids", id)
        ),
      deal_ids: ({ deal_ids, id }, context) =>
        Reference.also(Reference.many(context, "deal", deal_ids), context.of("deal", "contact_ids", id)),
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id)
    }
  }
)
