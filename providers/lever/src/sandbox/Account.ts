/**
 * A simulated Lever account: its size, its random sources, and the short tables everything else points into.
 */
import * as Seeded from "@crosswalk/sandbox/Seeded"

/** The kinds of record that have ids of their own. */
export const kinds = [
  "opportunity",
  "application",
  "contact",
  "user",
  "posting",
  "requisition",
  "stage",
  "reason",
  "template",
  "field",
  "question",
  "offer",
  "panel",
  "interview",
  "feedback",
  "note",
  "file",
  "resume",
  "referral",
  "event"
] as const

export type Kind = (typeof kinds)[number]

export interface Stage {
  readonly id: string
  readonly text: string
  readonly pipeline: "lead" | "applicant" | "screen" | "onsite" | "offer"
  readonly rank: number
  readonly hasInterview: boolean
  /** How often a generated opportunity stands here. */
  readonly weight: number
}

export interface ArchiveReason {
  readonly id: string
  readonly text: string
  readonly status: "active" | "inactive"
  readonly type: "hired" | "non-hired"
}

export interface Account {
  readonly seed: number
  /** Number of opportunities. */
  readonly size: number
  /** Every generated record dates before this instant, in milliseconds. */
  readonly epoch: number
  readonly source: Readonly<Record<Kind, Seeded.Seeded>>
  /** In the order of their ranks. */
  readonly stages: ReadonlyArray<Stage>
  readonly reasons: ReadonlyArray<ArchiveReason>
  readonly users: number
  readonly postings: number
  /** Ids that every record names, kept because writing one out costs more than looking it up. */
  readonly ids: { readonly user: ReadonlyArray<string>; readonly posting: ReadonlyArray<string> }
  readonly requisitions: number
  /** Opportunities that were deleted before anybody looked. */
  readonly deleted: number
}

export const day = 86_400_000

const stageTable = [
  ["lead-new", "New lead", "lead", 1, false, 22],
  ["lead-reached-out", "Reached out", "lead", 3, false, 16],
  ["lead-responded", "Responded", "lead", 5, false, 8],
  ["applicant-new", "New applicant", "applicant", 101, false, 24],
  ["", "Hiring manager review", "applicant", 105.5, false, 7],
  ["", "Recruiter screen", "screen", 201, true, 7],
  ["", "Hiring manager screen", "onsite", 230.5, true, 4],
  ["", "On-site interview", "onsite", 231, true, 6],
  ["", "Reference check", "onsite", 231.5, true, 2],
  ["offer", "Offer", "offer", 261, false, 3],
  ["", "Background check", "offer", 265.5, false, 1]
] as const

/** Where particular stages stand in the table. */
export const stageAt = { new: 0, applicant: 3, screen: 5, onsite: 7, offer: 9, background: 10 } as const

const reasonTable = [
  ["Hired", "active", "hired"],
  ["Hired internally", "active", "hired"],
  ["Position filled", "active", "non-hired"],
  ["Underqualified", "active", "non-hired"],
  ["Compensation", "active", "non-hired"],
  ["Withdrew", "active", "non-hired"],
  ["Offer declined", "active", "non-hired"],
  ["Better for another role", "active", "non-hired"],
  ["No response", "active", "non-hired"],
  ["No response (old)", "inactive", "non-hired"]
] as const

/** How many of the archive reasons mean a hire; they come first. */
export const hiredReasons = 2

const clamp = (low: number, value: number, high: number) => Math.min(high, Math.max(low, Math.floor(value)))

export const make = (options: { readonly seed: number; readonly size: number; readonly epoch: number }): Account => {
  const { epoch, seed, size } = options
  const of = (kind: Kind) => Seeded.make(seed, `lever.${kind}`)
  const source = {
    opportunity: of("opportunity"),
    application: of("application"),
    contact: of("contact"),
    user: of("user"),
    posting: of("posting"),
    requisition: of("requisition"),
    stage: of("stage"),
    reason: of("reason"),
    template: of("template"),
    field: of("field"),
    question: of("question"),
    offer: of("offer"),
    panel: of("panel"),
    interview: of("interview"),
    feedback: of("feedback"),
    note: of("note"),
    file: of("file"),
    resume: of("resume"),
    referral: of("referral"),
    event: of("event")
  }
  const users = clamp(6, 6 + size / 60, 300)
  const postings = clamp(5, 5 + size / 40, 1500)
  const first = (kind: "user" | "posting", count: number) =>
    Array.from({ length: count }, (_, row) => Seeded.uuid(source[kind], row))
  return {
    seed,
    size,
    epoch,
    source,
    stages: stageTable.map(([slug, text, pipeline, rank, hasInterview, weight], at) => ({
      id: slug === "" ? Seeded.uuid(source.stage, at) : slug,
      text,
      pipeline,
      rank,
      hasInterview,
      weight
    })),
    reasons: reasonTable.map(([text, status, type], at) => ({
      id: Seeded.uuid(source.reason, at),
      text,
      status,
      type
    })),
    users,
    postings,
    ids: { user: first("user", users), posting: first("posting", postings) },
    requisitions: clamp(4, 4 + size / 60, 1000),
    deleted: Math.ceil(size / 100)
  }
}
