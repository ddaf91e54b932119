import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"
import * as Words from "../Words.ts"

/** An offer of employment. */
export const Offer = Model.make("offer", {
  plural: "offers",
  category: "ats",
  description: "An offer of employment made for an application.",
  fields: {
    application_id: Field.reference("application", "The application that the offer is for."),
    candidate_id: Field.reference("candidate", "The person to whom the offer is made."),
    job_id: Field.reference("job", "The job offered."),
    status: Field.word(
      [
        "DRAFT",
        "APPROVAL_SENT",
        "APPROVED",
        "SENT",
        "SENT_MANUALLY",
        "OPENED",
        "ACCEPTED",
        "DECLINED",
        "DEPRECATED",
        "ABANDONED"
      ],
      "How far the offer has come; DEPRECATED was replaced by a newer version."
    ),
    salary: Field.money("Basic pay for one `salary_period`."),
    salary_period: Field.word(Words.payPeriods, "The span of time that the salary is for.", { pii: "compensation" }),
    additional_pay: Field.list(Part.Compensation, "What is paid beside the salary, such as a bonus.", {
      pii: "compensation"
    }),
    starts_on: Field.date("First day of work."),
    sent_at: Field.instant("When the offer was sent to the candidate."),
    accepted_at: Field.instant("When the candidate accepted or signed."),
    declined_at: Field.instant("When the candidate declined."),
    closed_at: Field.instant("When the offer was settled, whichever way."),
    creator_user_id: Field.reference("employee", "The person who wrote the offer."),
    employee_id: Field.reference("employee", "The employee that the candidate became.")
  }
})
