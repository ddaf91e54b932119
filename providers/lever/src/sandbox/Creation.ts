/**
 * New records in a running account: generated like the others, dated now, with what the caller wants different.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import type { Create } from "@crosswalk/sandbox/Control"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { Effect } from "effect"
import type { ChildKind } from "./Child.ts"
import * as Child from "./Child.ts"
import * as EditKinds from "./EditKinds.ts"
import * as Facts from "./Facts.ts"
import * as Opportunities from "./Opportunities.ts"
import * as Postings from "./Postings.ts"
import * as Requisitions from "./Requisitions.ts"
import type { State } from "./State.ts"
import { generatedChildren } from "./State.ts"
import * as Tables from "./Tables.ts"
import * as Users from "./Users.ts"
import * as Wire from "./Wire.ts"

const rowWithPosting = (state: State): number => {
  const row = state.nextRow()
  return Facts.posting(state.account, row) === undefined ? rowWithPosting(state) : row
}

const newOpportunity = (state: State, now: number, fields: JsonObject): JsonObject => {
  const { account, tables } = state
  const row = rowWithPosting(state)
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

/** A child as generated for a row that has one of each kind, for a new record to begin from. */
const sample = (state: State, kind: ChildKind): JsonObject =>
  generatedChildren(state.account, kind, kind === "referral" ? 2 : 0)[0] ?? {}

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
  EditKinds.touchOpportunity(state, parent, now, {
    lastInteractionAt: now,
    ...(kind === "application" ? { applications: children.map((child) => child.id ?? "") } : {})
  })
  return record
}

/** Creates a record. */
export const create = (state: State, now: number, input: Create): EditKinds.Outcome<JsonObject> => {
  const { account, tables } = state
  const { fields = {}, kind, parent } = input
  const place = (table: Tables.Table, record: JsonObject): EditKinds.Outcome<JsonObject> => {
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
      const child = EditKinds.childKind(kind)
      if (child === undefined) return EditKinds.unknownKind("create", kind)
      if (parent === undefined || tables.opportunities.get(parent) === undefined) {
        return EditKinds.missing("create", "opportunity (parent)", parent ?? "")
      }
      return Effect.succeed(newChild(state, child, parent, now, fields))
    }
  }
}
