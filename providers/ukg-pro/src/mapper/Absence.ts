/** Kinds of absence by the plain English words for them; accounts name their plans and types as they like. */
import { caseless } from "./Words.ts"

/** What an account's name for a kind of absence means; unknown unless it is the very word. */
export const kind = caseless({
  vacation: "VACATION",
  vac: "VACATION",
  sick: "SICK",
  "sick leave": "SICK",
  personal: "PERSONAL",
  pto: "PAID_TIME_OFF",
  "paid time off": "PAID_TIME_OFF",
  holiday: "HOLIDAY",
  bereavement: "BEREAVEMENT",
  "jury duty": "JURY_DUTY",
  maternity: "MATERNITY",
  paternity: "PATERNITY",
  parental: "PARENTAL",
  volunteer: "VOLUNTEER",
  unpaid: "UNPAID",
  "leave of absence": "LEAVE_OF_ABSENCE"
})
