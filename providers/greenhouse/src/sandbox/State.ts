/**
 * A simulated account while it runs: the generated base and everything that was done to it since.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import type { Account, ListName } from "./Account.ts"
import * as AccountIds from "./Account.ts"
import type { Kind, Table } from "./Kind.ts"
import * as Kinds from "./Kinds.ts"
import * as KindOf from "./Kind.ts"
import * as Wire from "./Wire.ts"

/** A list with its records. */
export interface Held {
  readonly kind: Kind
  readonly table: Table
  /** The names of its fields. */
  readonly fields: ReadonlySet<string>
}

export interface State {
  readonly account: Account
  readonly lists: ReadonlyArray<Held>
  readonly list: (name: string) => Held | undefined
  readonly bySingular: (singular: string) => Held | undefined
  readonly get: (name: ListName, id: string) => JsonObject | undefined
  /** The records of a list that hang below one record. */
  readonly below: (held: Held, parent: string) => ReadonlyArray<JsonObject>
  /** The row from which a record made now is generated, behind every row that is in use. */
  readonly nextRow: (kind: Kind) => number
  /** Cursors made before are no longer taken. */
  readonly expireCursors: () => void
  readonly generation: () => number
}

export const make = (account: Account): State => {
  const lists = Kinds.make(account).map((kind): Held => ({
    kind,
    table: KindOf.table(account, kind),
    fields: new Set(Object.keys(KindOf.record(account, kind, 0)))
  }))
  const byName = new Map<string, Held>(lists.map((held) => [held.kind.list, held]))
  const bySingular = new Map(lists.map((held) => [held.kind.singular, held]))
  let made = 0
  let generation = 0
  return {
    account,
    lists,
    list: (name) => byName.get(name),
    bySingular: (singular) => bySingular.get(singular),
    get: (name, id) => byName.get(name)?.table.get(id),
    below: ({ kind, table }, parent) => {
      if (kind.parent === undefined) return []
      const { field, list, rows } = kind.parent
      const row = AccountIds.rowOf(account, list, parent)
      const ids = new Set(
        (row === undefined ? [] : rows(row)).map((row) => String(AccountIds.id(account, kind.list, row)))
      )
      for (const record of table.edited()) if (Wire.id(record[field]) === parent) ids.add(Wire.id(record.id))
      return [...ids]
        .map((id) => table.get(id))
        .filter((record) => record !== undefined)
        .filter((record) => Wire.id(record[field]) === parent)
    },
    nextRow: (kind) => kind.size + 1 + made++,
    expireCursors: () => {
      generation++
    },
    generation: () => generation
  }
}
