/**
 * A simulated account while it runs: the generated base and everything that was done to it since.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account } from "./Account.ts"
import type { ChildKind } from "./Child.ts"
import { parentRow } from "./Child.ts"
import * as Contacts from "./Contacts.ts"
import * as Documents from "./Documents.ts"
import * as Facts from "./Facts.ts"
import * as Feedback from "./Feedback.ts"
import * as Interviews from "./Interviews.ts"
import * as Offers from "./Offers.ts"
import * as Opportunities from "./Opportunities.ts"
import * as Tables from "./Tables.ts"
import * as Wire from "./Wire.ts"

export interface State {
  readonly account: Account
  readonly tables: Tables.Tables
  /** The children of an opportunity, in their order. Empty when there is no such opportunity. */
  readonly children: (kind: ChildKind, opportunity: string) => ReadonlyArray<JsonObject>
  readonly setChildren: (kind: ChildKind, opportunity: string, children: ReadonlyArray<JsonObject>) => void
  /** The opportunity a child belongs to, by the child's id; undefined when there is no such child. */
  readonly parentOf: (kind: ChildKind, id: string) => string | undefined
  /** The opportunities of a contact. */
  readonly opportunitiesOf: (contact: string) => ReadonlyArray<JsonObject>
  /** The contact as `/contacts/{id}` sends it; undefined when no opportunity has it. */
  readonly contact: (id: string) => JsonObject | undefined
  /** The row from which a record made now is generated. */
  readonly nextRow: () => number
}

/** The children of a generated opportunity. Panels are none: they are made up of interviews. */
export const generatedChildren = (account: Account, kind: ChildKind, row: number): ReadonlyArray<JsonObject> => {
  switch (kind) {
    case "application": {
      const application = Opportunities.application(account, row)
      return application === undefined ? [] : [application]
    }
    case "offer":
      return Offers.offers(account, row)
    case "interview":
      return Interviews.interviews(account, row)
    case "panel":
      return []
    case "feedback":
      return Feedback.feedback(account, row)
    case "note":
      return Feedback.notes(account, row)
    case "file":
      return Documents.files(account, row)
    case "resume":
      return Documents.resumes(account, row)
    case "referral":
      return Documents.referrals(account, row)
  }
}

export const make = (account: Account): State => {
  const tables = Tables.make(account)
  const { opportunities } = tables
  const changed = new Map<string, ReadonlyArray<JsonObject>>()
  const parents = new Map<string, string>()
  let made = 0

  const rowOf = (opportunity: string): number | undefined => {
    const row = Seeded.indexOf(account.source.opportunity, opportunity)
    return row === undefined || row >= account.size ? undefined : row
  }

  const children = (kind: ChildKind, opportunity: string): ReadonlyArray<JsonObject> => {
    if (kind === "panel") {
      const parent = opportunities.get(opportunity)
      return parent === undefined ? [] : Interviews.panels(parent, children("interview", opportunity))
    }
    const known = changed.get(`${kind} ${opportunity}`)
    if (known !== undefined) return known
    const row = rowOf(opportunity)
    return row === undefined || !opportunities.has(opportunity) ? [] : generatedChildren(account, kind, row)
  }

  const opportunitiesOf = (contact: string): ReadonlyArray<JsonObject> => {
    const row = Seeded.indexOf(account.source.contact, contact)
    const rows = row === undefined ? [] : Facts.rowsOfContact(account, row)
    const ids = new Set(rows.map((row) => Opportunities.id(account, row)))
    for (const record of opportunities.edited()) if (record.contact === contact) ids.add(Wire.text(record.id))
    return [...ids]
      .map((id) => opportunities.get(id))
      .filter((record) => record !== undefined)
      .filter((record) => record.contact === contact)
  }

  return {
    account,
    tables,
    children,
    opportunitiesOf,
    setChildren: (kind, opportunity, next) => {
      changed.set(`${kind} ${opportunity}`, next)
      for (const child of next) parents.set(`${kind} ${Wire.text(child.id)}`, opportunity)
    },
    parentOf: (kind, id) => {
      const known = parents.get(`${kind} ${id}`)
      const index = known === undefined ? Seeded.indexOf(account.source[kind], id) : undefined
      const row = index === undefined ? undefined : kind === "application" ? index : parentRow(index)
      const opportunity = known ?? (row === undefined ? undefined : Opportunities.id(account, row))
      if (opportunity === undefined) return undefined
      return children(kind, opportunity).some((child) => child.id === id) ? opportunity : undefined
    },
    contact: (id) => {
      const first = opportunitiesOf(id)[0]
      if (first === undefined) return undefined
      const row = Seeded.indexOf(account.source.contact, id)
      const protection =
        row !== undefined && row < account.size && Contacts.contact(account, row).dataProtection !== null
      return {
        id,
        name: first.name ?? "",
        headline: first.headline ?? "",
        isAnonymized: first.isAnonymized ?? false,
        location: { name: first.location ?? "" },
        emails: first.emails ?? [],
        phones: first.phones ?? [],
        ...(protection ? { dataProtection: { interviewIntelligence: { allowed: false, expiresAt: null } } } : {})
      }
    },
    nextRow: () => account.size + account.deleted + made++
  }
}
