/** Kinds of absence: no records of their own, but named by absences and balances. */
import { TimeOff } from "@crosswalk/core/hris/TimeOff"
import { TimeOffBalance } from "@crosswalk/core/hris/TimeOffBalance"
import type { Identify } from "@crosswalk/core/Id"
import { Schema } from "effect"
import * as Gathering from "../../Gathering.ts"
import * as Form from "../Form.ts"
import * as Row from "../Row.ts"
import * as Shape from "../../Shape.ts"

const { remote_data: _, ...row } = Row.shape({
  name: Shape.text("The vendor's name of the kind."),
  unit: Shape.closed(["HOURS", "DAYS"], "Unit in which absences of the kind are counted; not known."),
  half_days_supported: Shape.boolean("Whether half days can be taken; not known."),
  exact_times_supported: Shape.boolean("Whether hours of a day can be taken; not known.")
}).fields

/** A kind of absence. */
export const AbsenceType = Schema.Struct(row)

interface Named {
  readonly type: { readonly remote: string | null } | null
  readonly type_remote_id: string | null
  readonly modified_at: string
}

/** What tells kinds apart: the vendor's id, or its name where there is none; null when nothing is told. */
export const key = ({ type, type_remote_id }: Named): string | null => type_remote_id ?? type?.remote ?? null

const entry = (record: Named, key: string, identify: Identify): Gathering.Entry => ({
  id: identify("time_off_type", key),
  remoteId: key,
  modifiedAt: record.modified_at,
  facts: { name: record.type?.remote ?? null }
})

const serve = ({ id, modifiedAt, remoteId }: Gathering.Entry, name: string | null): typeof AbsenceType.Type => ({
  id: Form.id(id),
  remote_id: remoteId ?? "",
  name,
  unit: null,
  half_days_supported: null,
  exact_times_supported: null,
  changed_at: modifiedAt,
  // A kind that no record names any more is not known to be gone.
  remote_deleted_at: null
})

/** The kind of a record; null when nothing is told of it. */
export const absenceType = (record: Named, identify: Identify): typeof AbsenceType.Type | null => {
  const known = key(record)
  return known === null ? null : serve(entry(record, known, identify), record.type?.remote ?? null)
}

/** The kind of a record that cannot be without one: one kind, without a name, stands for all of which nothing is told. */
export const absenceTypeOrUnnamed = (record: Named, identify: Identify): typeof AbsenceType.Type =>
  serve(entry(record, key(record) ?? "", identify), record.type?.remote ?? null)

/** The kinds that absences and balances name; no vendor's list of kinds is read. */
export const absenceTypes: Gathering.Gathering = {
  category: "hris",
  path: "absence-types",
  description: "Kinds of absence that absences and balances name, each once.",
  shape: AbsenceType,
  sources: [
    Gathering.from(TimeOff, (record, identify) => {
      const known = key(record)
      return known === null ? [] : [entry(record, known, identify)]
    }),
    Gathering.from(TimeOffBalance, (record, identify) => [entry(record, key(record) ?? "", identify)])
  ],
  parameters: {},
  serve: (found) => serve(found, typeof found.facts["name"] === "string" ? found.facts["name"] : null)
}
