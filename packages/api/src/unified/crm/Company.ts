/** Organisations that the customer deals with. */
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

/** A company, with the people and deals that name it. */
export const company = Row.projection(
  CrmCompany,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    name: Optional.text("Name of the company."),
    description: Optional.text("What the company does."),
    industry: Optional.text("Industry, in the vendor's words."),
    employees: Optional.number("How many people work there."),
    is_active: Optional.boolean("Whether the company is in use as a record."),
    emails: Optional.list(Reach.EmailAddress, "E-mail addresses."),
    telephones: Optional.list(Reach.Telephone, "Telephone numbers."),
    address: Optional.struct(PostalAddress.PostalAddress, "Where the company is."),
    link_urls: Optional.texts("Pages about the company."),
    websites: Optional.texts("The company's own web sites."),
    domains: Optional.texts("Internet domains that belong to the company."),
    timezone: Optional.text("Time zone of the company."),
    tags: Optional.texts("Labels that users gave."),
    contact_ids: Optional.texts("People at the company."),
    deal_ids: Optional.texts("Deals with the company."),
    user_id: Optional.text("Who looks after the company."),
    ...Metadata.metadata
  }),
  {
    loads: [Relation.of(CrmCompany, Contact, "company_ids"), Relation.of(CrmCompany, Deal, "company_ids")],
    names: [
      Relation.to(CrmCompany, "contact_ids", Contact),
      Relation.to(CrmCompany, "deal_ids", Deal),
      ...Reference.people(CrmCompany, "user_id")
    ],
    fields: {
      ...Row.rules,
      ...Metadata.rules,
      name: ({ name }) => name,
      description: ({ description }) => description,
      industry: ({ industry }) => industry,
      employees: ({ employee_count }) => employee_count,
      is_active: ({ is_active }) => is_active,
      emails: ({ emails }) => Reach.labelledEmails(emails),
      telephones: ({ phones }) => Reach.labelledTelephones(phones),
      address: ({ address }) => PostalAddress.of(address),
      link_urls: ({ urls }) => Reach.links(urls),
      websites: ({ websites }) => websites,
      domains: ({ domains }) => domains,
      timezone: ({ timezone }) => timezone,
      tags: ({ tags }) => tags,
      contact_ids: ({ contact_ids, id }, context) =>
        Reference.also(Reference.many(context, "contact", contact_ids), context.of("contact", "company_ids", id)),
      deal_ids: ({ deal_ids, id }, context) =>
        Reference.also(Reference.many(context, "deal", deal_ids), context.of("deal", "company_ids", id)),
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id)
    }
  }
)
