import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"

/** A person who may become a customer. */
export const Lead = Model.make("lead", {
  plural: "leads",
  category: "crm",
  description: "A person who may become a customer and is not yet qualified.",
  fields: {
    name: Field.text("Full name as the vendor writes it.", { pii: "basic" }),
    first_name: Field.text("Given name.", { pii: "basic" }),
    last_name: Field.text("Family name.", { pii: "basic" }),
    company: Field.text("Where the person works, by name.", { pii: "basic" }),
    emails: Field.list(Part.LabelledEmail, "E-mail addresses, in the vendor's order.", { pii: "contact" }),
    phones: Field.list(Part.LabelledPhone, "Telephone numbers, in the vendor's order.", { pii: "contact" }),
    urls: Field.list(Part.Link, "Web pages of the person.", { pii: "contact" }),
    address: Field.struct(Part.Address.fields, "Where the person is reached by post.", { pii: "contact" }),
    source: Field.text("Where the lead came from, in the vendor's words."),
    status: Field.text("How far the lead has come, in the vendor's words."),
    is_active: Field.boolean("Whether the lead is still followed."),
    company_id: Field.reference("crm_company", "The company that the person belongs to."),
    contact_id: Field.reference("contact", "The contact that the lead is or became."),
    user_id: Field.reference("employee", "Who follows the lead."),
    creator_user_id: Field.reference("employee", "Who entered the lead.")
  }
})
