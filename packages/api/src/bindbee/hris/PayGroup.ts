/** Groups of people who are paid together, and calendars by which they are: they stand in what people are and earn. */
import { Compensation } from "@crosswalk/core/hris/Compensation"
import { Employee } from "@crosswalk/core/hris/Employee"
import { Employment } from "@crosswalk/core/hris/Employment"
import type { Identify } from "@crosswalk/core/Id"
import type { Entity } from "@crosswalk/core/Part"
import * as Gathering from "../../Gathering.ts"
import * as Shape from "../../Shape.ts"
import * as Row from "../Row.ts"

type Named = typeof Entity.Type | null

/** What tells one from another: the vendor's id, else the name; null when there is neither. */
const keyOf = (named: Named): string | null => named?.remote_id ?? named?.name ?? null

const identified =
  (kind: string) =>
  (named: Named, identify: Identify): string | null => {
    const key = keyOf(named)
    return key === null ? null : identify(kind, key)
  }

/** Our id of a pay group. */
export const payGroupId = identified("pay_group")

/** Our id of a payroll calendar. */
export const payrollCalendarId = identified("payroll_calendar")

const entriesOf = (
  named: Named,
  modifiedAt: string,
  idOf: typeof payGroupId,
  identify: Identify
): ReadonlyArray<Gathering.Entry> => {
  const id = idOf(named, identify)
  return id === null || named === null
    ? []
    : [{ id, remoteId: keyOf(named), modifiedAt, facts: { remote_id: named.remote_id, name: named.name } }]
}

interface InPayGroup {
  readonly pay_group: Named
  readonly modified_at: string
}

const payGroupOf = ({ modified_at, pay_group }: InPayGroup, identify: Identify) =>
  entriesOf(pay_group, modified_at, payGroupId, identify)

const base = ({ facts, id, modifiedAt }: Gathering.Entry) => ({
  id,
  remote_id: facts["remote_id"],
  modified_at: modifiedAt,
  raw_data: null,
  custom_fields: null
})

/** The groups. */
export const payGroups: Gathering.Gathering = {
  category: "hris",
  path: "pay-groups",
  description: "Groups of people who are paid together, as far as somebody is in one.",
  shape: Row.shape("PayGroup", {
    name: Shape.text("Name of the group."),
    description: Shape.text("What the group is for; always null.")
  }),
  sources: [
    Gathering.from(Employee, payGroupOf),
    Gathering.from(Employment, payGroupOf),
    Gathering.from(Compensation, payGroupOf)
  ],
  parameters: {},
  serve: (entry) => ({ ...base(entry), name: entry.facts["name"], description: null })
}

/** The calendars. */
export const payrollRunCalendars: Gathering.Gathering = {
  category: "hris",
  path: "payroll-run-calendars",
  description: "Calendars by which people are paid, as far as somebody is.",
  shape: Row.shape("PayrollRunCalendar", {
    payroll_run_calendar_name: Shape.text("Name of the calendar."),
    pay_group: Shape.reference("The group that is paid by it; always null."),
    pay_period_start_date: Shape.instant("First day of a period; always null."),
    pay_period_end_date: Shape.instant("Last day of a period; always null."),
    pay_date: Shape.instant("Day of the payment; always null."),
    calendar_type: Shape.text("Kind of calendar; always null.")
  }),
  sources: [
    Gathering.from(Employee, ({ modified_at, payroll_calendar }, identify) =>
      entriesOf(payroll_calendar, modified_at, payrollCalendarId, identify)
    )
  ],
  parameters: {},
  serve: (entry) => ({
    ...base(entry),
    payroll_run_calendar_name: entry.facts["name"],
    pay_group: null,
    pay_period_start_date: null,
    pay_period_end_date: null,
    pay_date: null,
    calendar_type: null
  })
}
