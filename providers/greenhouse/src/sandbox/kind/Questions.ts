/**
 * Screening questions of a job post, and the answers that applications carry.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import type { Account } from "../Account.ts"
import { id } from "../Account.ts"

const table = [
  ["first_name", "First Name", "short_text", true, []],
  ["resume", "Resume/CV", "attachment", false, []],
  ["question_visa", "Do you need a visa?", "yes_no", true, ["Yes", "No"]],
  ["question_heard", "How did you hear about us?", "multi_select", false, ["A friend", "A search engine", "Elsewhere"]],
  ["question_why", "Why this job?\n(two sentences)", "long_text", false, []]
] as const

/** The questions of a post by its row. */
export const ofPost = (account: Account, post: number): ReadonlyArray<JsonObject> =>
  table.slice(0, post % 4 === 1 ? 2 : table.length).map(([name, label, answer_type, required, options], at) => ({
    id: id(account, "job_posts", post) * 10 + at,
    description: name === "question_why" ? "<p>Say it in your words.</p>" : null,
    answer_type,
    required,
    private: false,
    label,
    name,
    options: options.map((option, place) => ({ id: place, label: option }))
  }))

/** What an applicant answered. */
export const answers = (application: number): ReadonlyArray<JsonObject> =>
  application % 4 === 3
    ? []
    : [
        { question: "Do you need a visa?", answer: application % 2 === 0 ? "Yes" : "No" },
        { question: "How did you hear about us?", answer: application % 5 === 1 ? null : "A friend" },
        { question: "Why this job?\n(two sentences)", answer: 'I like "small" teams.\nAnd trains 🚆' }
      ].slice(0, 1 + (application % 3))
