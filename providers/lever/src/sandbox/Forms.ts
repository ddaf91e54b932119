/**
 * Application forms of postings, and the answers applicants gave to them.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account } from "./Account.ts"
import * as Facts from "./Facts.ts"
import * as Users from "./Users.ts"

interface Question {
  readonly text: string
  readonly type: string
  readonly required: boolean
  readonly options: ReadonlyArray<string>
  readonly answer: (row: number) => Json
}

const questions: readonly [Question, ...ReadonlyArray<Question>] = [
  {
    text: "Which tools do you work with every day?",
    type: "multiple-select",
    required: false,
    options: ["TypeScript", "Rust", "Spreadsheets", "Pen & paper"],
    answer: (row) => (row % 2 === 0 ? ["TypeScript", "Rust"] : ["Spreadsheets"])
  },
  {
    text: "When could you start?",
    type: "dropdown",
    required: true,
    options: ["At once", "Within a month", "Later"],
    answer: (row) => (row % 3 === 0 ? "At once" : "Within a month")
  },
  {
    text: "Why this team?",
    type: "textarea",
    required: false,
    options: [],
    answer: (row) => `Because of the work.\nAnd the people (${row}).`
  },
  { text: "Do you need a visa?", type: "yes-no", required: true, options: ["yes", "no"], answer: () => "no" },
  {
    text: "A sample of your work",
    type: "file-upload",
    required: false,
    options: [],
    answer: (row) =>
      row % 2 === 0
        ? { id: `upload-${row}`, ext: ".pdf", name: "Sample.pdf", size: 4096, uploadedAt: 1_700_000_000_000 }
        : null
  }
]

const setId = (account: Account, posting: number) => Seeded.uuid(account.source.question, posting * 8)

const fieldsOf = (account: Account, posting: number) =>
  questions.slice(0, posting === 0 ? questions.length : posting % (questions.length + 1)).map((question, at) => ({
    question,
    field: {
      id: Seeded.uuid(account.source.question, posting * 8 + 1 + at),
      type: question.type,
      text: question.text,
      description: "",
      required: question.required,
      prompt: "",
      options: question.options.map((text) => ({ text }))
    }
  }))

/** What an applicant answered: one form, or none where the posting asks nothing. */
export const answers = (account: Account, posting: number, row: number): ReadonlyArray<JsonObject> => {
  const fields = fieldsOf(account, posting)
  if (fields.length === 0) return []
  const createdAt = Facts.createdAt(account, row)
  return [
    {
      id: Seeded.uuid(account.source.application, 0x4000_0000 + row),
      type: "posting",
      text: "Application questions",
      instructions: "",
      fields: fields.map(({ field, question }) => ({ ...field, value: question.answer(row) })),
      baseTemplateId: setId(account, posting),
      user: Users.id(account, 0),
      referrer: "",
      stage: null,
      createdAt,
      completedAt: createdAt
    }
  ]
}

const personal = (text: string, name: string, type: string, required: boolean): JsonObject => ({
  text,
  name,
  type,
  required,
  value: null
})

const survey = (text: string, options: ReadonlyArray<string>, extra: JsonObject = {}): JsonObject => ({
  description: null,
  required: false,
  text,
  type: "dropdown",
  options: options.map((option) => ({ text: option, optionId: option, ...extra })),
  prompt: text,
  value: null
})

/** Possible answers of the equal-opportunity survey. */
export const eeo = {
  gender: ["Female", "Male", "Decline to self-identify"],
  race: [
    "Hispanic or Latino",
    "White (Not Hispanic or Latino)",
    "Asian (Not Hispanic or Latino)",
    "Two or More Races (Not Hispanic or Latino)"
  ],
  veteran: ["I am a veteran", "I am not a veteran", "Decline to self-identify"],
  disability: ["Yes, I have a disability", "No, I do not have a disability", "I do not wish to answer"]
} as const

/** The form of a posting, as `/postings/{id}/apply` sends it. */
export const form = (account: Account, posting: number, id: string, text: string): JsonObject => {
  const fields = fieldsOf(account, posting)
  return {
    id,
    text,
    personalInformation: [
      personal("Full name", "fullName", "text", true),
      personal("Email", "email", "text", true),
      personal("Current company", "currentCompany", "text", false),
      personal("Current location", "currentLocation", "text", false),
      personal("Phone", "phone", "text", false),
      personal("Resume/CV", "resume", "file-upload", true),
      personal("Additional information", "additionalInformation", "textarea", false)
    ],
    urls: [personal("LinkedIn URL", "LinkedIn", "text", false), personal("Other website", "Other", "text", false)],
    customQuestions:
      fields.length === 0
        ? []
        : [
            {
              id: setId(account, posting),
              text: "Application questions",
              fields: fields.map(({ field }) => ({ ...field, value: null })),
              distribution: ["external", "internal"]
            }
          ],
    ...(posting % 3 === 2
      ? {}
      : {
          eeoQuestions: {
            gender: survey("Gender", eeo.gender),
            race: survey("Race", eeo.race, { description: "As in the census." }),
            veteran: survey("Veteran status", eeo.veteran)
          }
        }),
    consentDisclosures: posting % 2 === 0 ? null : []
  }
}
