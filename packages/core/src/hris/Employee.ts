import { Schema } from "effect"
import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"
import * as Words from "../Words.ts"

/**
 * A person who works for the customer: who they are, and what they are at present. Employments, pay, leave, accounts and
 * dependants are records of their own, which name the employee.
 */
export const Employee = Model.make("employee", {
  plural: "employees",
  category: "hris",
  description: "A person who works, worked or will work for the customer: the hub of all references to colleagues.",
  fields: {
    name: Field.text("Full name as it is to be shown.", { pii: "basic" }),
    first_name: Field.text("Given name.", { pii: "basic" }),
    middle_name: Field.text("Name between the given and the family name.", { pii: "basic" }),
    last_name: Field.text("Family name.", { pii: "basic" }),
    preferred_name: Field.text("Name that the person wants to be called by.", { pii: "basic" }),
    salutation: Field.text("How the person is addressed before the name.", { pii: "basic" }),
    pronouns: Field.text("Pronouns that the person wants.", { pii: "special" }),
    username: Field.text("Name that the person signs in with.", { pii: "basic" }),
    employee_number: Field.text("The customer's own number of the person.", { pii: "basic" }),
    title: Field.text("Position that the person holds.", { pii: "basic" }),
    department: Field.text("Department by name; its record is among `group_ids` where the vendor has one.", {
      pii: "basic"
    }),
    division: Field.text("Division by name; its record is among `group_ids` where the vendor has one.", {
      pii: "basic"
    }),
    bio: Field.text("What the person says about themselves.", { pii: "basic" }),
    avatar: Field.text("Address of a picture.", { pii: "basic" }),
    emails: Field.list(Part.LabelledEmail, "E-mail addresses, in the vendor's order.", { pii: "contact" }),
    phones: Field.list(Part.LabelledPhone, "Telephone numbers, in the vendor's order.", { pii: "contact" }),
    home_address: Field.struct(Part.Address.fields, "Where the person lives.", { pii: "contact" }),
    date_of_birth: Field.date("Date of birth.", { pii: "special" }),
    gender: Field.word(Words.genders, "Gender.", { pii: "special" }),
    ethnicity: Field.word(Words.ethnicities, "Ethnic group.", { pii: "special" }),
    nationalities: Field.list(Schema.String, "Nationalities, as the vendor writes them.", { pii: "special" }),
    marital_status: Field.word(
      [
        "SINGLE",
        "MARRIED",
        "CIVIL_PARTNERSHIP",
        "DOMESTIC_PARTNERSHIP",
        "COMMON_LAW",
        "IN_A_RELATIONSHIP",
        "SEPARATED",
        "DIVORCED",
        "WIDOWED",
        "NOT_MARRIED",
        "HEAD_OF_HOUSEHOLD",
        "WIDOWED_WITH_DEPENDENT_CHILD",
        "OTHER"
      ],
      "Family status.",
      { pii: "special" }
    ),
    tobacco_use: Field.boolean("Whether the person smokes or otherwise uses tobacco.", { pii: "special" }),
    identity_numbers: Field.list(
      Part.IdentityNumber,
      "Numbers given by a state, such as for social security or taxes.",
      {
        pii: "government-id"
      }
    ),
    employment_status: Field.word(Words.employmentStatuses, "Whether the person works for the customer now.", {
      pii: "basic"
    }),
    employment_type: Field.word(Words.employmentTypes, "Kind of employment.", { pii: "basic" }),
    weekly_hours: Field.number("Working time per week.", { pii: "basic", unit: "hours" }),
    hired_on: Field.date("First day of the present, or last, employment.", { pii: "basic" }),
    terminated_on: Field.date("Last day of the employment, past or to come.", { pii: "basic" }),
    termination_reason: Field.text("Why the employment ended, in the vendor's words.", { pii: "basic" }),
    pay_group: Field.struct(Part.Entity.fields, "The group of people who are paid together."),
    payroll_calendar: Field.struct(Part.Entity.fields, "The calendar by which the person is paid."),
    roles: Field.list(Part.Role, "What the person may do in the vendor's system."),
    has_mfa: Field.boolean("Whether the person signs in with a second factor."),
    language: Field.text("Language or locale that the person uses, as the vendor writes it."),
    timezone: Field.text("Time zone of the person, as the vendor writes it."),
    storage_quota_allocated: Field.integer("Storage that the person may use.", { unit: "bytes" }),
    storage_quota_used: Field.integer("Storage that the person uses.", { unit: "bytes" }),
    storage_quota_available: Field.integer("Storage that is left to the person.", { unit: "bytes" }),
    company_id: Field.reference("company", "The legal entity that employs the person."),
    group_ids: Field.references("group", "Departments, teams and other units that the person belongs to."),
    work_location_ids: Field.references("location", "Where the person works, the main place first."),
    manager_id: Field.reference("employee", "The superior to whom the person reports.")
  }
})
