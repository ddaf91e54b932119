/**
 * What interviews and the feedback on them agree about: how many there are, when, with whom.
 */
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account } from "./Account.ts"
import { day, stageAt } from "./Account.ts"
import { childIndex } from "./Child.ts"
import * as Facts from "./Facts.ts"
import * as Users from "./Users.ts"

const source = (account: Account) => account.source.interview

/** How many interviews there were or will be. */
export const count = (account: Account, row: number): number =>
  Facts.stage(account, row) < stageAt.screen ? 0 : row < 3 ? 2 : Seeded.bits(source(account), row, 1) % 4

export const id = (account: Account, row: number, at: number): string =>
  Seeded.uuid(source(account), childIndex(row, at))

export const panelId = (account: Account, row: number): string => Seeded.uuid(account.source.panel, childIndex(row, 0))

/** When it takes place, in milliseconds; now and then after the account's epoch. */
export const date = (account: Account, row: number, at: number): number =>
  Facts.lastAdvancedAt(account, row) + (at + 1) * 2 * day

/** The user who leads an interview. */
export const interviewer = (account: Account, row: number, at: number): number =>
  Users.some(account, Seeded.bits(source(account), row, 10 + at))

/** One of the account's feedback templates. */
export const templateId = (account: Account, at: number): string => Seeded.uuid(account.source.template, at)

export const feedbackId = (account: Account, row: number, at: number): string =>
  Seeded.uuid(account.source.feedback, childIndex(row, at))

/** Interviews that took place get feedback, most of them. */
export const hasFeedback = (account: Account, row: number, at: number): boolean =>
  at < count(account, row) &&
  date(account, row, at) < account.epoch &&
  (row < 3 || Seeded.chance(account.source.feedback, row, 1 + at, 0.75))
