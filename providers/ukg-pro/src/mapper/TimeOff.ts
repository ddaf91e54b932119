/** TimeOff ← a request of the scheduling module, which consists of days. */
import { TimeOff } from "@crosswalk/core/hris/TimeOff"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { known } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { scheduledEmployees, timeOffRequests } from "../UkgProResources.ts"
import { docs } from "../wire/Docs.ts"
import { code, day, flag, noZone, text } from "../wire/Habits.ts"
import type { TimeOffRequest } from "../wire/Leave.ts"
import * as Absence from "./Absence.ts"
import { caseless } from "./Words.ts"

const status = caseless({
  requested: "REQUESTED",
  pending: "REQUESTED",
  submitted: "REQUESTED",
  approved: "APPROVED",
  denied: "DECLINED",
  declined: "DECLINED",
  rejected: "DECLINED",
  cancelled: "CANCELLED",
  canceled: "CANCELLED",
  deleted: "DELETED"
})

type Day = NonNullable<TimeOffRequest["days"]>[number]

const days = ({ remote }: { readonly remote: TimeOffRequest }): ReadonlyArray<Day> => remote.days ?? []

/** What all days have in common; null when they differ or there is none. */
const common = <A>(request: { readonly remote: TimeOffRequest }, read: (day: Day) => A | null): A | null => {
  const [first = null, ...others] = Wire.distinct(days(request).map(read))
  return others.length === 0 ? first : null
}

const sameOnAll = (what: string) => `${what} of the days, where it is the same of all`

const source = Source.one(timeOffRequests, {
  employees: Source.lookup(scheduledEmployees, (request: TimeOffRequest) => [
    common({ remote: request }, ({ empId }) => code(empId))
  ])
})

export const timeOff = Mapper.make(TimeOff, source, {
  docs,
  fields: {
    remote_id: ({ remote }) => code(remote.id) ?? "",
    remote_created_at: absent(noZone),
    remote_updated_at: absent(noZone),
    custom_fields: absent("requests have none"),
    type: derived(sameOnAll("the type"), (request) => Absence.kind(common(request, ({ type }) => text(type?.name)))),
    type_remote_id: derived(sameOnAll("the type"), (request) => common(request, ({ type }) => code(type?.id))),
    status: derived(sameOnAll("the status"), (request) => status(common(request, (one) => text(one.status)))),
    starts_on: derived("the first of the days", (request) => Wire.earliest(days(request).map(({ date }) => day(date)))),
    ends_on: derived("the last of the days", (request) => Wire.newest(days(request).map(({ date }) => day(date)))),
    start_time: absent("UKG counts from and to in a unit that it does not tell"),
    end_time: absent("UKG counts from and to in a unit that it does not tell"),
    start_half_day: absent("UKG tells whether a day is whole, but not that it is a half"),
    end_half_day: absent("UKG tells whether a day is whole, but not that it is a half"),
    duration: derived("the number of days, where all are whole", (request) => {
      const all = days(request)
      return all.length > 0 && all.every(({ fullDay }) => flag(fullDay) === true)
        ? { value: all.length, unit: known("DAYS") }
        : null
    }),
    is_paid: absent("UKG tells whether it is paid in advance, but not whether it is paid"),
    reason: derived(sameOnAll("the reason"), (request) => common(request, ({ reason }) => text(reason?.name))),
    comment: (request) => text(request.remote.comment) ?? common(request, ({ empComment }) => text(empComment)),
    approved_at: absent(noZone),
    company_id: ({ employees }) => code(employees?.[0]?.coId),
    user_id: derived("the employee behind the scheduling module's own number", ({ employees }) =>
      code(employees?.[0]?.eeId)
    ),
    approver_user_id: absent("UKG does not tell")
  }
})
