import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"

/** A telephone call. */
export const Call = Model.make("call", {
  plural: "calls",
  category: "uc",
  description: "A telephone call between a colleague and somebody outside.",
  fields: {
    direction: Field.word(["INBOUND", "OUTBOUND"], "Who called: INBOUND came from outside."),
    phone: Field.struct(Part.LabelledPhone.fields, "The outside party's number.", { pii: "contact" }),
    user_phone: Field.text("The colleague's number.", { pii: "contact" }),
    starts_at: Field.instant("When the call began."),
    ends_at: Field.instant("When the call ended."),
    is_private: Field.boolean("Whether only some users may see the call."),
    contact_ids: Field.references("contact", "The people outside who took part."),
    user_id: Field.reference("employee", "The colleague on the line.")
  }
})
