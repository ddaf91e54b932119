/**
 * What postings and the requisitions behind them agree about.
 */
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { commitments, departments, places } from "@crosswalk/sandbox/Vocabulary"
import type { Account } from "./Account.ts"

export interface Categories {
  readonly commitment: string
  readonly department: string
  readonly team: string
  readonly location: string
  readonly title: string
}

export const postingId = (account: Account, row: number): string =>
  account.ids.posting[row] ?? Seeded.uuid(account.source.posting, row)

export const categories = (account: Account, row: number): Categories => {
  const { department, team, titles } = Seeded.pick(account.source.posting, row, 1, departments)
  return {
    department,
    team,
    title: titles[Seeded.bits(account.source.posting, row, 2) % titles.length] ?? titles[0],
    location: Seeded.pick(account.source.posting, row, 3, places),
    commitment: Seeded.pick(account.source.posting, row, 4, commitments)
  }
}

export const requisitionCode = (row: number): string => (row % 9 === 4 ? `OP-${row}` : `REQ-${1000 + row}`)

/** The requisition behind a posting: the first ones have one each. */
export const requisitionOf = (account: Account, posting: number): number | undefined =>
  posting < account.requisitions && posting % 5 !== 4 ? posting : undefined
