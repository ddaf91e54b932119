/**
 * Custom fields: their definitions, their options, and the values that generated records carry.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { currencies, schools } from "@crosswalk/sandbox/Vocabulary"
import type { Account } from "./Account.ts"
import { id } from "./Account.ts"

interface Definition {
  readonly key: string
  readonly name: string
  readonly field: string
  readonly type: string
  readonly internal?: string
  readonly options?: ReadonlyArray<string>
  readonly private?: boolean
}

/** In the order of their rows. */
export const definitions: ReadonlyArray<Definition> = [
  {
    key: "school_name",
    name: "School",
    field: "standard",
    type: "single_select",
    internal: "school_name",
    options: schools
  },
  {
    key: "degree",
    name: "Degree",
    field: "standard",
    type: "single_select",
    internal: "degree",
    options: ["Bachelor's Degree", "Master's Degree", "Ph.D."]
  },
  {
    key: "discipline",
    name: "Discipline",
    field: "standard",
    type: "single_select",
    internal: "discipline",
    options: ["Computer Science", "Economics", "Linguistics"]
  },
  { key: "salary_expectation", name: "Salary expectation", field: "candidate", type: "currency", private: true },
  { key: "willing_to_relocate", name: "Willing to relocate?", field: "candidate", type: "yes_no" },
  {
    key: "languages",
    name: "Languages",
    field: "candidate",
    type: "multi_select",
    options: ["English", "Français", "日本語"]
  },
  { key: "contact_person", name: "Contact person", field: "candidate", type: "user" },
  { key: "notice_period_weeks", name: "Notice period (weeks)", field: "application", type: "number" },
  { key: "source_details", name: "Source details", field: "application", type: "short_text" },
  {
    key: "employment_type",
    name: "Employment Type",
    field: "job",
    type: "single_select",
    internal: "employment_type",
    options: ["Full-time", "Part-time", "Contract"]
  },
  { key: "salary_range", name: "Salary range", field: "job", type: "currency_range" },
  { key: "salary", name: "Salary", field: "offer", type: "currency" },
  { key: "benefits", name: "Benefits", field: "offer", type: "long_text" },
  { key: "budget_code", name: "Budget code", field: "opening", type: "short_text" },
  { key: "would_rehire", name: "Would we look again?", field: "rejection_question", type: "yes_no" },
  { key: "start_month", name: "Start month", field: "user_attribute", type: "date" }
]

/** Options of all fields in the order of their rows: [row of the field, place in it, name]. */
export const options: ReadonlyArray<readonly [number, number, string]> = definitions.flatMap((definition, field) =>
  (definition.options ?? []).map((name, at) => [field, at, name] as const)
)

/** The id of an option, by its field's key and its place. */
export const optionId = (account: Account, key: string, at: number): number =>
  id(
    account,
    "custom_field_options",
    options.findIndex(([field, place]) => definitions[field]?.key === key && place === at)
  )

const byKey = new Map(definitions.map((definition) => [definition.key, definition]))

const value = (key: string, value: Json): JsonObject => {
  const definition = byKey.get(key)
  return { [key]: { name: definition?.name ?? key, type: definition?.type ?? "short_text", value } }
}

export const candidate = (account: Account, row: number): JsonObject => {
  const source = account.source("custom_fields")
  const { currency, pay } = Seeded.pick(source, row, 1, currencies)
  const user = row % 6 === 0 ? row % account.users : undefined
  return {
    ...value(
      "salary_expectation",
      row % 3 === 1 ? null : { amount: Math.floor(pay * (0.8 + 0.4 * Seeded.unit(source, row, 2))), unit: currency }
    ),
    ...value("willing_to_relocate", row % 4 === 3 ? null : row % 2 === 0),
    ...value("languages", ["English", "Français", "日本語"].slice(0, row % 4)),
    ...value("contact_person", user === undefined ? null : { user_id: id(account, "users", user) })
  }
}

export const application = (row: number): JsonObject => ({
  ...value("notice_period_weeks", row % 5 === 2 ? null : row % 13),
  ...value("source_details", row % 4 === 0 ? "Met at a conference" : null)
})

export const job = (account: Account, row: number): JsonObject => {
  const { currency, pay } = Seeded.pick(account.source("jobs"), row, 30, currencies)
  return {
    ...value("employment_type", byKey.get("employment_type")?.options?.[row % 3] ?? null),
    ...value("salary_range", row % 4 === 3 ? null : { min_value: pay * 0.8, max_value: pay * 1.1, unit: currency })
  }
}

export const offer = (account: Account, row: number): JsonObject => {
  const { currency, pay } = Seeded.pick(account.source("offers"), row, 30, currencies)
  return {
    ...value("salary", {
      amount: Math.floor(pay * (0.9 + 0.2 * Seeded.unit(account.source("offers"), row, 31))),
      unit: currency
    }),
    ...value("benefits", row % 3 === 0 ? "Health plan\nTransport ticket" : null)
  }
}

export const opening = (row: number): JsonObject => value("budget_code", row % 3 === 0 ? `B-00${row % 90}` : null)

export const rejection = (row: number): JsonObject => value("would_rehire", row % 3 === 0 ? null : row % 3 === 1)

export const user = (row: number): JsonObject =>
  value("start_month", row % 2 === 0 ? `201${row % 10}-0${1 + (row % 9)}-01` : null)
