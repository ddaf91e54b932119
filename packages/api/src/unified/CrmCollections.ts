/** Lists of systems for dealing with customers. */
import { Contact } from "@crosswalk/core/crm/Contact"
import { CrmCompany } from "@crosswalk/core/crm/CrmCompany"
import { Deal } from "@crosswalk/core/crm/Deal"
import { Lead } from "@crosswalk/core/crm/Lead"
import * as Relation from "@crosswalk/core/Relation"
import * as Collection from "../Collection.ts"
import { company } from "./crm/Company.ts"
import { contact } from "./crm/Contact.ts"
import { deal } from "./crm/Deal.ts"
import { lead } from "./crm/Lead.ts"
import * as Filters from "./Filters.ts"

/** Either side may name the other. */
const companyContact = [
  [Relation.to(CrmCompany, "contact_ids", Contact)],
  [Relation.of(CrmCompany, Contact, "company_ids")]
]
const companyDeal = [[Relation.to(CrmCompany, "deal_ids", Deal)], [Relation.of(CrmCompany, Deal, "company_ids")]]
const contactCompany = [
  [Relation.to(Contact, "company_ids", CrmCompany)],
  [Relation.of(Contact, CrmCompany, "contact_ids")]
]
const contactDeal = [[Relation.to(Contact, "deal_ids", Deal)], [Relation.of(Contact, Deal, "contact_ids")]]
const dealCompany = [[Relation.to(Deal, "company_ids", CrmCompany)], [Relation.of(Deal, CrmCompany, "deal_ids")]]
const dealContact = [[Relation.to(Deal, "contact_ids", Contact)], [Relation.of(Deal, Contact, "deal_ids")]]

/** The lists of the category. */
export const crmCollections = [
  Collection.make({
    category: "crm",
    path: "company",
    projections: [company],
    description: "Organisations that the customer deals with.",
    filters: {
      contact_id: Filters.by(companyContact, "Companies that that person belongs to."),
      deal_id: Filters.by(companyDeal, "Companies that that deal is with."),
      user_id: Filters.person(CrmCompany, "user_id", "Companies that that colleague looks after.")
    }
  }),
  Collection.make({
    category: "crm",
    path: "contact",
    projections: [contact],
    description: "People outside whom the customer deals with.",
    filters: {
      company_id: Filters.by(contactCompany, "People who belong to that company."),
      deal_id: Filters.by(contactDeal, "People who have a part in that deal."),
      user_id: Filters.person(Contact, "user_id", "People whom that colleague looks after.")
    }
  }),
  Collection.make({
    category: "crm",
    path: "deal",
    projections: [deal],
    description: "Sales in the making.",
    filters: {
      company_id: Filters.by(dealCompany, "Deals with that company."),
      contact_id: Filters.by(dealContact, "Deals that that person has a part in."),
      pipeline_id: Filters.text(["pipelines", "remote_id"], "Deals in that sales process."),
      user_id: Filters.person(Deal, "user_id", "Deals that that colleague works on.")
    }
  }),
  Collection.make({
    category: "crm",
    path: "lead",
    projections: [lead],
    description: "People who may become customers.",
    filters: {
      company_id: Filters.to(Lead, "company_id", CrmCompany, "Leads who belong to that company."),
      contact_id: Filters.to(Lead, "contact_id", Contact, "Leads who are that contact."),
      user_id: Filters.person(Lead, "user_id", "Leads whom that colleague follows.")
    }
  })
]
