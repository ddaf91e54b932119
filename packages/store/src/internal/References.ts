/**
 * References by which records are found from the other side, and the models in which they stand: for each of these there is
 * an index; another one needs a migration.
 *
 * PostgreSQL looks through an index for values alone that it may compare before it knows whether row-level security shows
 * the row: those of a column, never what a function makes of one. There each reference is a column that the database makes of
 * the record's text. On SQLite such columns would make every insertion take twice as long, so the index is on what the
 * query says.
 */
export const references: Readonly<Record<string, ReadonlyArray<string>>> = {
  candidate_id: ["application", "attachment", "scheduled_interview"],
  application_id: ["attachment", "offer", "scheduled_interview", "scorecard"],
  job_id: ["application", "job_interview_stage", "screening_question"],
  user_id: ["bank_info", "compensation", "dependent", "employment", "time_off", "time_off_balance"]
}

/** Whether a field of a model is found by an index. */
export const isIndexed = (model: string, field: string): boolean => references[field]?.includes(model) === true
