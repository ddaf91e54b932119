/** What a sync did, counted by model. */

/** What became of the records of one model. */
export interface Counts {
  readonly inserted: number
  readonly updated: number
  readonly deleted: number
  readonly unchanged: number
  /** Fields that were lost because their value was broken. */
  readonly lost: number
  /** Records that could not be mapped and wait in quarantine. */
  readonly rejected: number
}

/** Counts by model name. */
export type Tally = Readonly<Record<string, Counts>>

/** Nothing. */
export const empty: Tally = {}

/** The counts of one model. */
export const ofModel = (model: string, counts: Counts): Tally => ({ [model]: counts })

/** Counts of nothing. */
export const none: Counts = { inserted: 0, updated: 0, deleted: 0, unchanged: 0, lost: 0, rejected: 0 }

/** The sum of two tallies. */
export const add = (left: Tally, right: Tally): Tally => {
  const sum: Record<string, Counts> = { ...left }
  for (const [model, counts] of Object.entries(right)) {
    const before = sum[model] ?? none
    sum[model] = {
      inserted: before.inserted + counts.inserted,
      updated: before.updated + counts.updated,
      deleted: before.deleted + counts.deleted,
      unchanged: before.unchanged + counts.unchanged,
      lost: before.lost + counts.lost,
      rejected: before.rejected + counts.rejected
    }
  }
  return sum
}
