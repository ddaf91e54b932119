import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"
import * as Words from "../Words.ts"

/** What an employee is to one company from a day on: a position, with whoever leads it and wherever it is. */
export const Employment = Model.make("employment", {
  plural: "employments",
  category: "hris",
  description: "A position that an employee holds or held at one company.",
  fields: {
    user_id: Field.reference("employee", "The employee who holds the position."),
    company_id: Field.reference("company", "The legal entity that employs the person."),
    is_primary: Field.boolean("Whether it is the main one of the person's employments."),
    employee_number: Field.text("The person's number in this employment.", { pii: "basic" }),
    title: Field.text("Position by name.", { pii: "basic" }),
    job: Field.struct(Part.Entity.fields, "The position in the customer's catalogue of jobs.", { pii: "basic" }),
    department: Field.text("Department by name; its record is among `group_ids` where the vendor has one.", {
      pii: "basic"
    }),
    division: Field.text("Division by name; its record is among `group_ids` where the vendor has one.", {
      pii: "basic"
    }),
    employment_status: Field.word(Words.employmentStatuses, "Whether the employment goes on.", { pii: "basic" }),
    employment_type: Field.word(Words.employmentTypes, "Kind of employment.", { pii: "basic" }),
    effective_on: Field.date("First day on which the position is held as it stands here.", { pii: "basic" }),
    hired_on: Field.date("First day of the present, or last, employment with the company.", { pii: "basic" }),
    first_hired_on: Field.date("First day with the company ever, before the person left and came back.", {
      pii: "basic"
    }),
    terminated_on: Field.date("Last day of the employment, past or to come.", { pii: "basic" }),
    termination_reason: Field.text("Why the employment ended, in the vendor's words.", { pii: "basic" }),
    weekly_hours: Field.number("Working time per week.", { pii: "basic", unit: "hours" }),
    full_time_equivalent: Field.number("Share of a full position.", { pii: "basic", unit: "full positions" }),
    pay_group: Field.struct(Part.Entity.fields, "The group of people who are paid together."),
    group_ids: Field.references("group", "Departments, teams and other units that the position belongs to."),
    work_location_ids: Field.references("location", "Where the person works, the main place first."),
    manager_id: Field.reference("employee", "The superior to whom the person reports in this position.")
  }
})
