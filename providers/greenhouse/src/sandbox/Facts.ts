/**
 * The facts of one generated candidate or application, each known without the rest of the record: whose it is, where
 * it stands, when it happened, and so which records hang below it.
 *
 * The first ten rows are cast, so that an account of ten has something of everything; the rest is drawn.
 */
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account } from "./Account.ts"
import { day } from "./Account.ts"

const years = 5 * 365 * day

/** What became of an application. */
export type Outcome = "open" | "hired" | "rejected" | "prospect" | "converted"

/** Stages of every job, in their order; the last is no longer in use. */
export const stages = [
  "Application Review",
  "Phone Screen",
  "Face to Face",
  "Take Home Test",
  "Offer",
  "Team Fit (old)"
] as const

/** Places in that table. */
export const stageAt = { review: 0, screen: 1, onsite: 2, offer: 4 } as const

/** The stage of a job as a row of `job_interview_stages`. */
export const stageRow = (job: number, at: number): number => job * stages.length + at

/** The candidate of an application. Rows above the number of candidates are second applications. */
export const candidateOf = (account: Account, application: number): number =>
  application < account.candidates ? application : (application - account.candidates) * 5

/** The applications of a candidate; the inverse of `candidateOf`. */
export const applicationsOf = (account: Account, candidate: number): ReadonlyArray<number> =>
  candidate % 5 === 0 ? [candidate, account.candidates + candidate / 5] : [candidate]

/** When a candidate came, in milliseconds; later rows came later. */
export const cameAt = (account: Account, candidate: number): number => {
  const place =
    (candidate + 0.8 * Seeded.unit(account.source("candidates"), candidate, 1)) / Math.max(1, account.candidates)
  return Math.floor(account.epoch - years + place * (years - day))
}

const span = (account: Account, from: number) => Math.max(1, Math.min(90 * day, account.epoch - from - 3_600_000))

/** When an application was made, in milliseconds. */
export const appliedAt = (account: Account, application: number): number => {
  const came = cameAt(account, candidateOf(account, application))
  const source = account.source("applications")
  return application < account.candidates
    ? came + 1000
    : came + Math.floor(0.5 * span(account, came) * Seeded.unit(source, application, 1))
}

/** When somebody last did something with an application, in milliseconds. */
export const activeAt = (account: Account, application: number): number => {
  const applied = appliedAt(account, application)
  return (
    applied + Math.floor(0.9 * span(account, applied) * Seeded.unit(account.source("applications"), application, 2))
  )
}

/** When an application last changed, in milliseconds. */
export const changedAt = (account: Account, application: number): number =>
  activeAt(account, application) + (application % 40)

/** When a candidate last changed, in milliseconds. */
export const candidateChangedAt = (account: Account, candidate: number): number => {
  const came = cameAt(account, candidate)
  return came + Math.floor(span(account, came) * Seeded.unit(account.source("candidates"), candidate, 2))
}

const cast: ReadonlyArray<Outcome> = ["open", "hired", "rejected", "open", "prospect", "converted", "rejected"]

export const outcome = (account: Account, application: number): Outcome =>
  cast[application] ??
  (application < 10
    ? "open"
    : Seeded.weighted(account.source("applications"), application, 3, [
        ["open", 45],
        ["rejected", 40],
        ["hired", 8],
        ["prospect", 5],
        ["converted", 2]
      ]))

/** Whether it is for a job; prospects are for none yet. */
export const hasJob = (account: Account, application: number): boolean => {
  const found = outcome(account, application)
  return found !== "prospect" && found !== "converted"
}

/** The row of the job. */
export const job = (account: Account, application: number): number =>
  application < 5
    ? application % account.jobs
    : Seeded.bits(account.source("applications"), application, 4) % account.jobs

/** Its place in the table of stages. */
export const stage = (account: Account, application: number): number => {
  if (application === 0 || outcome(account, application) === "hired") return stageAt.offer
  if (application === 2) return stageAt.screen
  if (application === 3) return stageAt.onsite
  return Seeded.bits(account.source("applications"), application, 5) % (stageAt.offer + 1)
}

/** Whether private candidates' records are concerned. */
export const isPrivate = (account: Account, candidate: number): boolean =>
  candidate === 9 || (candidate > 9 && Seeded.chance(account.source("candidates"), candidate, 3, 0.02))

/** How many tags a candidate carries, from 0 to 2. */
export const tagCount = (candidate: number): number => (candidate % 12 === 0 ? 2 : candidate % 3 === 0 ? 1 : 0)
