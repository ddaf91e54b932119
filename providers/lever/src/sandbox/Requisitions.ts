/**
 * The requisitions of a simulated account: headcount and pay behind the postings.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { currencies } from "@crosswalk/sandbox/Vocabulary"
import type { Account } from "./Account.ts"
import { day } from "./Account.ts"
import * as Jobs from "./Jobs.ts"
import * as Users from "./Users.ts"

const source = (account: Account) => account.source.requisition

export const id = (account: Account, row: number): string => Seeded.uuid(source(account), row)

export const createdAt = (account: Account, row: number): number =>
  Math.floor(account.epoch - (60 + 1900 * Seeded.unit(source(account), row, 1)) * day)

const statuses = ["open", "closed", "onHold", "draft", "pending", "rejected"] as const

const approval = (account: Account, row: number, created: number): Json => {
  if (row % 4 === 3) return { steps: [] }
  const user = Users.some(account, Seeded.bits(source(account), row, 5))
  const approver = Users.id(account, user)
  const approved = row % 4 !== 2
  const approvedAt = approved ? created + day : null
  const isDynamic = row % 2 === 0
  return {
    steps: [
      {
        completed: approved,
        status: approved ? "approved" : null,
        outOfBandOnly: false,
        approvalsRequired: 1,
        approvers: [
          {
            id: approver,
            user: isDynamic
              ? "Requisition hiring manager"
              : { userId: approver, email: Users.email(account, user), name: Users.name(account, user) },
            isDynamic,
            approved,
            approvedAt,
            type: isDynamic ? "dynamic" : "user"
          }
        ],
        id: Seeded.uuid(source(account), 2_000_000 + row)
      }
    ],
    id: Seeded.uuid(source(account), 3_000_000 + row),
    status: approved ? "approved" : null,
    startedAt: created + 1000,
    approvedAt,
    accountId: Seeded.uuid(source(account), 4_000_000),
    createdBy: approver
  }
}

export const record = (account: Account, row: number): JsonObject => {
  const created = createdAt(account, row)
  const status = row === 0 ? "open" : (statuses[Seeded.bits(source(account), row, 2) % statuses.length] ?? "open")
  const posting = row % 5 === 4 ? undefined : row
  const categories = Jobs.categories(account, row)
  const { currency, pay } = Seeded.pick(source(account), row, 3, currencies)
  const unlimited = row % 8 === 2
  const creator = Users.id(account, Users.some(account, Seeded.bits(source(account), row, 4)))
  return {
    id: id(account, row),
    createdAt: created,
    confidentiality: "non-confidential",
    status,
    name: categories.title,
    requisitionCode: Jobs.requisitionCode(row),
    headcountTotal: unlimited ? "unlimited" : 1 + (row % 4),
    headcountHired: row % 2,
    headcountInfinite: unlimited,
    backfill: row % 3 === 1,
    creator: row % 9 === 8 ? null : creator,
    owner: row % 7 === 6 ? null : creator,
    hiringManager: row % 4 === 3 ? null : creator,
    internalNotes: row % 3 === 0 ? "Budget agreed for this year." : "",
    compensationBand:
      row % 3 === 2
        ? null
        : { min: Math.floor(pay * 0.8), max: Math.floor(pay * 1.3), currency, interval: "per-year-salary" },
    approval: approval(account, row, created),
    employmentStatus: row % 3 === 2 ? null : categories.commitment,
    location: row % 5 === 3 ? null : categories.location,
    team: row % 5 === 3 ? null : categories.team,
    department: row % 5 === 3 ? null : categories.department,
    postings: posting === undefined ? [] : [Jobs.postingId(account, posting)],
    offerIds: [],
    timeToFillStartAt: null,
    timeToFillEndAt: null,
    updatedAt: created + Math.floor((account.epoch - created) * 0.8 * Seeded.unit(source(account), row, 6)),
    customFields:
      row % 2 === 0 ? { target_hire_date: created + 90 * day, cost_center: { code: "CC-7", region: "EMEA" } } : {},
    closedAt: status === "closed" ? created + 120 * day : null
  }
}

/** The fields customers add to requisitions. */
export const fields: ReadonlyArray<JsonObject> = [
  { id: "target_hire_date", text: "Target hire date", type: "date", isRequired: false },
  {
    id: "cost_center",
    text: "Cost center",
    type: "object",
    isRequired: true,
    subfields: [
      { id: "code", text: "Code", type: "text" },
      { id: "region", text: "Region", type: "dropdown" }
    ]
  },
  { id: "hiring_plan_year", text: "Hiring plan year", type: "number", isRequired: false }
]
