/**
 * Changes to a running account, with the times the vendor moves for each.
 */
import * as Action from "@crosswalk/sandbox/Action"
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import type { Create, Edit, Remove } from "@crosswalk/sandbox/Control"
import { Effect } from "effect"
import * as AccountIds from "./Account.ts"
import * as Kind from "./Kind.ts"
import { anonymized } from "./kind/People.ts"
import type { Held, State } from "./State.ts"
import * as Wire from "./Wire.ts"

export type Outcome<A> = Effect.Effect<A, Action.ActionError>

const refuse = (action: string, reason: string) => Effect.fail(new Action.ActionError({ action, reason }))

const missing = (action: string, kind: string, id: string) => refuse(action, `there is no ${kind} with the id "${id}"`)

const held = (state: State, action: string, kind: string): Outcome<Held> => {
  const found = state.bySingular(kind)
  const known = state.lists.map(({ kind }) => kind.singular).join(", ")
  return found === undefined
    ? refuse(action, `there is no kind "${kind}"; the kinds are ${known}`)
    : Effect.succeed(found)
}

/** The first row that is a record. */
const sampleRow = ({ kind }: Held): number => {
  for (let row = 0; row < kind.size; row++) if (kind.exists?.(row) !== false) return row
  return 0
}

/** References that a new record takes over from the record it hangs below. */
const inherited = ["candidate_id", "job_id", "application_id"] as const

const underParent = (record: JsonObject, found: Held, parent: JsonObject): JsonObject => {
  const field = found.kind.parent?.field ?? ""
  const copied = inherited.filter((name) => name in record && name in parent && name !== field)
  return {
    // A person's note is about no application until somebody says which.
    ...("application_id" in record ? { application_id: null } : {}),
    [field]: parent.id ?? null,
    ...Object.fromEntries(copied.map((name) => [name, parent[name] ?? null]))
  }
}

/** What a fresh application looks like: for the first stage of its job, nothing decided yet. */
const freshApplication = (state: State, record: JsonObject, fields: JsonObject): JsonObject => {
  const job = Wire.id(fields.job_id ?? record.job_id)
  const stages = state.list("job_interview_stages")
  const first = stages === undefined ? undefined : state.below(stages, job).find((stage) => stage.sort_order === 0)
  return {
    status: "in_process",
    rejected_at: null,
    stage_id: first?.id ?? null,
    job_interview_stage_id: first?.id ?? null,
    stage_name: first?.name ?? null
  }
}

/** Creates a record: generated like the others, dated now, with what the caller wants different. */
export const create = Effect.fnUntraced(function* (state: State, now: number, input: Create) {
  const { fields = {}, kind, parent } = input
  const found = yield* held(state, "create", kind)
  const above = found.kind.parent
  const parentRecord = above === undefined || parent === undefined ? undefined : state.get(above.list, parent)
  if (above !== undefined && parentRecord === undefined) {
    return yield* missing("create", `${above.list} record (parent)`, parent ?? "")
  }
  const row = state.nextRow(found.kind)
  const sample = Kind.record(state.account, found.kind, above === undefined ? row : sampleRow(found))
  const record: JsonObject = {
    ...sample,
    ...(parentRecord === undefined ? {} : underParent(sample, found, parentRecord)),
    ...(kind === "candidate" ? { private: false, last_activity_at: Wire.instant(now) } : {}),
    ...(kind === "application" ? freshApplication(state, sample, fields) : {}),
    id: AccountIds.id(state.account, found.kind.list, row),
    created_at: Wire.instant(now),
    updated_at: Wire.instant(now),
    ...fields
  }
  found.table.put(Wire.id(record.id), record)
  return record
})

/** Changes a record. */
export const edit = Effect.fnUntraced(function* (state: State, now: number, input: Edit) {
  const { fields, id, kind, touch = true } = input
  const found = yield* held(state, "edit", kind)
  const record = found.table.get(id)
  if (record === undefined) return yield* missing("edit", kind, id)
  const changed: JsonObject = { ...record, ...(touch ? { updated_at: Wire.instant(now) } : {}), ...fields }
  found.table.put(id, changed)
  return changed
})

const removeBelow = (state: State, parent: Held, id: string): void => {
  for (const child of state.lists) {
    if (child.kind.parent?.list !== parent.kind.list) continue
    for (const record of state.below(child, id)) {
      removeBelow(state, child, Wire.id(record.id))
      child.table.remove(Wire.id(record.id))
    }
  }
}

/** Deletes a record for good, with everything below it. Nothing tells of it afterwards. */
export const remove = Effect.fnUntraced(function* (state: State, input: Remove) {
  const { id, kind } = input
  if (kind === "user") return yield* refuse("remove", "Greenhouse never deletes users; edit deactivated instead")
  const found = yield* held(state, "remove", kind)
  if (found.table.get(id) === undefined) return yield* missing("remove", kind, id)
  removeBelow(state, found, id)
  found.table.remove(id)
})

/** Moves an application to a stage. */
export const move = Effect.fnUntraced(function* (state: State, now: number, application: string, stage: string) {
  const record = state.get("applications", application)
  if (record === undefined) return yield* missing("move", "application", application)
  const target = state.get("job_interview_stages", stage)
  if (target === undefined) return yield* missing("move", "stage", stage)
  const at = Wire.instant(now)
  const visits = state.list("application_stages")
  for (const visit of visits === undefined ? [] : state.below(visits, application)) {
    if (visit.current !== true) continue
    yield* edit(state, now, {
      kind: "application_stage",
      id: Wire.id(visit.id),
      fields: { current: false, exited_at: at }
    })
  }
  yield* create(state, now, {
    kind: "application_stage",
    parent: application,
    fields: {
      job_interview_stage_id: target.id ?? null,
      entered_at: at,
      exited_at: null,
      days_in_stage: 0,
      current: true
    }
  })
  return yield* edit(state, now, {
    kind: "application",
    id: application,
    fields: {
      stage_id: target.id ?? null,
      job_interview_stage_id: target.id ?? null,
      stage_name: target.name ?? null,
      last_activity_at: at
    }
  })
})

/** Decides about an application: rejects it for a reason (null for none given), hires, or opens it again. */
export const decide = Effect.fnUntraced(function* (
  state: State,
  now: number,
  application: string,
  status: "rejected" | "hired" | "in_process",
  reason: string | null
) {
  if (state.get("applications", application) === undefined) return yield* missing("decide", "application", application)
  if (reason !== null && state.get("rejection_reasons", reason) === undefined) {
    return yield* missing("decide", "rejection reason", reason)
  }
  const at = Wire.instant(now)
  const details = state.list("rejection_details")
  for (const detail of details === undefined ? [] : state.below(details, application)) {
    details?.table.remove(Wire.id(detail.id))
  }
  if (status === "rejected") {
    const given: Json = reason === null ? null : Wire.reference(reason)
    yield* create(state, now, {
      kind: "rejection_detail",
      parent: application,
      fields: { rejection_reason_id: given, rejected_at: at }
    })
  }
  return yield* edit(state, now, {
    kind: "application",
    id: application,
    fields: { status, rejected_at: status === "rejected" ? at : null, last_activity_at: at }
  })
})

/** Joins two candidates: the duplicate's id stops existing and its applications go to the other. */
export const merge = Effect.fnUntraced(function* (state: State, now: number, primary: string, duplicate: string) {
  const kept = state.get("candidates", primary)
  if (kept === undefined || primary === duplicate) return yield* missing("merge", "candidate (primary)", primary)
  const applications = state.list("applications")
  for (const application of applications === undefined ? [] : state.below(applications, duplicate)) {
    yield* edit(state, now, {
      kind: "application",
      id: Wire.id(application.id),
      fields: { candidate_id: kept.id ?? null }
    })
  }
  yield* remove(state, { kind: "candidate", id: duplicate })
  return yield* edit(state, now, { kind: "candidate", id: primary, fields: {} })
})

/** Blanks everything that tells who a candidate is; the record stays. */
export const anonymize = (state: State, now: number, candidate: string): Outcome<JsonObject> =>
  edit(state, now, { kind: "candidate", id: candidate, fields: anonymized })
