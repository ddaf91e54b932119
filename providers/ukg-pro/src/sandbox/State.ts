/**
 * A simulated tenant while it runs: the generated base and everything that was done to it since.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account } from "./Account.ts"
import * as AccountIds from "./Account.ts"
import * as Facts from "./Facts.ts"
import * as Around from "./record/Around.ts"
import * as Employment from "./record/Employment.ts"
import * as Payroll from "./record/Payroll.ts"
import * as Person from "./record/Person.ts"
import * as Scheduling from "./record/Scheduling.ts"
import * as Setup from "./record/Setup.ts"
import * as Users from "./record/Users.ts"
import * as Table from "./Table.ts"
import * as Wire from "./Wire.ts"

/** A collection, and how its records are known. */
export interface Held {
  readonly table: Table.Table
  /** The id of a record, as the control surface has it. */
  readonly idOf: (record: JsonObject) => string
  /** The field that carries the time of the last change, where there is one. */
  readonly changed?: string
  /** Whether records can be removed. */
  readonly isRemovable: boolean
}

export interface State {
  readonly account: Account
  readonly held: (kind: string) => Held | undefined
  readonly kinds: ReadonlyArray<string>
  /** The person's record; empty when there is no such person. */
  readonly person: (employeeId: string) => JsonObject
  /** The records of a collection that belong to a person. */
  readonly ofPerson: (kind: string, employeeId: string) => ReadonlyArray<JsonObject>
  /** A number that no generated row has. */
  readonly nextRow: () => number
}

const text = Wire.text

const from = (records: ReadonlyArray<JsonObject>, id: (record: JsonObject) => string): Held => {
  const ids = records.map(id)
  return {
    table: Table.make({
      size: records.length,
      id: (row) => ids[row] ?? "",
      rowOf: (wanted) => {
        const row = ids.indexOf(wanted)
        return row === -1 ? undefined : row
      },
      record: (row) => records[row] ?? {}
    }),
    idOf: id,
    isRemovable: true
  }
}

const held = (options: Table.Options, idOf: (record: JsonObject) => string, more: Partial<Held> = {}): Held => ({
  table: Table.make(options),
  idOf,
  isRemovable: true,
  ...more
})

/** The person whose id a record names, in either spelling. */
const employeeOf = (record: JsonObject): string => text(record.employeeId ?? record.employeeID)

const planId = (record: JsonObject): string =>
  `${text(record.companyId)}:${text(record.employeeId)}:${text(record.ptoPlan)}`

const collections = (account: Account): ReadonlyMap<string, Held> => {
  const { employments, people, source } = account
  const slots = (width: number) => (rows: ReadonlyArray<number>) =>
    rows.flatMap((row) => Array.from({ length: width }, (_, at) => row * width + at))
  const employmentsOf = (person: number) => AccountIds.employmentsOf(account, person)
  const employmentId = (row: number): string => {
    const company = AccountIds.company(account, AccountIds.companyOf(account, row)).id
    return AccountIds.employmentId(company, AccountIds.employeeId(account, AccountIds.personOf(account, row)))
  }
  return new Map<string, Held>([
    [
      "employee",
      held(
        {
          size: people,
          id: (row) => AccountIds.employeeId(account, row),
          rowOf: (id) => AccountIds.personRow(account, id),
          record: (row) => Person.record(account, row),
          ofPerson: (person) => [person],
          changedAt: (row) => Facts.personChangedAt(account, row)
        },
        employeeOf,
        { changed: "datetimeChanged", isRemovable: false }
      )
    ],
    [
      "employment",
      held(
        {
          size: employments,
          id: employmentId,
          rowOf: (id) => AccountIds.employmentRow(account, id),
          record: (row) => Employment.record(account, row),
          ofPerson: employmentsOf,
          changedAt: (row) => Facts.changedAt(account, row)
        },
        (record) => AccountIds.employmentId(text(record.companyID), text(record.employeeID)),
        { changed: "dateTimeChanged", isRemovable: false }
      )
    ],
    [
      "contact",
      held(
        {
          size: people * Around.contactSlots,
          exists: Around.hasContact,
          id: (row) => Around.contactId(account, row),
          rowOf: (id) => Seeded.indexOf(source.contact, id),
          record: (row) => Around.contact(account, row),
          ofPerson: (person) => slots(Around.contactSlots)([person])
        },
        (record) => text(record.contactId)
      )
    ],
    [
      "jobHistory",
      held(
        {
          size: employments * Around.historySlots,
          exists: Around.hasHistory,
          id: (row) => Around.historyId(account, row),
          rowOf: (id) => Around.historyRow(account, id),
          record: (row) => Around.history(account, row),
          ofPerson: (person) => slots(Around.historySlots)(employmentsOf(person))
        },
        (record) => text(record.systemId)
      )
    ],
    [
      "phone",
      held(
        {
          size: people,
          exists: (row) => row % 2 === 0,
          id: (row) => Around.phoneId(account, row),
          rowOf: (id) => Around.phoneRow(account, id),
          record: (row) => Around.phone(account, row),
          ofPerson: (person) => [person]
        },
        (record) => text(record.systemId)
      )
    ],
    [
      "ptoPlan",
      held(
        {
          size: employments * Around.plans.length,
          exists: Around.hasPlan,
          id: (row) => `${employmentId(Math.floor(row / Around.plans.length))}:${Around.planOf(row)}`,
          rowOf: (id) => {
            const employment = AccountIds.employmentRow(account, id)
            const plan = Around.plans.findIndex((plan) => id.endsWith(`:${plan}`))
            return employment === undefined || plan === -1 ? undefined : employment * Around.plans.length + plan
          },
          record: (row) => Around.pto(account, row),
          ofPerson: (person) => slots(Around.plans.length)(employmentsOf(person))
        },
        planId
      )
    ],
    [
      "education",
      held(
        {
          size: people,
          exists: (row) => row % 3 !== 2,
          id: (row) => Seeded.uuid(source.education, row),
          rowOf: (id) => Seeded.indexOf(source.education, id),
          record: (row) => Around.education(account, row),
          ofPerson: (person) => [person]
        },
        (record) => text(record.systemId)
      )
    ],
    [
      "directDeposit",
      held(
        {
          size: employments * Payroll.depositSlots,
          exists: Payroll.hasDeposit,
          id: (row) => Payroll.depositId(account, row),
          rowOf: (id) => Seeded.indexOf(source.deposit, id),
          record: (row) => Payroll.deposit(account, row),
          ofPerson: (person) => slots(Payroll.depositSlots)(employmentsOf(person)),
          changedAt: (row) => Payroll.depositChangedAt(account, row)
        },
        (record) => text(record.accountRecordId),
        { changed: "dateTimeChanged" }
      )
    ],
    [
      "payment",
      held(
        {
          size: employments * Payroll.paymentSlots,
          exists: (row) => Payroll.isPaid(account, row),
          id: (row) => Payroll.checkId(account, row),
          rowOf: (id) => Seeded.indexOf(source.payment, id),
          record: (row) => Payroll.payment(account, row),
          ofPerson: (person) => slots(Payroll.paymentSlots)(employmentsOf(person))
        },
        (record) => text(record.checkId)
      )
    ],
    [
      "user",
      held(
        {
          size: people,
          exists: Users.hasUser,
          id: Users.userId,
          rowOf: Users.userRow,
          record: (row) => Users.user(account, row),
          ofPerson: (person) => [person]
        },
        (record) => String(record.userId),
        { isRemovable: false }
      )
    ],
    [
      "userRole",
      held(
        {
          size: people * Users.roleSlots,
          exists: Users.hasRole,
          id: (row) => `${Users.userId(Math.floor(row / Users.roleSlots))}:${row % Users.roleSlots}`,
          rowOf: (id) => {
            const [user = "", slot] = id.split(":")
            const row = Users.userRow(user)
            return row === undefined ? undefined : row * Users.roleSlots + Number(slot)
          },
          record: Users.role
        },
        (record) => `${String(record.userId)}:${String(record.roleId)}`
      )
    ],
    [
      "timeOffRequest",
      held(
        {
          size: Scheduling.requestRows(account),
          exists: Scheduling.hasRequest,
          id: (row) => String(Scheduling.requestId(row)),
          rowOf: Scheduling.requestRow,
          record: (row) => Scheduling.request(account, row)
        },
        (record) => String(record.id)
      )
    ],
    [
      "company",
      from(
        account.companies.map((_, at) => Setup.company(account, at)),
        (record) => text(record.companyID)
      )
    ],
    ["orgLevel", from(Setup.orgLevels, (record) => `${String(record.level)}:${text(record.code)}`)],
    ["job", from(Setup.jobList, (record) => text(record.code))],
    ["jobGroup", from(Setup.jobGroups, (record) => text(record.jobGroupCode))],
    ["location", from(Setup.locationList, (record) => text(record.locationCode))],
    ["employeeType", from(Setup.employeeTypes, (record) => text(record.code))],
    ["termType", from(Setup.termTypes, (record) => text(record.code))],
    ["maritalStatus", from(Setup.maritalStatuses, (record) => text(record.code))],
    ["role", from(Setup.roleList, (record) => String(record.rolID))]
  ])
}

export const make = (account: Account): State => {
  const all = collections(account)
  let made = 0
  return {
    account,
    held: (kind) => all.get(kind),
    kinds: [...all.keys()],
    person: (employeeId) => all.get("employee")?.table.get(employeeId) ?? {},
    ofPerson: (kind, employeeId) => {
      const table = all.get(kind)?.table
      if (table === undefined) return []
      const { id, ofPerson } = table.options
      const person = AccountIds.personRow(account, employeeId)
      const ids = new Set(person === undefined || ofPerson === undefined ? [] : ofPerson(person).map(id))
      for (const record of table.edited())
        if (employeeOf(record) === employeeId) ids.add(all.get(kind)?.idOf(record) ?? "")
      return [...ids]
        .map((id) => table.get(id))
        .filter((record) => record !== undefined)
        .filter((record) => employeeOf(record) === employeeId)
    },
    nextRow: () => account.people + 1 + made++
  }
}
