/**
 * A seeded Greenhouse account, as its simulator tells it: candidates, each with the rows that other lists have of it,
 * together about 2.5 kB.
 */
import * as Account from "@crosswalk/greenhouse/sandbox/Account"
import * as Kind from "@crosswalk/greenhouse/sandbox/Kind"
import * as Kinds from "@crosswalk/greenhouse/sandbox/Kinds"
import type { Rows } from "../Lists.ts"

const account = Account.make({ seed: 47, size: 10_000, epoch: 1_720_000_000_000 })
const kinds = new Map(Kinds.make(account).map((kind) => [kind.list, kind]))

/** A list's rows below a candidate's row; all of them, without a candidate. */
const rowsOf = (list: Account.ListName, candidate?: number): ReadonlyArray<unknown> => {
  const kind = kinds.get(list)
  if (kind === undefined) return []
  const rows =
    candidate === undefined ? Array.from({ length: kind.size }, (_, row) => row) : kind.parent?.rows(candidate)
  return (rows ?? []).filter((row) => kind.exists?.(row) ?? true).map((row) => Kind.record(account, kind, row))
}

/** The lists of which an account has one each. */
export const standing: Rows = {
  sources: rowsOf("sources"),
  custom_field_options: rowsOf("custom_field_options")
}

/** The candidate at an index, and what other lists tell of it. */
export const record = (index: number): Rows => {
  const candidates = kinds.get("candidates")
  return {
    candidates: candidates === undefined ? [] : [Kind.record(account, candidates, index)],
    applications: rowsOf("applications", index),
    candidate_educations: rowsOf("candidate_educations", index),
    candidate_employments: rowsOf("candidate_employments", index),
    applied_candidate_tags: rowsOf("applied_candidate_tags", index)
  }
}
