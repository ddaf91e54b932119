/**
 * Changes to a running account, with the times the vendor moves for each.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import type { Edit, Remove } from "@crosswalk/sandbox/Control"
import { Effect } from "effect"
import * as EditKinds from "./EditKinds.ts"
import type { State } from "./State.ts"
import * as Tables from "./Tables.ts"
import * as Users from "./Users.ts"
import * as Wire from "./Wire.ts"

const table = (state: State, kind: string): Tables.Table | undefined => {
  switch (kind) {
    case "opportunity":
      return state.tables.opportunities
    case "posting":
      return state.tables.postings
    case "requisition":
      return state.tables.requisitions
    case "user":
      return state.tables.users
    default:
      return undefined
  }
}

/** Changes a record. */
export const edit = (state: State, now: number, input: Edit): EditKinds.Outcome<JsonObject> => {
  const { fields, id, kind, touch = true } = input
  const moved: JsonObject = touch && kind !== "user" ? { updatedAt: now } : {}
  const target = table(state, kind)
  if (target !== undefined) {
    const record = target.get(id)
    if (record === undefined) return EditKinds.missing("edit", kind, id)
    const changed = { ...record, ...moved, ...fields }
    target.put(id, changed)
    return Effect.succeed(changed)
  }
  if (kind === "contact") {
    const opportunities = state.opportunitiesOf(id)
    for (const record of opportunities) {
      state.tables.opportunities.put(Wire.text(record.id), { ...record, ...moved, ...fields })
    }
    const contact = state.contact(id)
    return contact === undefined ? EditKinds.missing("edit", kind, id) : Effect.succeed(contact)
  }
  const child = EditKinds.childKind(kind)
  if (child === undefined) return EditKinds.unknownKind("edit", kind)
  const parent = state.parentOf(child, id)
  const before = parent === undefined ? undefined : state.children(child, parent).find((one) => one.id === id)
  if (parent === undefined || before === undefined) return EditKinds.missing("edit", kind, id)
  const record = { ...before, ...(kind === "feedback" ? moved : {}), ...fields }
  state.setChildren(
    child,
    parent,
    state.children(child, parent).map((one) => (one.id === id ? record : one))
  )
  if (touch) EditKinds.touchOpportunity(state, parent, now)
  return Effect.succeed(record)
}

/** Deletes a record for good; opportunities, their applications and postings show up in the lists of what was deleted. */
export const remove = (state: State, now: number, input: Remove): EditKinds.Outcome<void> => {
  const { tables } = state
  const { id, kind } = input
  const deletedBy = Users.id(state.account, 0)
  if (kind === "user") return EditKinds.refuse("remove", "Lever never deletes users; edit deactivatedAt instead")
  if (kind === "contact") return EditKinds.refuse("remove", "remove the contact's opportunities instead")
  const target = table(state, kind)
  if (target !== undefined) {
    const applications = kind === "opportunity" ? state.children("application", id) : []
    const record = target.remove(id)
    if (record === undefined) return EditKinds.missing("remove", kind, id)
    const deleted = { ...record, deletedAt: now, deletedBy }
    if (kind === "posting") tables.deletedPostings.put(id, deleted)
    if (kind === "opportunity") {
      tables.deletedOpportunities.put(id, deleted)
      for (const application of applications) {
        const applicationId = application.id ?? ""
        tables.deletedApplications.put(Wire.text(applicationId), {
          id: applicationId,
          opportunityId: id,
          deletedAt: now,
          deletedBy
        })
      }
    }
    return Effect.void
  }
  const child = EditKinds.childKind(kind)
  if (child === undefined) return EditKinds.unknownKind("remove", kind)
  const parent = state.parentOf(child, id)
  if (parent === undefined) return EditKinds.missing("remove", kind, id)
  const left = state.children(child, parent).filter((one) => one.id !== id)
  state.setChildren(child, parent, left)
  EditKinds.touchOpportunity(
    state,
    parent,
    now,
    kind === "application" ? { applications: left.map((one) => one.id ?? "") } : {}
  )
  return Effect.void
}

/** Moves an opportunity to a stage: it jumps to the front of that stage's part of the list. */
export const move = (state: State, now: number, opportunity: string, stage: string): EditKinds.Outcome<JsonObject> => {
  const record = state.tables.opportunities.get(opportunity)
  if (record === undefined) return EditKinds.missing("move", "opportunity", opportunity)
  const place = Tables.stagePlace(state.account, stage)
  if (place === state.account.stages.length) return EditKinds.missing("move", "stage", stage)
  const change: Json = { toStageId: stage, toStageIndex: place, updatedAt: now, userId: record.owner ?? "" }
  const moved = {
    ...record,
    stage,
    stageChanges: [...Wire.list(record.stageChanges), change],
    lastAdvancedAt: now,
    lastInteractionAt: now,
    updatedAt: now
  }
  state.tables.opportunities.put(opportunity, moved)
  return Effect.succeed(moved)
}

/** Archives an opportunity and its application for a reason, or opens both again. */
export const archive = (
  state: State,
  now: number,
  opportunity: string,
  reason: string | null
): EditKinds.Outcome<JsonObject> => {
  const record = state.tables.opportunities.get(opportunity)
  if (record === undefined) return EditKinds.missing("archive", "opportunity", opportunity)
  if (reason !== null && !state.account.reasons.some(({ id }) => id === reason)) {
    return EditKinds.missing("archive", "archive reason", reason)
  }
  const at = (archivedAt: number): Json => (reason === null ? null : { reason, archivedAt })
  const archived = { ...record, archived: at(now), lastInteractionAt: now, updatedAt: now }
  state.tables.opportunities.put(opportunity, archived)
  const applications = state.children("application", opportunity)
  state.setChildren(
    "application",
    opportunity,
    applications.map((one) => ({ ...one, archived: at(now + 7) }))
  )
  return Effect.succeed(archived)
}
