/** Payroll: accounts that pay goes to, and checks that were paid. */
import * as Wire from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { docs } from "./Docs.ts"
import { Amount, Code, Day, Flag, Text } from "./Habits.ts"

/** An account in the United States or Canada. */
export const DirectDeposit = Schema.Struct({
  accountRecordId: Wire.Id,
  employeeId: Code,
  companyId: Code,
  account: Code,
  accountType: Text,
  employeeBankName: Text,
  employeeBankRoutingNumber: Code,
  countryCode: Text,
  accountIsInactive: Flag
}).annotate({ source: docs })

/** An account anywhere else. */
export const GlobalBank = Schema.Struct({
  bankId: Wire.Id,
  employeeId: Code,
  companyId: Code,
  bankName: Text,
  beneficiaryName: Text,
  bankAccountType: Code,
  bankAccountTypeDescription: Text,
  bankAccountNumber: Code,
  iban: Code,
  swiftCode: Code,
  currencyCode: Text
}).annotate({ source: docs })

/** A check: what one person was paid at once. */
export const Check = Schema.Struct({
  checkId: Wire.Id,
  employeeId: Code,
  companyId: Code,
  documentNumber: Code,
  periodStartDate: Day,
  periodEndDate: Day,
  payDate: Day,
  totalEarningsAmount: Amount,
  netAmount: Amount,
  currencyCode: Text,
  isVoided: Flag,
  /** Whether the row is the entry that takes a voided check back. */
  isVoidingRecord: Flag
}).annotate({ source: docs })

/** A check: what one person was paid at once. */
export type Check = typeof Check.Type
