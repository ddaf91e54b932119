import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"

/** An account that an employee's pay goes to. */
export const BankInfo = Model.make("bank_info", {
  plural: "bank_info",
  category: "hris",
  description: "An account that an employee's pay goes to.",
  fields: {
    user_id: Field.reference("employee", "The employee who is paid."),
    company_id: Field.reference("company", "The legal entity that pays."),
    holder_name: Field.text("Name of the account's holder.", { pii: "basic" }),
    account_type: Field.word(["CHECKING", "SAVINGS"], "Kind of account.", { pii: "basic" }),
    account_number: Field.text("Number of the account, masked where the vendor masks it.", { pii: "government-id" }),
    iban: Field.text("International number of the account.", { pii: "government-id" }),
    bank_name: Field.text("The bank by name.", { pii: "government-id" }),
    bic: Field.text("International code of the bank.", { pii: "government-id" }),
    routing_number: Field.text("National code of the bank.", { pii: "government-id" }),
    routing_type: Field.word(
      [
        "GB_SORT_CODE",
        "DE_BANKLEITZAHL",
        "US_ABA_ROUTING_TRANSIT_NUMBER",
        "CA_ROUTING_NUMBER",
        "AU_BSB_CODE",
        "FR_RIB"
      ],
      "Which kind of national code `routing_number` is."
    ),
    address: Field.struct(Part.Address.fields, "Where the bank is."),
    currency: Field.text("Currency of the account: ISO 4217 code, or the vendor's text."),
    is_active: Field.boolean("Whether pay goes to the account now.")
  }
})
