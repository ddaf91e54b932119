/**
 * References by which records are found from the other side, and the models in which they stand. Each is a column that the
 * database makes of the record's text, with an index for each model; another one needs a migration.
 *
 * Columns, since PostgreSQL looks through an index for values alone that row-level security lets it compare before it knows
 * whether the row may be seen: those of a column, never what a function of ours makes of one.
 */
export const references: Readonly<Record<string, ReadonlyArray<string>>> = {
  candidate_id: ["application", "attachment", "scheduled_interview"],
  application_id: ["attachment", "offer", "scheduled_interview", "scorecard"],
  job_id: ["application", "job_interview_stage", "screening_question"],
  user_id: ["bank_info", "compensation", "dependent", "employment", "time_off", "time_off_balance"]
}

/** Whether a field of a model has a column of its name. */
export const isColumn = (model: string, field: string): boolean => references[field]?.includes(model) === true
