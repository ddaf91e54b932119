/**
 * The short lists that an account sets up once: reasons, sources, tags, pools, custom fields, demographic questions.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import type { Account, ListName } from "../Account.ts"
import { day, id } from "../Account.ts"
import * as CustomFields from "../CustomFields.ts"
import type { Kind } from "../Kind.ts"

export const tagNames = [
  "Top talent",
  "Relocation",
  "Silver medallist",
  "alumni",
  "Alumni",
  "Später ansprechen"
] as const

const reasonTypes = [
  { id: 1, key: "we_rejected_them", name: "We rejected them" },
  { id: 2, key: "they_rejected_us", name: "They rejected us" },
  { id: 3, key: "none_specified", name: "None specified" }
] as const

const reasons = [
  ["Lacking skill(s)/qualification(s)", 0],
  ["Hired other", 0],
  ["Position closed", 2],
  ["Withdrew", 1],
  ["Took another offer", 1],
  ["Compensation", 1]
] as const

/** The last of the rejection reasons are Greenhouse's own, sent only on demand. */
const defaultReasons = ["Wrong skill set", "Spam"] as const

export const rejectionReasons = reasons.length + defaultReasons.length

const sources = [
  ["LinkedIn (Prospecting)", "prospecting", 9],
  ["Jobs page on your website", "company_marketing", 7],
  ["Referral", "referrals", 2],
  ["Indeed", "third_party_boards", 3],
  ["Larkfield Search", "agencies", 8],
  ["Campus day", "attend_events", 1]
] as const

export const sourceCount = sources.length

const closeReasons = ["Hire - New Headcount", "Hire - Backfill", "Closed - Not Filling"] as const

export const referrerCount = 3

export const poolStages = 2

const questions = ["How would you describe your gender identity?", "Do you have children?"] as const
const answers = ["Woman", "Man", "I self-describe", "Yes", "No", "I don't wish to answer"] as const

export const answerCount = 3

const emptyPool = { department_ids: [], office_ids: [], job_ids: [] }

export const make = (account: Account): ReadonlyArray<Kind> => {
  const short = (
    list: ListName,
    singular: string,
    size: number,
    fields: (row: number) => JsonObject,
    more: Partial<Kind> = {}
  ): Kind => {
    const at = (row: number) => account.epoch - (6 * 365 - row) * day
    return { list, singular, size, createdAt: at, updatedAt: at, fields, ...more }
  }
  return [
    short("candidate_tags", "candidate_tag", tagNames.length, (row) => ({ name: tagNames[row] ?? "" })),
    short(
      "rejection_reasons",
      "rejection_reason",
      rejectionReasons,
      (row) => ({
        name: reasons[row]?.[0] ?? defaultReasons[row - reasons.length] ?? "",
        type: reasonTypes[reasons[row]?.[1] ?? 0] ?? reasonTypes[0]
      }),
      {
        parameters: ["include_defaults"],
        hides: (query) => {
          if (query.get("include_defaults") === "true") return undefined
          const own = new Set(defaultReasons.map((_, at) => id(account, "rejection_reasons", reasons.length + at)))
          return (record) => typeof record.id === "number" && own.has(record.id)
        }
      }
    ),
    short("close_reasons", "close_reason", closeReasons.length, (row) => ({ name: closeReasons[row] ?? "" })),
    short("sources", "source", sources.length, (row) => {
      const [name, type, typeId] = sources[row] ?? sources[0]
      return { name, type: { id: typeId, name: type } }
    }),
    short("referrers", "referrer", referrerCount, (row) => ({
      user_id: row === 2 ? null : id(account, "users", row + 1),
      name: ["Referral by a colleague", "Team lunch", "A friend of the house"][row] ?? ""
    })),
    short("prospect_pools", "prospect_pool", 2, (row) => ({
      name: row === 0 ? "Passive talent" : "University 2019",
      active: row === 0,
      description: row === 0 ? "People we would like to talk to" : null,
      ...emptyPool
    })),
    short("prospect_pool_stages", "prospect_pool_stage", 2 * poolStages, (row) => ({
      prospect_pool_id: id(account, "prospect_pools", Math.floor(row / poolStages)),
      name: row % poolStages === 0 ? "Not contacted" : "Contacted",
      sort_order: row % poolStages
    })),
    short("custom_fields", "custom_field", CustomFields.definitions.length, (row) => {
      const definition = CustomFields.definitions[row]
      return {
        field_type: definition?.field ?? "candidate",
        sort_order: row,
        name: definition?.name ?? "",
        value_type: definition?.type ?? "short_text",
        private: definition?.private ?? false,
        required: false,
        require_approval: false,
        trigger_new_version: definition?.field === "offer",
        active: true,
        updated_by_id: null,
        internal_type: definition?.internal ?? null,
        expose_in_job_board_api: false,
        placeholder: null,
        name_key: definition?.key ?? "",
        description: null,
        application_type: null,
        api_only: false,
        use_for_job_approvals: false,
        use_for_offer_approvals: false,
        template_token_string: null,
        default_value: null
      }
    }),
    short(
      "custom_field_options",
      "custom_field_option",
      CustomFields.options.length,
      (row) => {
        const [field, at, name] = CustomFields.options[row] ?? [0, 0, ""]
        return {
          custom_field_id: id(account, "custom_fields", field),
          name,
          external_id: null,
          sort_order: at,
          active: true
        }
      },
      {
        parameters: ["custom_field_key"],
        hides: (query) => {
          const key = query.get("custom_field_key")
          if (key === null) return undefined
          const field = CustomFields.definitions.findIndex((definition) => definition.key === key)
          return (record) => record.custom_field_id !== id(account, "custom_fields", field)
        }
      }
    ),
    short("demographic_question_sets", "demographic_question_set", 1, () => ({
      title: "Voluntary questions",
      description: "Your answers are not shown to the people who decide.",
      active: true,
      enabled: true
    })),
    short("demographic_questions", "demographic_question", questions.length, (row) => ({
      sort_order: row,
      active: true,
      name: questions[row] ?? "",
      demographic_question_set_id: id(account, "demographic_question_sets", 0),
      required: false,
      answer_type: "multi_value_single_select"
    })),
    short("demographic_answer_options", "demographic_answer_option", answers.length, (row) => ({
      demographic_question_id: id(account, "demographic_questions", Math.floor(row / answerCount)),
      sort_order: row % answerCount,
      active: true,
      free_form: row === 2,
      name: answers[row] ?? "",
      decline_to_answer: row === answers.length - 1
    }))
  ]
}
