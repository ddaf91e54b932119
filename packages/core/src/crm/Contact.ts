import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"

/** A person outside whom the customer deals with. */
export const Contact = Model.make("contact", {
  plural: "contacts",
  category: "crm",
  description: "A person outside whom the customer deals with.",
  fields: {
    name: Field.text("Full name as the vendor writes it.", { pii: "basic" }),
    first_name: Field.text("Given name.", { pii: "basic" }),
    last_name: Field.text("Family name.", { pii: "basic" }),
    title: Field.text("Position that the person holds.", { pii: "basic" }),
    company: Field.text("Where the person works, by name.", { pii: "basic" }),
    department: Field.text("Where in the company the person works, by name.", { pii: "basic" }),
    emails: Field.list(Part.LabelledEmail, "E-mail addresses, in the vendor's order.", { pii: "contact" }),
    phones: Field.list(Part.LabelledPhone, "Telephone numbers, in the vendor's order.", { pii: "contact" }),
    urls: Field.list(Part.Link, "Web pages of the person.", { pii: "contact" }),
    address: Field.struct(Part.Address.fields, "Where the person is reached by post.", { pii: "contact" }),
    avatar: Field.text("Address of a picture.", { pii: "basic" }),
    company_ids: Field.references("crm_company", "Companies that the person belongs to."),
    deal_ids: Field.references("deal", "Deals that the person has a part in."),
    user_id: Field.reference("employee", "Who looks after the person.")
  }
})
