/**
 * Every list of the simulated account, and the lists of features that it does not use.
 */
import type { Account } from "./Account.ts"
import type { Kind } from "./Kind.ts"
import * as Applications from "./kind/Applications.ts"
import * as Interviews from "./kind/Interviews.ts"
import * as Jobs from "./kind/Jobs.ts"
import * as Offers from "./kind/Offers.ts"
import * as People from "./kind/People.ts"
import * as Staff from "./kind/Staff.ts"
import * as Tables from "./kind/Tables.ts"

export const make = (account: Account): ReadonlyArray<Kind> => [
  ...People.make(account),
  ...Applications.make(account),
  ...Interviews.make(account),
  ...Offers.make(account),
  ...Jobs.make(account),
  ...Staff.make(account),
  ...Tables.make(account)
]

/** Lists that exist at the vendor and are empty here. */
export const unused = [
  "approval_flows",
  "approver_groups",
  "approvers",
  "blocked_spam_sources",
  "bulk_requests",
  "custom_field_departments",
  "custom_field_offices",
  "default_interviewers",
  "email_templates",
  "focus_candidate_attributes",
  "job_board_custom_locations",
  "pay_input_ranges",
  "pay_inputs",
  "scorecard_question_answer_options",
  "scorecard_question_candidate_attributes",
  "scorecard_question_options",
  "tracking_links",
  "webhooks"
] as const
