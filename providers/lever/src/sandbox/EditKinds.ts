/**
 * What edits have in common: the kinds they know, how they fail, and the opportunity they move.
 */
import * as Action from "@crosswalk/sandbox/Action"
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import { Effect } from "effect"
import type { ChildKind } from "./Child.ts"
import type { State } from "./State.ts"

export type Outcome<A> = Effect.Effect<A, Action.ActionError>

export const refuse = (action: string, reason: string) => Effect.fail(new Action.ActionError({ action, reason }))

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

export const childKind = (kind: string): ChildKind | undefined =>
  Object.hasOwn(childKinds, kind) ? childKinds[kind] : undefined

const kinds = ["opportunity", "contact", "posting", "requisition", "user", ...Object.keys(childKinds)]

export const unknownKind = (action: string, kind: string) =>
  refuse(action, `there is no kind "${kind}"; the kinds are ${kinds.join(", ")}`)

export const missing = (action: string, kind: string, id: string) =>
  refuse(action, `there is no ${kind} with the id "${id}"`)

export const touchOpportunity = (state: State, id: string, now: number, fields: JsonObject = {}): void => {
  const record = state.tables.opportunities.get(id)
  if (record !== undefined) state.tables.opportunities.put(id, { ...record, updatedAt: now, ...fields })
}
