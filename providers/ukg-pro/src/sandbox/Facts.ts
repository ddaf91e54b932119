/**
 * The facts of one generated employment, each known without the rest of the record.
 *
 * The first ten people are cast, so that a tenant of ten has something of everything; the rest is drawn.
 */
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account } from "./Account.ts"
import { day, isHome, personOf } from "./Account.ts"

const draw = { hired: 1, rehired: 2, status: 3, left: 4, changed: 5, reason: 6, job: 7, pay: 8, born: 30 } as const

/** When somebody was first hired, in milliseconds. */
export const hiredAt = (account: Account, row: number): number =>
  account.epoch - Math.floor((40 + 5400 * Seeded.unit(account.source.employment, row, draw.hired)) * day)

export const isRehired = (row: number): boolean => row % 7 === 4

/** When somebody was last hired, in milliseconds. */
export const lastHiredAt = (account: Account, row: number): number => {
  const hired = hiredAt(account, row)
  return isRehired(row) ? hired + Math.floor((account.epoch - hired) * 0.5) : hired
}

/** Q is a word that no documentation knows. */
const cast = ["A", "A", "L", "A", "A", "T", "T", "Q", "S", "R"] as const

export const status = (account: Account, row: number): string => {
  if (!isHome(account, row)) return personOf(account, row) % 20 === 13 ? "T" : "A"
  return (
    cast[row] ??
    Seeded.weighted(account.source.employment, row, draw.status, [
      ["A", 800],
      ["T", 130],
      ["L", 30],
      ["R", 12],
      ["S", 10],
      ["D", 8],
      ["O", 6],
      ["Q", 4]
    ])
  )
}

export const hasLeft = (account: Account, row: number): boolean => ["T", "R", "D"].includes(status(account, row))

/** When somebody left, in milliseconds; undefined for those who are there. */
export const leftAt = (account: Account, row: number): number | undefined => {
  if (!hasLeft(account, row)) return undefined
  const hired = lastHiredAt(account, row)
  return (
    hired + Math.floor((account.epoch - hired) * (0.2 + 0.7 * Seeded.unit(account.source.employment, row, draw.left)))
  )
}

/** Whether a leaver's reason was written down. */
export const hasReason = (account: Account, row: number): boolean =>
  row !== 6 && (row === 5 || Seeded.chance(account.source.employment, row, draw.reason, 0.75))

/** When the employment last changed, in milliseconds. */
export const changedAt = (account: Account, row: number): number => {
  const since = leftAt(account, row) ?? lastHiredAt(account, row)
  return (
    since + Math.floor((account.epoch - since - 3_600_000) * Seeded.unit(account.source.employment, row, draw.changed))
  )
}

/** When the person last changed, in milliseconds. */
export const personChangedAt = (account: Account, person: number): number => {
  const hired = hiredAt(account, person)
  return (
    hired + Math.floor((account.epoch - hired - 3_600_000) * Seeded.unit(account.source.person, person, draw.changed))
  )
}

export const isHourly = (row: number): boolean => row % 3 === 2

export const isPartTime = (row: number): boolean => row % 8 === 6

/** The place of the job in the table of jobs. */
export const job = (account: Account, row: number, jobs: number): number =>
  row < jobs ? row : Seeded.bits(account.source.employment, row, draw.job) % jobs

/** Yearly pay in whole units of the company's currency. */
export const salary = (account: Account, row: number): number =>
  26_000 + 520 * Math.floor(200 * Seeded.unit(account.source.employment, row, draw.pay))

export const bornAt = (account: Account, person: number): number =>
  account.epoch - Math.floor((20 * 365 + 15_000 * Seeded.unit(account.source.person, person, draw.born)) * day)
