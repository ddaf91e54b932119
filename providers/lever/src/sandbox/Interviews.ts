/**
 * Interviews of a generated opportunity, and the panels they belong to.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import type { Account } from "./Account.ts"
import { day } from "./Account.ts"
import * as Facts from "./Facts.ts"
import * as Jobs from "./Jobs.ts"
import * as Meetings from "./Meetings.ts"
import * as Opportunities from "./Opportunities.ts"
import * as Users from "./Users.ts"

const subjects = ["Phone screen", "On-site interview", "Système & architecture", "Team lunch"] as const
const reminders = ["once", "daily", "frequently", "none"] as const
const zones = ["America/Los_Angeles", "Europe/Berlin", "Asia/Tokyo"] as const

const template = (account: Account, row: number, at: number): string =>
  (row + at) % 6 === 4 ? "no-feedback" : Meetings.templateId(account, at % 2)

export const interviews = (account: Account, row: number): ReadonlyArray<JsonObject> =>
  Array.from({ length: Meetings.count(account, row) }, (_, at) => {
    const user = Meetings.interviewer(account, row, at)
    const posting = Facts.posting(account, row)
    const form = template(account, row, at)
    const canceled = row > 2 && (row + at) % 7 === 3
    return {
      id: Meetings.id(account, row, at),
      panel: Meetings.panelId(account, row),
      subject: subjects[at] ?? subjects[0],
      note: at === 0 ? "Please bring the portfolio.\n" : "",
      interviewers: [
        {
          id: Users.id(account, user),
          name: Users.name(account, user),
          email: Users.email(account, user),
          feedbackTemplate: form
        }
      ],
      timezone: zones[row % zones.length] ?? zones[0],
      createdAt: Facts.lastAdvancedAt(account, row) + 60_000,
      date: Meetings.date(account, row, at),
      duration: at === 1 ? 60 : 30,
      location: row % 3 === 1 ? null : "Room Cedar",
      feedbackTemplate: form === "no-feedback" ? (row % 2 === 0 ? null : form) : form,
      feedbackForms: Meetings.hasFeedback(account, row, at) ? [Meetings.feedbackId(account, row, at)] : [],
      feedbackReminder: reminders[row % reminders.length] ?? "once",
      user: Users.id(account, Opportunities.owner(account, row)),
      stage: account.stages[Facts.stage(account, row)]?.id ?? "lead-new",
      canceledAt: canceled ? Meetings.date(account, row, at) - day : null,
      postings: posting === undefined ? [] : [Jobs.postingId(account, posting)],
      gcalEventUrl: null,
      opportunityId: Opportunities.id(account, row)
    }
  })

const number = (value: Json | undefined): number => (typeof value === "number" ? value : 0)

const nested = (interview: JsonObject): JsonObject => ({
  id: interview.id ?? null,
  date: interview.date ?? null,
  duration: interview.duration ?? null,
  feedbackReminder: interview.feedbackReminder ?? null,
  feedbackTemplate: interview.feedbackTemplate ?? null,
  interviewers: Array.isArray(interview.interviewers)
    ? interview.interviewers.map((one) => ({ ...one, responseStatus: "needsAction" }))
    : [],
  location: interview.location ?? null,
  note: interview.note ?? null,
  subject: interview.subject ?? null
})

/** The panels that a list of interviews makes up. */
export const panels = (opportunity: JsonObject, interviews: ReadonlyArray<JsonObject>): ReadonlyArray<JsonObject> => {
  const byPanel = new Map<Json, ReadonlyArray<JsonObject>>()
  for (const interview of interviews) {
    const panel = interview.panel ?? null
    byPanel.set(panel, [...(byPanel.get(panel) ?? []), interview])
  }
  return [...byPanel].map(([panel, members]) => {
    const first = members[0] ?? {}
    return {
      id: panel,
      applications: opportunity.applications ?? [],
      canceledAt: members.every((one) => one.canceledAt !== null) ? (first.canceledAt ?? null) : null,
      createdAt: first.createdAt ?? null,
      start: Math.min(...members.map((one) => number(one.date))),
      end: Math.max(...members.map((one) => number(one.date) + number(one.duration) * 60_000)),
      externallyManaged: false,
      externalUrl: null,
      feedbackReminder: first.feedbackReminder ?? null,
      interviews: members.map(nested),
      note: null,
      stage: first.stage ?? null,
      timezone: first.timezone ?? null,
      user: first.user ?? null
    }
  })
}
