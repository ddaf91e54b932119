/**
 * Feedback forms, their templates, and notes.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { remarks } from "@crosswalk/sandbox/Vocabulary"
import type { Account } from "./Account.ts"
import { day } from "./Account.ts"
import { childIndex } from "./Child.ts"
import * as Facts from "./Facts.ts"
import * as Meetings from "./Meetings.ts"
import * as Opportunities from "./Opportunities.ts"
import * as Users from "./Users.ts"

const scores = ["4 - Strong Hire", "3 - Hire", "2 - No Hire", "1 - Strong No Hire"] as const

interface Field {
  readonly text: string
  readonly type: string
  readonly options?: ReadonlyArray<string>
  /** What a scorecard scores. */
  readonly scores?: ReadonlyArray<string>
  readonly value: (row: number, at: number) => Json
}

const fields: ReadonlyArray<Field> = [
  {
    text: "Overall rating",
    type: "score-system",
    options: scores,
    value: (row, at) => (row % 13 === 12 ? null : (scores[(row + at) % scores.length] ?? null))
  },
  { text: "Summary", type: "textarea", value: (row) => remarks[row % remarks.length] ?? null },
  { text: "Communication", type: "score", value: (row) => 1 + (row % 4) },
  {
    text: "Topics covered",
    type: "multiple-select",
    options: ["Design", "Code", "Team"],
    value: (row) => (row % 2 === 0 ? ["Design", "Team"] : [])
  },
  {
    text: "Skills",
    type: "scorecard",
    scores: ["Craft", "Judgement"],
    value: (row) => [
      { score: 1 + (row % 4), comment: "Solid" },
      { score: 3, comment: "" }
    ]
  },
  { text: "Would you work together?", type: "yes-no", value: (row) => (row % 3 === 0 ? "yes" : null) }
]

const templateFields = (account: Account, template: number) =>
  (template === 0 ? fields : fields.slice(0, 2)).map((field, at) => ({
    value: field.value,
    shape: {
      description: "",
      required: field.type === "score-system",
      text: field.text,
      type: field.type,
      id: Seeded.uuid(account.source.field, template * 8 + at),
      prompt: field.options === undefined ? "" : "Select",
      ...(field.options === undefined ? {} : { options: field.options.map((text) => ({ text })) }),
      ...(field.scores === undefined ? {} : { scores: field.scores.map((text) => ({ text, description: "" })) })
    }
  }))

const templateNames = ["Structured interview", "Phone screen"] as const

/** The account's feedback templates. */
export const templates = (account: Account): ReadonlyArray<JsonObject> =>
  templateNames.map((text, at) => ({
    id: Meetings.templateId(account, at),
    text,
    group: at === 0 ? null : { id: Seeded.uuid(account.source.template, 800), name: "Screens" },
    instructions: at === 0 ? "Score every field." : "",
    fields: templateFields(account, at).map(({ shape }) => shape),
    createdAt: at === 0 ? account.epoch - 1500 * day : null,
    stage: null,
    updatedAt: at === 0 ? account.epoch - 700 * day : null
  }))

/** One form for each interview that has one, and now and then one without an interview. */
export const feedback = (account: Account, row: number): ReadonlyArray<JsonObject> => {
  const forms: Array<JsonObject> = []
  const count = Meetings.count(account, row)
  for (let at = 0; at <= count; at++) {
    const free = at === count
    if (free ? row % 12 !== 1 : !Meetings.hasFeedback(account, row, at)) continue
    const createdAt = free ? Facts.createdAt(account, row) : Meetings.date(account, row, at) + 3_600_000
    const open = row > 2 && (row + at) % 9 === 5
    forms.push({
      id: Meetings.feedbackId(account, row, at),
      type: free ? "assignment" : "interview",
      text: templateNames[at % 2] ?? templateNames[0],
      instructions: "",
      fields: templateFields(account, at % 2).map(({ shape, value }) => ({
        ...shape,
        value: open ? null : value(row, at)
      })),
      baseTemplateId: Meetings.templateId(account, at % 2),
      interview: free ? null : Meetings.id(account, row, at),
      panel: free ? null : Meetings.panelId(account, row),
      user: Users.id(account, Meetings.interviewer(account, row, at)),
      createdAt,
      completedAt: open ? null : createdAt + 600_000,
      updatedAt: createdAt + 600_003,
      deletedAt: row > 2 && (row + at) % 10 === 7 ? createdAt + 700_000 : null
    })
  }
  return forms
}

/** Notes; some secret, some deleted and still sent. */
export const notes = (account: Account, row: number): ReadonlyArray<JsonObject> => {
  const count = row < 2 ? 1 : Seeded.bits(account.source.note, row, 1) % 3
  return Array.from({ length: count }, (_, at) => {
    const createdAt = Facts.createdAt(account, row) + (at + 1) * 1000
    const user = Users.id(account, Opportunities.owner(account, row))
    return {
      id: Seeded.uuid(account.source.note, childIndex(row, at)),
      text: "Note",
      fields: [
        {
          createdAt,
          score: row % 5 === 3 ? 3 : null,
          stage: account.stages[0]?.id ?? "lead-new",
          text: "Comment",
          type: "note",
          user,
          value: Seeded.pick(account.source.note, row, 2 + at, remarks)
        }
      ],
      user,
      secret: row % 9 === 4,
      completedAt: createdAt,
      deletedAt: row > 2 && (row + at) % 11 === 6 ? createdAt + 5000 : null,
      createdAt
    }
  })
}
