/**
 * Bank accounts and pay. Account numbers begin with 0000, which nobody's does.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account } from "../Account.ts"
import { company, companyOf, day, employeeId, personOf } from "../Account.ts"
import * as Facts from "../Facts.ts"
import * as Wire from "../Wire.ts"
import * as Employment from "./Employment.ts"
import * as Person from "./Person.ts"

/** Slots per employment. */
export const depositSlots = 2

export const hasDeposit = (row: number): boolean => {
  const employment = Math.floor(row / depositSlots)
  return row % depositSlots === 0 ? employment % 10 !== 7 : employment % 4 === 0
}

export const depositId = (account: Account, row: number): string => Seeded.uuid(account.source.deposit, row)

const accountNumber = (account: Account, row: number): string =>
  `0000${Seeded.between(account.source.deposit, row, 1, 10_000, 99_999)}`

export const deposit = (account: Account, row: number): JsonObject => {
  const employment = Math.floor(row / depositSlots)
  const own = company(account, companyOf(account, employment))
  const isFirst = row % depositSlots === 0
  return {
    description: isFirst ? "Main account" : "Savings",
    account: accountNumber(account, row),
    accountType: isFirst ? "C" : "S",
    amountOrPercent: isFirst ? 0 : 0.25,
    companyId: own.id,
    directDepositOrPrenote: "D",
    depositRule: isFirst ? "A" : "P",
    employeeBankId: `BNK${row % 7}`,
    employeeBankName: "Bank of Nowhere",
    employeeBankRoutingNumber: own.country === "USA" ? "000000000" : null,
    employeeId: employeeId(account, personOf(account, employment)),
    firstPrenotePayDate: null,
    sequenceNumber: isFirst ? "99" : "01",
    employeeInstitutionNumber: own.country === "CAN" ? "000" : null,
    countryCode: own.country,
    foreignAccountNumber: null,
    foreignAccountNumberType: null,
    accountRecordId: depositId(account, row),
    dateTimeChanged: Wire.clock(depositChangedAt(account, row)),
    accountIsInactive: row % 16 === 9
  }
}

export const depositChangedAt = (account: Account, row: number): number =>
  Facts.changedAt(account, Math.floor(row / depositSlots))

/** Slots per employment: the last two pay days. */
export const paymentSlots = 2

const payDate = (account: Account, row: number): number => account.epoch - (row % paymentSlots === 0 ? 21 : 7) * day

/** Nobody is paid before coming or after leaving. */
export const isPaid = (account: Account, row: number): boolean => {
  const employment = Math.floor(row / paymentSlots)
  const at = payDate(account, row)
  const left = Facts.leftAt(account, employment)
  return at > Facts.lastHiredAt(account, employment) && (left === undefined || at < left + 14 * day)
}

export const checkId = (account: Account, row: number): string => Seeded.uuid(account.source.payment, row)

export const payment = (account: Account, row: number): JsonObject => {
  const employment = Math.floor(row / paymentSlots)
  const person = personOf(account, employment)
  const work = Employment.record(account, employment)
  const at = payDate(account, row)
  const { first, last } = Person.name(account, person)
  const earnings = Wire.cents(Facts.salary(account, employment) / 26)
  const deductions = Wire.cents(earnings * 0.05)
  const taxes = Wire.cents(earnings * 0.22)
  const net = Wire.cents(earnings - deductions - taxes)
  const isVoided = row % 24 === 10
  return {
    ...work,
    checkId: checkId(account, row),
    companyId: work.companyID ?? null,
    employeeId: work.employeeID ?? null,
    employeeStatus: work.employeeStatusCode ?? null,
    nameFirst: first,
    nameLast: last,
    ssn: Person.ssn(account.source.person, person),
    payDate: Wire.day(at),
    periodStartDate: Wire.day(at - 20 * day),
    periodEndDate: Wire.day(at - 7 * day),
    periodControl: `${Wire.day(at).slice(0, 10).replaceAll("-", "")}1`,
    documentNumber: String(100_000 + row).padStart(9, "0"),
    checkAddMode: "R",
    payPeriodFrequency: work.payPeriod ?? null,
    totalEarningsAmount: earnings,
    totalDeductionAmount: deductions,
    totalTaxAmount: taxes,
    netAmount: net,
    checkAmount: 0,
    directDepositAmount: net,
    totalHours: 80,
    totalHoursWorked: row % 4 === 1 ? 72 : 80,
    isVoided,
    isVoidingRecord: false,
    voidDate: isVoided ? Wire.day(at + day) : null,
    sequenceNumber: 1,
    taxCalculationGroupID: "TCG1"
  }
}

const amount = (value: unknown): number => (typeof value === "number" ? value : 0)

/** The statement of a payment. */
export const statement = (payment: JsonObject, person: JsonObject): JsonObject => {
  const earnings = amount(payment.totalEarningsAmount)
  const deductions = amount(payment.totalDeductionAmount)
  const taxes = amount(payment.totalTaxAmount)
  const net = amount(payment.netAmount)
  return {
    payidentifier: payment.checkId ?? null,
    employeeidentifier: {
      identificationtype: "EmployeeID",
      companyidentifier: payment.companyId ?? null,
      employeeidentifier: payment.employeeId ?? null
    },
    employeenumber: payment.employeeNumber ?? null,
    fullname: `${Wire.text(person.firstName)} ${Wire.text(person.lastName)}`,
    ssn: person.ssn ?? null,
    addressline1: person.addressLine1 ?? null,
    addressline2: person.addressLine2 ?? null,
    city: person.addressCity ?? null,
    stateorprovince: person.addressState ?? null,
    postalcode: person.addressZipCode ?? null,
    country: person.addressCountry ?? null,
    companyname: payment.companyName ?? null,
    document: payment.documentNumber ?? null,
    job: payment.jobDescription ?? null,
    location: payment.primaryWorkLocationCode ?? null,
    orglevel1: payment.orgLevel1Code ?? null,
    orglevel2: payment.orgLevel2Code ?? null,
    orglevel3: payment.orgLevel3Code ?? null,
    orglevel4: payment.orgLevel4Code ?? null,
    paydate: payment.payDate ?? null,
    payperiodfrequency: payment.payPeriodFrequency ?? null,
    paygroup: payment.payGroup ?? null,
    payrate: payment.hourlyPayRate ?? null,
    periodstartdate: payment.periodStartDate ?? null,
    periodenddate: payment.periodEndDate ?? null,
    grosswagescurrent: earnings,
    deductionscurrent: deductions,
    taxescurrent: taxes,
    netpaycurrent: net,
    earnings: [{ paycode: "REG", paydescription: "Regular pay", amount: earnings, hours: payment.totalHours ?? null }],
    deductions: [
      {
        deductioncode: "401K",
        deductiondescription: "Pension",
        employeeamount: deductions,
        employeramount: 0,
        pretax: true
      }
    ],
    taxes: [{ taxcode: "USFIT", taxdescription: "Federal income tax", amount: taxes, basisamount: earnings }],
    netpay: [{ accountnumber: "00001234", accounttype: "Checking", amount: net }],
    accruals: []
  }
}
