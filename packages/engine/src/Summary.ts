/** What a run did, as it is stored and shown. */
import { Schema } from "effect"

const Count = Schema.Int

/** What became of one model's records. */
export const ModelSummary = Schema.Struct({
  /** Records that exist now. */
  total: Count,
  inserted: Count,
  updated: Count,
  deleted: Count,
  /** Fields lost in this run because their values were broken. */
  lost: Count,
  /** Records that wait in quarantine after this run's mapping. */
  rejected: Count
})

/** How the reading of one resource went. */
export const ResourceSummary = Schema.Struct({
  status: Schema.Literals(["read", "held", "failed"]),
  pages: Count,
  records: Count,
  /** Why it failed, or what is held back and why; null when all went well. */
  detail: Schema.NullOr(Schema.String)
})

/** A finished run. */
export const Summary = Schema.Struct({
  run: Schema.String,
  connector: Schema.String,
  provider: Schema.String,
  mode: Schema.Literals(["full", "incremental"]),
  /**
   * `succeeded`: everything in scope was read. `partial`: some resources were not, or something is held back; see
   * `resources`. `failed`: nothing could be read. `cancelled`: it was stopped, and what it did so far stays.
   */
  status: Schema.Literals(["succeeded", "partial", "failed", "cancelled"]),
  /** Why the run as a whole failed; null when the resources say all there is to say. */
  detail: Schema.NullOr(Schema.String),
  started_at: Schema.String,
  ended_at: Schema.String,
  models: Schema.Record(Schema.String, ModelSummary),
  resources: Schema.Record(Schema.String, ResourceSummary),
  /** Remote records that wait in quarantine, or lost a field, in all. */
  quarantined: Count,
  /** Holds that wait for somebody's decision, in all. */
  holds: Count
})

/** A finished run. */
export type Summary = typeof Summary.Type
