/**
 * The facts of one generated opportunity, each known without the rest of the record: what lists are sorted and
 * filtered by, and what its children depend on.
 */
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account } from "./Account.ts"
import { day, hiredReasons, stageAt } from "./Account.ts"

/** Field numbers of the draws, one per fact. */
const field = {
  age: 1,
  stage: 2,
  advanced: 3,
  interaction: 4,
  archivedAfter: 5,
  archived: 6,
  reason: 7,
  confidential: 8,
  application: 9,
  posting: 10,
  origin: 11,
  joined: 12
} as const

const years = 5
/** Records not touched for this long carry no updated time: they are older than the field. */
const fieldAge = 4.5 * 365 * day

/**
 * Rows come in blocks of 64. In each, some rows are further opportunities of the person in the block's third row, and
 * three rows were imported together, with the same times.
 */
const block = 64
const repeated = 2
const repeats = [7, 17, 27, 37, 47] as const
const imported = { from: 20, to: 22 } as const

const repeatCount = (account: Account, start: number): number =>
  start === 0
    ? repeats.length
    : Seeded.weighted(account.source.contact, start, field.joined, [
        [1, 60],
        [2, 20],
        [3, 10],
        [4, 5],
        [5, 5]
      ])

/** The row whose person an opportunity belongs to: its own, unless the person was there before. */
export const contactRow = (account: Account, row: number): number => {
  const start = row - (row % block)
  const at = repeats.findIndex((offset) => offset === row - start)
  return at !== -1 && at < repeatCount(account, start) ? start + repeated : row
}

/** The rows of one person's opportunities; the inverse of `contactRow`. Empty when the row has no person of its own. */
export const rowsOfContact = (account: Account, contact: number): ReadonlyArray<number> => {
  if (contactRow(account, contact) !== contact) return []
  const start = contact - (contact % block)
  const further = contact - start === repeated ? repeats.slice(0, repeatCount(account, start)) : []
  return [contact, ...further.map((offset) => start + offset)].filter((row) => row < account.size)
}

const importedRow = (row: number): number => {
  const offset = row % block
  return offset > imported.from && offset <= imported.to ? row - offset + imported.from : row
}

const isImported = (row: number): boolean => {
  const offset = row % block
  return offset >= imported.from && offset <= imported.to
}

/** When it was made, in milliseconds. */
export const createdAt = (account: Account, row: number): number => {
  const from = importedRow(row)
  const age =
    row === 0 ? 0.01 : row === 3 ? 0.96 : 0.002 + 0.998 * Seeded.unit(account.source.opportunity, from, field.age)
  return Math.floor(account.epoch - age * years * 365 * day)
}

/** Its place in the table of stages. */
export const stage = (account: Account, row: number): number => {
  if (isImported(row)) return stageAt.new
  if (row === 0) return stageAt.offer
  if (row === 1) return stageAt.background
  if (row === 2) return stageAt.onsite
  const drawn = Seeded.unit(account.source.opportunity, row, field.stage) * 100
  let rest = drawn
  for (let at = 0; at < account.stages.length; at++) {
    rest -= account.stages[at]?.weight ?? 0
    if (rest < 0) return at
  }
  return stageAt.new
}

const span = (account: Account, created: number) => Math.min(90 * day, account.epoch - created - 1000)

/** When it last changed stage, in milliseconds. */
export const lastAdvancedAt = (account: Account, row: number): number => {
  const created = createdAt(account, row)
  if (isImported(row) || stage(account, row) === stageAt.new) return created
  return (
    created + Math.floor(span(account, created) * 0.6 * Seeded.unit(account.source.opportunity, row, field.advanced))
  )
}

/** When somebody last did something with it, in milliseconds. */
export const lastInteractionAt = (account: Account, row: number): number => {
  const rest = span(account, createdAt(account, row)) * 0.2
  return (
    lastAdvancedAt(account, row) + Math.floor(rest * Seeded.unit(account.source.opportunity, row, field.interaction))
  )
}

const archivedShare = 0.34

/** When it was archived, in milliseconds; null while it is active. */
export const archivedAt = (account: Account, row: number): number | null => {
  const archived =
    row === 1 || row === 6 || (row > 3 && Seeded.chance(account.source.opportunity, row, field.archived, archivedShare))
  if (!archived) return null
  const rest = span(account, createdAt(account, row)) * 0.15
  return (
    lastInteractionAt(account, row) +
    Math.floor(rest * Seeded.unit(account.source.opportunity, row, field.archivedAfter)) +
    1
  )
}

/** Its place in the table of archive reasons, if it is archived. */
export const reason = (account: Account, row: number): number => {
  const hired =
    row === 1 ||
    (stage(account, row) >= stageAt.offer && Seeded.chance(account.source.opportunity, row, field.reason, 0.8))
  if (hired) return row % 11 === 10 ? 1 : 0
  return (
    hiredReasons +
    (Seeded.bits(account.source.opportunity, row, field.reason) % (account.reasons.length - hiredReasons))
  )
}

/** When a field last changed, in milliseconds; null on records older than the field. */
export const updatedAt = (account: Account, row: number): number | null => {
  const at = archivedAt(account, row) ?? lastInteractionAt(account, row)
  return account.epoch - at > fieldAge ? null : at + (row % 40)
}

export const isConfidential = (account: Account, row: number): boolean =>
  row === 9 || (row > 9 && Seeded.chance(account.source.opportunity, row, field.confidential, 0.02))

/** The row of the posting applied for; undefined where there is no application. */
export const posting = (account: Account, row: number): number | undefined => {
  if (row === 5 || (row > 9 && Seeded.chance(account.source.opportunity, row, field.application, 0.03)))
    return undefined
  return row < 5 ? row : Seeded.bits(account.source.opportunity, row, field.posting) % account.postings
}

/** How the person came. */
export const origin = (account: Account, row: number): string =>
  row === 0
    ? "applied"
    : row === 2
      ? "referred"
      : Seeded.weighted(account.source.opportunity, row, field.origin, [
          ["applied", 45],
          ["sourced", 30],
          ["referred", 12],
          ["agency", 6],
          ["university", 4],
          ["internal", 3]
        ])
