/** Maps a record field by field after the fast way failed, to lose only what is broken and to say what and why. */
import { Result, Schema } from "effect"
import type { Identify } from "../Id.ts"
import * as Issue from "../Issue.ts"
import type { AnyRule, Mapped, Rejected } from "../Mapper.ts"
import * as Model from "../Model.ts"
import { refer, steps } from "./compile.ts"
import { faultsOf } from "./faults.ts"
import { thrown } from "./thrown.ts"

/** The record without its broken fields; rejected when one of them is required. */
export const isolate = (
  model: Model.Any,
  rules: Readonly<Record<string, AnyRule>>,
  input: unknown,
  identify: Identify
): Mapped | Rejected => {
  const issues: Array<Issue.Issue> = []
  const failed = new Set<string>()
  const record: Record<string, unknown> = {}
  for (const { field, read, reference } of steps(model, rules)) {
    // A rule is a contributor's code and must not take its page down, whatever it throws.
    record[field] = Result.getOrElse(
      Result.try(() => (reference === null ? read(input) : refer(read(input), reference, identify))),
      (cause) => {
        issues.push({ path: field, reason: `the mapping failed: ${thrown(cause)}` })
        failed.add(field)
        return null
      }
    )
  }
  for (const { field, schema } of Model.mappedFields(model)) {
    if (failed.has(field)) continue
    const found = faultsOf(schema, record[field])
    if (found.length === 0) continue
    for (const { keys, reason } of found) issues.push({ path: Issue.path([field, ...keys]), reason })
    record[field] = null
  }
  const remoteId = record["remote_id"]
  return Schema.is(model.mapped)(record) && typeof remoteId === "string"
    ? { _tag: "Mapped", remoteId, record, issues }
    : { _tag: "Rejected", issues }
}
