/**
 * What hangs below an opportunity, and how its ids lead back to it.
 */

/** The kinds below an opportunity, by the last segment of their path. */
export const paths = {
  applications: "application",
  offers: "offer",
  interviews: "interview",
  panels: "panel",
  feedback: "feedback",
  notes: "note",
  files: "file",
  resumes: "resume",
  referrals: "referral"
} as const

export type ChildKind = (typeof paths)[keyof typeof paths]

const width = 16

/** The index of an opportunity's child, from 0 to 15, among all of its kind. */
export const childIndex = (row: number, at: number): number => row * width + at

/** The row of the opportunity a child's index belongs to. */
export const parentRow = (index: number): number => Math.floor(index / width)
