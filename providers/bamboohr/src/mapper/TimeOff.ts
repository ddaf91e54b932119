/** TimeOff ← request to be absent. */
import { TimeOff } from "@crosswalk/core/hris/TimeOff"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { docs, timeOffRequests, type TimeOffRequest, users } from "../BamboohrWire.ts"

// Customers add kinds of their own; these are the ones that every account begins with, as far as they mean one of ours.
const type = vocabulary({
  Vacation: "VACATION",
  Sick: "SICK",
  Bereavement: "BEREAVEMENT",
  FMLA: "FAMILY_MEDICAL_LEAVE",
  "Comp/In Lieu Time": "COMPENSATORY"
})

const status = vocabulary({
  requested: "REQUESTED",
  approved: "APPROVED",
  denied: "DECLINED",
  canceled: "CANCELLED"
})

const unit = vocabulary({ hours: "HOURS", days: "DAYS" })

// Who changed a request last approved it only if it is approved.
const approver = ({ status }: typeof TimeOffRequest.Type) =>
  status?.status === "approved" ? status.lastChangedByUserId : null

const dayOnly = absent("BambooHR tells the day, not the instant")
const none = absent("BambooHR counts whole days or hours, and does not say which of the day")

export const timeOff = Mapper.make(
  TimeOff,
  Source.one(timeOffRequests, {
    approvers: Source.lookup(users, (request: typeof TimeOffRequest.Type) => [approver(request)])
  }),
  {
    docs: `${docs}/time-off-get-time-off-requests-1`,
    fields: {
      remote_id: ({ remote }) => String(remote.id),
      remote_created_at: dayOnly,
      remote_updated_at: dayOnly,
      custom_fields: absent("requests have none"),
      type: ({ remote }) => type(remote.type?.name),
      type_remote_id: ({ remote }) => Wire.id(remote.type?.id),
      status: ({ remote }) => status(remote.status?.status),
      starts_on: ({ remote }) => Wire.date(remote.start),
      ends_on: ({ remote }) => Wire.date(remote.end),
      start_time: none,
      end_time: none,
      start_half_day: none,
      end_half_day: none,
      duration: ({ remote }) =>
        remote.amount ? { value: Wire.number(remote.amount.amount), unit: unit(remote.amount.unit) } : null,
      is_paid: absent("the request does not tell; its policy does"),
      reason: absent("the kind of absence is all there is"),
      comment: ({ remote }) => Wire.text(remote.notes?.employee),
      approved_at: dayOnly,
      company_id: absent("a connector is one company"),
      user_id: ({ remote }) => Wire.id(remote.employeeId),
      approver_user_id: derived("the employee behind the user who changed an approved request last", ({ approvers }) =>
        Wire.id(approvers?.[0]?.employeeId)
      )
    }
  }
)
