/** BankInfo ← direct deposits in the United States and Canada, and accounts anywhere else. */
import { BankInfo } from "@crosswalk/core/hris/BankInfo"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import { directDeposits, globalBanks } from "../UkgProResources.ts"
import { docs } from "../wire/Docs.ts"
import { code, companyOf, employeeOf, flag, noZone, text } from "../wire/Habits.ts"
import { caseless } from "./Words.ts"

const accountType = caseless({ c: "CHECKING", checking: "CHECKING", s: "SAVINGS", savings: "SAVINGS" })

const routing = vocabulary({
  USA: "US_ABA_ROUTING_TRANSIT_NUMBER",
  US: "US_ABA_ROUTING_TRANSIT_NUMBER",
  CAN: "CA_ROUTING_NUMBER",
  CA: "CA_ROUTING_NUMBER"
})

/** Times, custom fields and addresses, which neither list has. */
const missing = {
  remote_created_at: absent(noZone),
  remote_updated_at: absent(noZone),
  custom_fields: absent("accounts have none")
}

export const depositBankInfo = Mapper.make(BankInfo, directDeposits, {
  docs,
  fields: {
    remote_id: ({ accountRecordId }) => code(accountRecordId) ?? "",
    ...missing,
    user_id: employeeOf,
    company_id: companyOf,
    holder_name: absent("UKG Pro does not tell"),
    account_type: ({ accountType: type }) => accountType(type),
    account_number: ({ account }) => code(account),
    iban: absent("the United States and Canada have none"),
    bank_name: ({ employeeBankName }) => text(employeeBankName),
    bic: absent("UKG Pro has the routing number instead"),
    routing_number: ({ employeeBankRoutingNumber }) => code(employeeBankRoutingNumber),
    routing_type: derived("by the account's country", ({ countryCode, employeeBankRoutingNumber }) => {
      const value = code(employeeBankRoutingNumber) === null ? null : (routing(text(countryCode))?.value ?? null)
      return value === null ? null : { value, remote: null }
    }),
    address: absent("UKG Pro has none"),
    currency: absent("UKG Pro does not tell"),
    is_active: derived("the opposite of inactive", ({ accountIsInactive }) => {
      const inactive = flag(accountIsInactive)
      return inactive === null ? null : !inactive
    })
  }
})

export const globalBankInfo = Mapper.make(BankInfo, globalBanks, {
  docs,
  fields: {
    remote_id: ({ bankId }) => code(bankId) ?? "",
    ...missing,
    user_id: employeeOf,
    company_id: companyOf,
    holder_name: ({ beneficiaryName }) => text(beneficiaryName),
    account_type: ({ bankAccountType, bankAccountTypeDescription }) =>
      accountType(text(bankAccountTypeDescription) ?? code(bankAccountType)),
    account_number: ({ bankAccountNumber }) => code(bankAccountNumber),
    iban: ({ iban }) => code(iban),
    bank_name: ({ bankName }) => text(bankName),
    bic: ({ swiftCode }) => code(swiftCode),
    routing_number: absent("UKG Pro has the international codes instead"),
    routing_type: absent("UKG Pro has the international codes instead"),
    address: absent("whether the address is the bank's or its customer's is not told"),
    currency: ({ currencyCode }) => text(currencyCode),
    is_active: absent("UKG Pro does not tell")
  }
})
