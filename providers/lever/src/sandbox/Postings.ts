/**
 * The postings of a simulated account.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { currencies, places } from "@crosswalk/sandbox/Vocabulary"
import type { Account } from "./Account.ts"
import { day } from "./Account.ts"
import * as Jobs from "./Jobs.ts"
import * as Users from "./Users.ts"

const source = (account: Account) => account.source.posting

export const owner = (account: Account, row: number): number =>
  Users.some(account, Seeded.bits(source(account), row, 5))

export const hiringManager = (account: Account, row: number): number | undefined =>
  row % 4 === 3 ? undefined : Users.some(account, Seeded.bits(source(account), row, 6))

export const createdAt = (account: Account, row: number): number =>
  Math.floor(account.epoch - (30 + 1900 * Seeded.unit(source(account), row, 7)) * day)

const firstStates = ["published", "internal", "closed", "draft", "published"] as const

const state = (account: Account, row: number): string =>
  firstStates[row] ??
  Seeded.weighted(source(account), row, 8, [
    ["published", 40],
    ["internal", 12],
    ["closed", 35],
    ["draft", 8],
    ["pending", 4],
    ["rejected", 1]
  ])

const workplaces = ["unspecified", "on-site", "remote", "hybrid"] as const

export const record = (account: Account, row: number): JsonObject => {
  const { commitment, department, location, team, title } = Jobs.categories(account, row)
  const posting = Jobs.postingId(account, row)
  const posted = state(account, row)
  const created = createdAt(account, row)
  const manager = hiringManager(account, row)
  const second = Seeded.pick(source(account), row, 9, places)
  const { currency, pay } = Seeded.pick(source(account), row, 10, currencies)
  const requisition = Jobs.requisitionOf(account, row)
  const show = `https://jobs.lever.co/sandbox/${posting}`
  return {
    id: posting,
    text: title,
    state: posted,
    distributionChannels: posted === "published" ? ["public", "internal"] : posted === "internal" ? ["internal"] : null,
    user: row % 6 === 5 ? null : Users.id(account, owner(account, row)),
    owner: Users.id(account, owner(account, row)),
    hiringManager: manager === undefined ? null : Users.id(account, manager),
    categories: {
      commitment,
      department,
      level: null,
      location,
      team,
      allLocations: row % 3 === 1 && second !== location ? [location, second] : [location]
    },
    tags: row % 3 === 0 ? ["Urgent"] : [],
    content: {
      description: `We look for a ${title} in our ${team} team.\n`,
      descriptionHtml: `<div>We look for a <b>${title}</b> in our ${team} team.</div>`,
      lists:
        row % 2 === 0
          ? [{ text: "What you will do", content: `<li>Grow the ${team} team</li><li>Learn & teach</li>` }]
          : [],
      closing: row % 2 === 0 ? "Everybody is welcome to apply." : "",
      closingHtml: row % 2 === 0 ? "<div>Everybody is welcome to apply.</div>" : ""
    },
    country: "US",
    followers: [Users.id(account, owner(account, row))],
    reqCode: requisition === undefined ? null : Jobs.requisitionCode(requisition),
    requisitionCodes: requisition === undefined ? [] : [Jobs.requisitionCode(requisition)],
    urls: posted === "draft" ? null : { list: "https://jobs.lever.co/sandbox", show, apply: `${show}/apply` },
    confidentiality: row > 20 && row % 50 === 21 ? "confidential" : "non-confidential",
    createdAt: created,
    updatedAt: created + Math.floor((account.epoch - created) * 0.9 * Seeded.unit(source(account), row, 11)),
    workplaceType: workplaces[row % 4] ?? "unspecified",
    transcribeInterviews: false,
    screening: { enabled: row % 8 === 0 },
    ...(row % 2 === 0
      ? {
          salaryRange: { min: Math.floor(pay * 0.9), max: Math.floor(pay * 1.2), currency, interval: "per-year-salary" }
        }
      : {})
  }
}
