/**
 * The names of all unified models: the one list that references, ids and look-ups are typed by.
 *
 * A name is unique over all categories; where two categories use the same noun, the less central one is qualified.
 */
import { Schema } from "effect"

export const ModelName = Schema.Literals([
  // Recruiting
  "activity",
  "application",
  "attachment",
  "candidate",
  "department",
  "document",
  "eeoc",
  "job",
  "job_interview_stage",
  "note",
  "offer",
  "office",
  "reject_reason",
  "scheduled_interview",
  "scorecard",
  "screening_question",
  "tag",
  "user",
  // Human resources
  "bank_info",
  "company",
  "compensation",
  "dependent",
  "employee",
  "employment",
  "group",
  "location",
  "payslip",
  "time_off",
  "time_off_balance",
  // Other categories whose records name people who work there
  "call",
  "contact",
  "crm_company",
  "deal",
  "file",
  "lead",
  "page",
  "project",
  "space",
  "ticket",
  "ticket_note",
  // Crosswalk itself
  "connector"
])

/** Name of a unified model, e.g. `candidate`. */
export type ModelName = typeof ModelName.Type
