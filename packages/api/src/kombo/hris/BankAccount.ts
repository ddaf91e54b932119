/** Accounts that pay goes to. */
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Shape from "../../Shape.ts"

const Routing = Schema.Struct({
  number: Shape.required("National code of the bank."),
  type: Shape.closed(
    ["GB_SORT_CODE", "DE_BANKLEITZAHL", "US_ABA_ROUTING_TRANSIT_NUMBER", "CA_ROUTING_NUMBER", "AU_BSB_CODE", "FR_RIB"],
    "Which kind of national code it is."
  )
})

/** An account of an employee. */
export const BankAccount = Schema.Struct({
  iban: Shape.text("International number of the account."),
  bic: Shape.text("International code of the bank."),
  account_number: Shape.text("Number of the account, masked where the vendor masks it."),
  holder_name: Shape.text("Name of the account's holder."),
  bank_name: Shape.text("The bank by name."),
  domestic_bank_routing: Shape.maybe(Routing, "National code of the bank, with its kind.")
})

/** An account. */
export const bankAccount = (account: RecordOf<"bank_info">): typeof BankAccount.Type => ({
  iban: account.iban,
  bic: account.bic,
  account_number: account.account_number,
  holder_name: account.holder_name,
  bank_name: account.bank_name,
  domestic_bank_routing:
    account.routing_number === null
      ? null
      : { number: account.routing_number, type: account.routing_type?.value ?? null }
})
