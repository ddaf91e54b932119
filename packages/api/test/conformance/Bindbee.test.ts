import { dialect } from "@crosswalk/api/bindbee/Dialect"
import { Schema } from "effect"
import { misfits, places } from "../bindbee/Fits.ts"
import { conforms } from "./Suite.ts"

const decode = Schema.decodeUnknownSync(
  Schema.Struct({
    cursor: Schema.Null,
    page_size: Schema.Int,
    items: Schema.Array(Schema.Record(Schema.String, Schema.Unknown))
  }),
  { onExcessProperty: "error" }
)

conforms({
  dialect,
  misfits,
  places,
  nulls: "kept",
  // References are held to the contract, which has uuids.
  ids: ({ id, remote_id }, stored) =>
    id === stored["id"] && remote_id === stored["remote_id"] ? [] : [`ids are ${String(id)}, ${String(remote_id)}`],
  open: (body) => decode(body).items,
  placeless: {
    "the contract knows files of candidates alone": "document",
    "notes are activities to the contract": "note",
    "the contract has none of these categories": `
      call contact crm_company deal file lead page project space ticket ticket_note
    `
  },
  hidden: {
    "the other record names this one, or the way leads over a third": `
      application.offer_ids application.interview_ids attachment.application_id candidate.job_ids offer.candidate_id
      offer.job_id scheduled_interview.candidate_id scheduled_interview.job_id scorecard.candidate_id scorecard.job_id
      job.stage_ids job.screening_question_ids user.candidate_ids group.manager_ids compensation.employment_id
      employment.group_ids employment.work_location_ids employment.manager_id
    `,
    "the same is told in other words": `
      candidate.tag_ids employee.identity_numbers[].country
    `,
    "the contract's records have no such time": `
      activity.remote_updated_at application.remote_created_at application.remote_updated_at
      attachment.remote_created_at attachment.remote_updated_at department.remote_created_at
      department.remote_updated_at eeoc.remote_created_at eeoc.remote_updated_at job_interview_stage.remote_created_at
      job_interview_stage.remote_updated_at offer.remote_updated_at office.remote_created_at office.remote_updated_at
      reject_reason.remote_created_at reject_reason.remote_updated_at scorecard.remote_updated_at
      screening_question.remote_created_at screening_question.remote_updated_at tag.remote_created_at
      tag.remote_updated_at user.remote_updated_at bank_info.remote_updated_at company.remote_created_at
      company.remote_updated_at compensation.remote_created_at compensation.remote_updated_at
      dependent.remote_created_at dependent.remote_updated_at employee.remote_updated_at employment.remote_created_at
      employment.remote_updated_at group.remote_created_at group.remote_updated_at location.remote_created_at
      location.remote_updated_at payslip.remote_created_at payslip.remote_updated_at time_off.remote_created_at
      time_off.remote_updated_at time_off_balance.remote_created_at time_off_balance.remote_updated_at
    `,
    "the contract has no place for it": `
      activity.sub_type activity.from activity.to activity.cc activity.bcc activity.application_id activity.job_id
      activity.interview_id activity.document_ids application.status application.phase application.hired_at
      application.summary application.screening_answers application.web_url application.user_id
      attachment.content_type candidate.name candidate.headline candidate.summary candidate.emails[].type
      candidate.phones[].type candidate.date_of_birth candidate.experiences candidate.education candidate.skills
      candidate.sources candidate.origin candidate.is_anonymized candidate.external_identifier candidate.web_url
      candidate.user_id candidate.user_ids department.type department.parent_id eeoc.application_id job.summary
      job.visibility job.employment_type job.workplace job.weekly_hours job.category job.industry job.experience_level
      job.minimum_experience job.minimum_degree job.skills job.language job.pay_ranges job.locations job.web_url
      job.postings job.opening_count job.openings job.opened_at job.closed_at job.user_id job.coordinator_ids
      job.sourcer_ids job.interviewer_ids job.user_ids job_interview_stage.description job_interview_stage.phase
      offer.salary offer.salary_period offer.additional_pay offer.accepted_at offer.declined_at offer.employee_id
      office.parent_id scheduled_interview.title scheduled_interview.video_url scheduled_interview.calendar_event
      scorecard.comment scorecard.answers screening_question.prompt screening_question.display
      screening_question.category screening_question.position screening_question.maximum_length
      screening_question.minimum screening_question.maximum screening_question.accepted_content_types
      screening_question.maximum_file_size screening_question.precondition_question_id
      screening_question.precondition_answers user.name user.username user.emails[].type user.title user.avatar
      user.employee_number user.roles[].remote_id user.manager_id user.department_ids user.office_ids
      bank_info.company_id bank_info.holder_name bank_info.bic bank_info.routing_type bank_info.address
      bank_info.currency bank_info.is_active company.address compensation.type compensation.note dependent.name
      dependent.is_dependent dependent.is_beneficiary dependent.is_emergency_contact dependent.is_active
      dependent.identity_numbers[].country dependent.emails dependent.phones[].type dependent.started_on
      dependent.ended_on employee.salutation employee.pronouns employee.bio employee.nationalities
      employee.employment_type employee.weekly_hours employee.roles[].remote_id employee.has_mfa employee.language
      employee.timezone employee.storage_quota_allocated employee.storage_quota_used employee.storage_quota_available
      employment.company_id employment.is_primary employment.employee_number employment.job
      employment.employment_status employment.hired_on employment.first_hired_on employment.terminated_on
      employment.termination_reason employment.weekly_hours employment.full_time_equivalent group.description
      group.is_active group.company_id location.description location.type location.phones location.is_headquarters
      location.is_active location.timezone location.language location.currency location.external_identifier
      location.parent_id location.company_id payslip.gross_pay.currency payslip.net_pay.currency payslip.deductions
      payslip.payment_type payslip.payment_reference payslip.company_id time_off.type_remote_id
      time_off.start_half_day time_off.end_half_day time_off.is_paid time_off.reason time_off.approved_at
      time_off.company_id time_off_balance.company_id time_off_balance.type_remote_id time_off_balance.granted
      time_off_balance.planned time_off_balance.effective_on
    `
  },
  unfilled: {
    "a home has no name": "hris/employees.home_location.name hris/dependents.home_location.name",
    "no model knows payroll runs and payroll codes": `
      hris/employee-payroll-runs.payroll_run hris/employee-payroll-runs.earnings[].payroll_code
      hris/employee-payroll-runs.deductions[].payroll_code hris/employee-payroll-runs.taxes[].payroll_code
    `,
    "pay groups and calendars are known by those who are in them, by id and name alone": `
      hris/pay-groups.raw_data hris/pay-groups.custom_fields hris/pay-groups.description
      hris/payroll-run-calendars.raw_data hris/payroll-run-calendars.custom_fields
      hris/payroll-run-calendars.pay_group hris/payroll-run-calendars.pay_period_start_date
      hris/payroll-run-calendars.pay_period_end_date hris/payroll-run-calendars.pay_date
      hris/payroll-run-calendars.calendar_type
    `
  },
  unsaid: {
    "what is not told is null": "*=-",
    "half a month is said by the other word": "hris/compensations.pay_period=TWICE_PER_MONTH",
    "no line of a pay slip tells that it is paid by the hour": "hris/employee-payroll-runs.earnings[].name=HOURLY"
  }
})
