/**
 * The people who work in a simulated account. Every seventh has left, and is still named as owner and interviewer.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as People from "@crosswalk/sandbox/People"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account } from "./Account.ts"
import { day } from "./Account.ts"

const roles = ["super admin", "admin", "team member", "limited team member", "interviewer", "team member"] as const
const titles = ["Recruiter", "Recruiting Coordinator", "Engineering Manager", "VP Sales", null] as const

const source = (account: Account) => account.source.user

export const isDeactivated = (row: number): boolean => row % 7 === 5

export const id = (account: Account, row: number): string => account.ids.user[row] ?? Seeded.uuid(source(account), row)

/** The row of the user behind a draw of somebody else's; whoever has left included. */
export const some = (account: Account, draw: number): number => draw % account.users

export const createdAt = (account: Account, row: number): number =>
  Math.floor(account.epoch - (5 * 365 + 1000 * Seeded.unit(source(account), row, 1)) * day)

export const name = (account: Account, row: number): string => People.person(source(account), row, 2).name

export const email = (account: Account, row: number): string =>
  People.email(source(account), row, 4, People.person(source(account), row, 2).slug)

export const record = (account: Account, row: number): JsonObject => {
  const address = email(account, row)
  return {
    id: id(account, row),
    name: name(account, row),
    username: address.slice(0, address.indexOf("@")),
    email: address,
    accessRole:
      row > 20 && row % 19 === 0 ? Seeded.uuid(source(account), 1_000_000 + (row % 3)) : (roles[row % 6] ?? "admin"),
    photo: row % 3 === 0 ? `https://example.com/photos/${row}.png` : null,
    createdAt: createdAt(account, row),
    deactivatedAt: isDeactivated(row) ? account.epoch - (10 + (row % 300)) * day : null,
    externalDirectoryId: row % 4 === 1 ? `directory-${row}` : null,
    linkedContactIds: row % 5 === 2 ? [Seeded.uuid(account.source.contact, row)] : null,
    jobTitle: titles[row % titles.length] ?? null,
    managerId: row === 0 ? null : id(account, Math.floor(row / 4))
  }
}
