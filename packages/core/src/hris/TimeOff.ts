import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"
import * as Words from "../Words.ts"

/** A person's absence from work. */
export const TimeOff = Model.make("time_off", {
  plural: "time_off",
  category: "hris",
  description: "A person's absence from work, requested or settled.",
  fields: {
    type: Field.word(Words.absenceTypes, "Kind of absence; the vendor's own name of it stays beside ours.", {
      pii: "special"
    }),
    type_remote_id: Field.text("The vendor's id of the kind of absence."),
    status: Field.word(
      ["REQUESTED", "APPROVED", "DECLINED", "CANCELLED", "DELETED"],
      "Whether the absence is granted."
    ),
    starts_on: Field.date("First day of the absence."),
    ends_on: Field.date("Last day of the absence."),
    start_time: Field.time("When the absence begins on the first day, if it is not the whole day."),
    end_time: Field.time("When the absence ends on the last day, if it is not the whole day."),
    start_half_day: Field.boolean("Whether the first day counts half."),
    end_half_day: Field.boolean("Whether the last day counts half."),
    duration: Field.struct(Part.Leave.fields, "Working time that the absence costs, with its unit."),
    is_paid: Field.boolean("Whether the time is paid."),
    reason: Field.text("Why the person is absent.", { pii: "special" }),
    comment: Field.text("What the person wrote with the request.", { pii: "special" }),
    approved_at: Field.instant("When the request was granted."),
    company_id: Field.reference("company", "The legal entity that employs the person."),
    user_id: Field.reference("employee", "The employee who is absent."),
    approver_user_id: Field.reference("employee", "The employee who granted the request.")
  }
})
