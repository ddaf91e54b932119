/**
 * A simulated Greenhouse account: its sizes, its random sources, and how a record's id follows from its row.
 *
 * Ids are above 2^31, as real ones are, and grow with the row: lists are sent by descending id, which is the order of
 * creation for candidates and jobs, and no order of anything for what hangs below them.
 */
import * as Seeded from "@crosswalk/sandbox/Seeded"

/** The lists that hold records, as their paths name them. */
export const lists = [
  "application_stages",
  "applications",
  "applied_candidate_tags",
  "attachments",
  "candidate_attribute_types",
  "candidate_educations",
  "candidate_employments",
  "candidate_tags",
  "candidates",
  "close_reasons",
  "custom_field_options",
  "custom_fields",
  "demographic_answer_options",
  "demographic_answers",
  "demographic_question_sets",
  "demographic_questions",
  "departments",
  "eeoc",
  "future_job_permissions",
  "interview_kits",
  "interviewer_tags",
  "interviewers",
  "interviews",
  "job_candidate_attributes",
  "job_hiring_managers",
  "job_interview_stages",
  "job_interviews",
  "job_notes",
  "job_owners",
  "job_post_locations",
  "job_posts",
  "jobs",
  "notes",
  "offers",
  "offices",
  "openings",
  "prospect_details",
  "prospect_pool_stages",
  "prospect_pools",
  "referrers",
  "rejection_details",
  "rejection_reasons",
  "scorecard_candidate_attributes",
  "scorecard_question_answers",
  "scorecard_questions",
  "scorecards",
  "sources",
  "user_emails",
  "user_job_permissions",
  "user_roles",
  "users"
] as const

export type ListName = (typeof lists)[number]

export interface Account {
  readonly seed: number
  /** Number of candidates. */
  readonly candidates: number
  /** Number of applications; every fifth candidate has two. */
  readonly applications: number
  readonly jobs: number
  /** Number of people who work there; the service account comes after them. */
  readonly users: number
  /** Every generated record dates before this instant, in milliseconds. */
  readonly epoch: number
  readonly source: (name: ListName) => Seeded.Seeded
  /** The id of a list's first row. */
  readonly first: (name: ListName) => number
}

export const day = 86_400_000

const step = 1000

const clamp = (low: number, value: number, high: number) => Math.min(high, Math.max(low, Math.floor(value)))

export const make = (options: { readonly seed: number; readonly size: number; readonly epoch: number }): Account => {
  const { epoch, seed, size } = options
  const sources = new Map<ListName, Seeded.Seeded>(lists.map((name) => [name, Seeded.make(seed, `greenhouse.${name}`)]))
  const firsts = new Map<ListName, number>(
    lists.map((name) => [name, (20_000_000 + (Seeded.make(seed, `greenhouse.id.${name}`).key % 1_000_000)) * step + 3])
  )
  return {
    candidates: size,
    applications: size + Math.ceil(size / 5),
    jobs: clamp(5, 5 + size / 40, 2000),
    users: clamp(8, 8 + size / 60, 300),
    epoch,
    source: (name) => sources.get(name) ?? Seeded.make(seed, name),
    first: (name) => firsts.get(name) ?? 0,
    seed
  }
}

/** The id of a row. */
export const id = (account: Account, name: ListName, row: number): number => account.first(name) + row * step

/** The row an id belongs to; undefined when it is no id of this list. */
export const rowOf = (account: Account, name: ListName, id: string): number | undefined => {
  if (!/^\d{1,15}$/.test(id)) return undefined
  const row = (Number(id) - account.first(name)) / step
  return Number.isInteger(row) && row >= 0 ? row : undefined
}
