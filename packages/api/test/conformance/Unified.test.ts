import { assert } from "@effect/vitest"
import { dialect } from "@crosswalk/api/unified/Dialect"
import { misfits, places } from "../unified/Fits.ts"
import { conforms } from "./Suite.ts"

conforms({
  dialect,
  misfits,
  places,
  nulls: "stripped",
  // The vendor's own id is the record's, as text; there is no other.
  ids: ({ id }, { remote_id }) => (id === remote_id ? [] : [`id is ${String(id)}, not ${String(remote_id)}`]),
  open: (body) => (Array.isArray(body) ? body : assert.fail("a list is an array")),
  placeless: {
    "the contract's nineteen objects and those beside them are none of these": `
      eeoc bank_info company employment note office tag time_off_balance
    `
  },
  hidden: {
    "the other record names this one, or the way leads over a third": `
      application.interview_ids candidate.application_ids candidate.attachment_ids job.stage_ids offer.candidate_id
      offer.job_id user.candidate_ids
    `,
    "the same is told in other words: labels as texts, an answer by its value, pay by the span that it is for": `
      candidate.tag_ids application.screening_answers[].type compensation.frequency offer.additional_pay[].frequency
      screening_question.position payslip.details[].pay.currency payslip.details[].employee_pay.currency
      payslip.details[].company_pay.currency employee.identity_numbers[].country
    `,
    "the contract's records have no such time": `
      department.remote_created_at department.remote_updated_at job_interview_stage.remote_created_at
      job_interview_stage.remote_updated_at reject_reason.remote_created_at reject_reason.remote_updated_at
      screening_question.remote_created_at screening_question.remote_updated_at compensation.remote_created_at
      compensation.remote_updated_at dependent.remote_created_at dependent.remote_updated_at
    `,
    "the contract's records have no fields of the customer's": `
      attachment.custom_fields department.custom_fields document.custom_fields job_interview_stage.custom_fields
      offer.custom_fields reject_reason.custom_fields scheduled_interview.custom_fields scorecard.custom_fields
      screening_question.custom_fields compensation.custom_fields dependent.custom_fields group.custom_fields
      location.custom_fields payslip.custom_fields time_off.custom_fields space.custom_fields file.custom_fields
      ticket.custom_fields ticket_note.custom_fields
    `,
    "the contract has no place for it": `
      application.web_url application.credited_to_id attachment.content_type candidate.urls[].type
      candidate.experiences[].location candidate.experiences[].summary candidate.education[].summary candidate.is_private candidate.can_email
      candidate.is_anonymized candidate.last_interaction_at department.parent_id document.content_type job.code
      job.visibility job.is_confidential job.weekly_hours job.category job.experience_level job.urls[].type
      job.web_url job.postings[].visibility job.openings[].remote_id job.opened_at job.office_ids job.coordinator_ids
      job.sourcer_ids job.interviewer_ids job.user_ids job_interview_stage.position offer.additional_pay[].remote_id offer.additional_pay[].effective_on offer.additional_pay[].note
      offer.closed_at scheduled_interview.title scheduled_interview.stage_id scheduled_interview.organizer_id
      scorecard.answers[].question_remote_id scorecard.submitted_at screening_question.display
      screening_question.category screening_question.options[].remote_id screening_question.maximum_length
      screening_question.minimum screening_question.maximum screening_question.accepted_content_types
      screening_question.maximum_file_size screening_question.precondition_question_id
      screening_question.precondition_answers user.username user.roles[].remote_id user.roles[].scope user.department_ids user.office_ids
      contact.urls[].type crm_company.urls[].type lead.urls[].type compensation.employment_id compensation.flsa_status
      compensation.effective_on compensation.pay_group dependent.middle_name dependent.is_student dependent.is_active
      dependent.date_of_birth dependent.gender dependent.identity_numbers employee.middle_name employee.preferred_name
      employee.username employee.department employee.division employee.ethnicity employee.nationalities
      employee.tobacco_use employee.weekly_hours employee.pay_group employee.payroll_calendar employee.roles[].remote_id employee.roles[].scope
      group.is_team location.type time_off.type_remote_id time_off.start_half_day time_off.end_half_day
      ticket.category.name
    `
  },
  unfilled: {
    "custom fields come as a name with a value, of whose kind nothing is said": `
      *.metadata[].extra_data *.metadata[].format *.metadata[].id *.metadata[].namespace
    `,
    "what the vendor sent stands at the record alone, not at what is inside of it": `
      hris/employee.groups[].raw hris/employee.locations[].raw hris/payslip.deduction.raw uc/call.contacts[].raw
    `,
    "no list of companies of recruiting agencies is there that it could name": `
      ats/activity.company_id ats/candidate.company_id ats/job.company_id
    `,
    "no model knows it": `
      ats/candidate.education[].level ats/candidate.emails[].name ats/application.original_substatus
      hris/employee.compensation[].group_id
    `,
    "content of files is the vendor's to serve": "ats/document.document_data storage/file.data",
    "pay tells its own currency, which may differ from sum to sum": "hris/employee.currency",
    "members of a group are listed at the group: inside of each member they would be squared": `
      hris/employee.groups[].user_ids[]
    `,
    "kinds of leave are not to be added to each other, nor hours to days": `
      hris/employee.timeoff_days_total hris/employee.timeoff_days_used
    `,
    "the slip itself tells these of its deduction": `
      hris/payslip.deduction.company_id hris/payslip.deduction.created_at hris/payslip.deduction.updated_at
      hris/payslip.deduction.user_id
    `
  },
  unsaid: {
    "a question to be answered by yes or no is their BOOLEAN": "ats/job.questions[].type=YES_NO"
  }
})
