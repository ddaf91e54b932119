/**
 * Changes to a running account, with the times the vendor moves for each.
 */
import * as Action from "@crosswalk/sandbox/Action"
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import type { Create, Edit, Remove } from "@crosswalk/sandbox/Control"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { Effect } from "effect"
import type { ChildKind } from "./Child.ts"
import * as Child from "./Child.ts"
import * as Documents from "./Documents.ts"
import * as Feedback from "./Feedback.ts"
import * as Interviews from "./Interviews.ts"
import * as Offers from "./Offers.ts"
import * as Opportunities from "./Opportunities.ts"
import * as Postings from "./Postings.ts"
import * as Requisitions from "./Requisitions.ts"
import type { State } from "./State.ts"
import * as Tables from "./Tables.ts"
import * as Users from "./Users.ts"
import * as Wire from "./Wire.ts"

type Outcome<A> = Effect.Effect<A, Action.ActionError>

const refuse = (action: string, reason: string) => Effect.fail(new Action.ActionError({ action, reason }))

const childKinds: Readonly<Record<string, ChildKind>> = {
  application: "application",
  offer: "offer",
  interview: "interview",
  feedback: "feedback",
  note: "note",
  file: "file",
  resume: "resume",
  referral: "referral"
}

const childKind = (kind: string): ChildKind | undefined =>
  Object.hasOwn(childKinds, kind) ? childKinds[kind] : undefined

/** What can be created, edited and removed. */
export const kinds = ["opportunity", "contact", "posting", "requisition", "user", ...Object.keys(childKinds)]

const unknownKind = (action: string, kind: string) =>
  refuse(action, `there is no kind "${kind}"; the kinds are ${kinds.join(", ")}`)

const missing = (action: string, kind: string, id: string) => refuse(action, `there is no ${kind} with the id "${id}"`)

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

const touchOpportunity = (state: State, id: string, now: number, fields: JsonObject = {}): void => {
  const record = state.tables.opportunities.get(id)
  if (record !== undefined) state.tables.opportunities.put(id, { ...record, updatedAt: now, ...fields })
}

const newOpportunity = (state: State, now: number, fields: JsonObject): JsonObject => {
  const { account, tables } = state
  const row = state.nextRow()
  const id = typeof fields.id === "string" ? fields.id : Opportunities.id(account, row)
  const generated = Opportunities.record(account, row)
  const known = typeof fields.contact === "string" ? state.opportunitiesOf(fields.contact)[0] : undefined
  const person: JsonObject =
    known === undefined
      ? {}
      : {
          name: known.name ?? "",
          headline: known.headline ?? "",
          location: known.location ?? "",
          emails: known.emails ?? [],
          phones: known.phones ?? [],
          links: known.links ?? []
        }
  const stage = typeof fields.stage === "string" ? fields.stage : "lead-new"
  const record: JsonObject = {
    ...generated,
    ...person,
    id,
    stage,
    confidentiality: "non-confidential",
    archived: null,
    snoozedUntil: null,
    stageChanges: [
      {
        toStageId: stage,
        toStageIndex: Tables.stagePlace(account, stage),
        updatedAt: now,
        userId: generated.owner ?? ""
      }
    ],
    createdAt: now,
    updatedAt: now,
    lastInteractionAt: now,
    lastAdvancedAt: now,
    ...fields
  }
  const application = Opportunities.application(account, row)
  tables.opportunities.put(id, record)
  state.setChildren(
    "application",
    id,
    application === undefined || Wire.list(record.applications).length === 0
      ? []
      : [
          {
            ...application,
            candidateId: id,
            opportunityId: id,
            createdAt: now,
            archived: null,
            requisitionForHire: null
          }
        ]
  )
  if (application !== undefined) tables.surveys.put(id, { id, createdAt: now })
  return record
}

/** A child as generated for some row, for a new record to begin from. */
const sample = (state: State, kind: ChildKind): JsonObject => {
  const { account } = state
  switch (kind) {
    case "application":
      return Opportunities.application(account, 0) ?? {}
    case "offer":
      return Offers.offers(account, 0)[0] ?? {}
    case "interview":
    case "panel":
      return Interviews.interviews(account, 0)[0] ?? {}
    case "feedback":
      return Feedback.feedback(account, 0)[0] ?? {}
    case "note":
      return Feedback.notes(account, 0)[0] ?? {}
    case "file":
      return Documents.files(account, 0)[0] ?? {}
    case "resume":
      return Documents.resumes(account, 0)[0] ?? {}
    case "referral":
      return Documents.referrals(account, 2)[0] ?? {}
  }
}

const newChild = (state: State, kind: ChildKind, parent: string, now: number, fields: JsonObject): JsonObject => {
  const id = Seeded.uuid(state.account.source[kind], Child.childIndex(state.nextRow(), 0))
  const opportunity = state.tables.opportunities.get(parent) ?? {}
  const common: JsonObject = { ...sample(state, kind), id, createdAt: now }
  const own: JsonObject =
    kind === "application"
      ? { candidateId: parent, opportunityId: parent, archived: null }
      : kind === "interview"
        ? {
            opportunityId: parent,
            panel: Seeded.uuid(state.account.source.panel, Child.childIndex(state.nextRow(), 0)),
            date: now + 86_400_000,
            stage: opportunity.stage ?? null
          }
        : kind === "file"
          ? { uploadedAt: now }
          : kind === "feedback"
            ? { updatedAt: now, completedAt: now, interview: null, panel: null }
            : {}
  const { createdAt: _, ...withoutCreation } = common
  const record: JsonObject = { ...(kind === "file" ? withoutCreation : common), ...own, ...fields }
  const children = [...state.children(kind, parent), record]
  state.setChildren(kind, parent, children)
  touchOpportunity(state, parent, now, {
    lastInteractionAt: now,
    ...(kind === "application" ? { applications: children.map((child) => child.id ?? "") } : {})
  })
  return record
}

/** Creates a record. */
export const create = (state: State, now: number, input: Create): Outcome<JsonObject> => {
  const { account, tables } = state
  const { fields = {}, kind, parent } = input
  const place = (table: Tables.Table, record: JsonObject): Outcome<JsonObject> => {
    table.put(Wire.text(record.id), record)
    return Effect.succeed(record)
  }
  switch (kind) {
    case "opportunity":
      return Effect.succeed(newOpportunity(state, now, fields))
    case "posting":
      return place(tables.postings, {
        ...Postings.record(account, 100_000 + state.nextRow()),
        createdAt: now,
        updatedAt: now,
        confidentiality: "non-confidential",
        ...fields
      })
    case "requisition":
      return place(tables.requisitions, {
        ...Requisitions.record(account, 100_000 + state.nextRow()),
        createdAt: now,
        updatedAt: now,
        ...fields
      })
    case "user":
      return place(tables.users, {
        ...Users.record(account, 100_000 + state.nextRow()),
        createdAt: now,
        deactivatedAt: null,
        ...fields
      })
    default: {
      const child = childKind(kind)
      if (child === undefined) return unknownKind("create", kind)
      if (parent === undefined || tables.opportunities.get(parent) === undefined) {
        return missing("create", "opportunity (parent)", parent ?? "")
      }
      return Effect.succeed(newChild(state, child, parent, now, fields))
    }
  }
}

/** Changes a record. */
export const edit = (state: State, now: number, input: Edit): Outcome<JsonObject> => {
  const { fields, id, kind, touch = true } = input
  const moved: JsonObject = touch && kind !== "user" ? { updatedAt: now } : {}
  const target = table(state, kind)
  if (target !== undefined) {
    const record = target.get(id)
    if (record === undefined) return missing("edit", kind, id)
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
    return contact === undefined ? missing("edit", kind, id) : Effect.succeed(contact)
  }
  const child = childKind(kind)
  if (child === undefined) return unknownKind("edit", kind)
  const parent = state.parentOf(child, id)
  const before = parent === undefined ? undefined : state.children(child, parent).find((one) => one.id === id)
  if (parent === undefined || before === undefined) return missing("edit", kind, id)
  const record = { ...before, ...(kind === "feedback" ? moved : {}), ...fields }
  state.setChildren(
    child,
    parent,
    state.children(child, parent).map((one) => (one.id === id ? record : one))
  )
  if (touch) touchOpportunity(state, parent, now)
  return Effect.succeed(record)
}

/** Deletes a record for good; opportunities, their applications and postings show up in the lists of what was deleted. */
export const remove = (state: State, now: number, input: Remove): Outcome<void> => {
  const { tables } = state
  const { id, kind } = input
  const deletedBy = Users.id(state.account, 0)
  if (kind === "user") return refuse("remove", "Lever never deletes users; edit deactivatedAt instead")
  if (kind === "contact") return refuse("remove", "remove the contact's opportunities instead")
  const target = table(state, kind)
  if (target !== undefined) {
    const applications = kind === "opportunity" ? state.children("application", id) : []
    const record = target.remove(id)
    if (record === undefined) return missing("remove", kind, id)
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
  const child = childKind(kind)
  if (child === undefined) return unknownKind("remove", kind)
  const parent = state.parentOf(child, id)
  if (parent === undefined) return missing("remove", kind, id)
  const left = state.children(child, parent).filter((one) => one.id !== id)
  state.setChildren(child, parent, left)
  touchOpportunity(state, parent, now, kind === "application" ? { applications: left.map((one) => one.id ?? "") } : {})
  return Effect.void
}

/** Moves an opportunity to a stage: it jumps to the front of that stage's part of the list. */
export const move = (state: State, now: number, opportunity: string, stage: string): Outcome<JsonObject> => {
  const record = state.tables.opportunities.get(opportunity)
  if (record === undefined) return missing("move", "opportunity", opportunity)
  const place = Tables.stagePlace(state.account, stage)
  if (place === state.account.stages.length) return missing("move", "stage", stage)
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
export const archive = (state: State, now: number, opportunity: string, reason: string | null): Outcome<JsonObject> => {
  const record = state.tables.opportunities.get(opportunity)
  if (record === undefined) return missing("archive", "opportunity", opportunity)
  if (reason !== null && !state.account.reasons.some(({ id }) => id === reason)) {
    return missing("archive", "archive reason", reason)
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
