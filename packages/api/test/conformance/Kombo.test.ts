import { dialect } from "@crosswalk/api/kombo/Dialect"
import * as Id from "@crosswalk/core/Id"
import { Schema } from "effect"
import { misfits, places } from "../kombo/Fits.ts"
import { conforms } from "./Suite.ts"

const page = Schema.Struct({ next: Schema.Null, results: Schema.Array(Schema.Unknown) })
const whole = Schema.Struct({ results: Schema.Array(Schema.Unknown) })
const decode = Schema.decodeUnknownSync(
  Schema.Union([
    Schema.Struct({ status: Schema.Literal("success"), data: page }),
    Schema.Struct({ status: Schema.Literal("success"), data: whole, warnings: Schema.Tuple([]) })
  ]),
  { onExcessProperty: "error" }
)

const short = /^[1-9A-HJ-NP-Za-km-z]{24}$/

/** The values of all keys that hold ids of ours, at every depth. */
const idsIn = (value: unknown): ReadonlyArray<unknown> =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]: readonly [string, unknown]) => [
        ...(/^id$|_id$/.test(key) && !/^(?:remote|tax)_id$/.test(key) ? [inner] : []),
        ...(key === "custom_fields" || key === "remote_data" || key === "integration_fields" ? [] : idsIn(inner))
      ])

conforms({
  dialect,
  misfits,
  places,
  nulls: "kept",
  // Where the contract allows no null, such as for the employee of an absence, an unknown one is empty text.
  ids: (served, { id }) => [
    ...(served["id"] === Id.toShort(String(id)) ? [] : [`id is ${String(served["id"])}`]),
    ...idsIn(served).flatMap((one) =>
      one === null || one === "" || short.test(String(one)) ? [] : [`an id is ${String(one)}`]
    )
  ],
  open: (body) => decode(body).data.results,
  placeless: {
    "recruiting lists of the contract are others, and its files are those of candidates and applications":
      "activity document eeoc note office scorecard",
    "lists of people systems of the contract are others": "dependent payslip",
    "the contract has none of these categories": `
      call contact crm_company deal file lead page project space ticket ticket_note
    `
  },
  hidden: {
    "another record tells it: the one that names this one, the one between, or the employee": `
      candidate.attachment_ids candidate.job_ids offer.candidate_id offer.job_id scheduled_interview.candidate_id
      scheduled_interview.job_id user.candidate_ids employment.manager_id employment.work_location_ids
      employment.group_ids group.manager_ids
    `,
    "a number's kind tells the country": "employee.identity_numbers[].country",
    "it decides which pay is shown": "compensation.effective_on employment.is_primary",
    "the contract's records have no such time": `
      department.remote_created_at department.remote_updated_at job_interview_stage.remote_created_at
      job_interview_stage.remote_updated_at reject_reason.remote_created_at reject_reason.remote_updated_at
      screening_question.remote_created_at screening_question.remote_updated_at tag.remote_created_at
      tag.remote_updated_at user.remote_created_at user.remote_updated_at bank_info.remote_created_at
      bank_info.remote_updated_at company.remote_created_at company.remote_updated_at compensation.remote_created_at
      compensation.remote_updated_at employee.remote_updated_at employment.remote_created_at
      employment.remote_updated_at group.remote_created_at group.remote_updated_at location.remote_created_at
      location.remote_updated_at time_off_balance.remote_created_at time_off_balance.remote_updated_at
    `,
    "the contract's records have no fields of the customer's": `
      attachment.custom_fields department.custom_fields job_interview_stage.custom_fields reject_reason.custom_fields
      scheduled_interview.custom_fields screening_question.custom_fields tag.custom_fields user.custom_fields
      bank_info.custom_fields company.custom_fields compensation.custom_fields group.custom_fields
      location.custom_fields time_off.custom_fields time_off_balance.custom_fields
    `,
    "the contract has no place for it": `
      application.phase application.applied_at application.hired_at application.source application.summary
      application.credited_to_id application.user_id candidate.name candidate.headline candidate.summary
      candidate.date_of_birth candidate.avatar candidate.experiences candidate.education candidate.skills
      candidate.origin candidate.can_email candidate.is_anonymized candidate.external_identifier
      candidate.last_interaction_at candidate.user_id candidate.user_ids department.type department.parent_id
      job.summary job.industry job.minimum_experience job.minimum_degree job.skills job.language job.urls[].type
      job.postings[].location job.postings[].created_at job.postings[].updated_at job.opening_count job.openings job.office_ids job_interview_stage.description
      job_interview_stage.phase offer.salary offer.salary_period offer.additional_pay offer.sent_at offer.accepted_at
      offer.declined_at offer.closed_at offer.creator_user_id offer.employee_id scheduled_interview.calendar_event
      scheduled_interview.organizer_id screening_question.prompt user.name user.username user.emails[].type user.title
      user.avatar user.employee_number user.manager_id user.department_ids user.office_ids bank_info.company_id
      bank_info.account_type bank_info.address bank_info.currency bank_info.is_active company.tax_numbers
      compensation.flsa_status compensation.note compensation.pay_group employee.middle_name employee.preferred_name
      employee.salutation employee.pronouns employee.username employee.department employee.division employee.bio
      employee.tobacco_use employee.termination_reason employee.pay_group employee.payroll_calendar employee.has_mfa
      employee.language employee.timezone employee.storage_quota_allocated employee.storage_quota_used
      employee.storage_quota_available employment.company_id employment.employee_number employment.job
      employment.department employment.division employment.employment_status employment.hired_on
      employment.first_hired_on employment.terminated_on employment.termination_reason employment.weekly_hours
      employment.full_time_equivalent employment.pay_group group.description group.is_active group.is_team
      group.company_id location.description location.phones location.is_headquarters location.is_active
      location.timezone location.language location.currency location.external_identifier location.parent_id
      location.company_id time_off.is_paid time_off.reason time_off.approved_at time_off.company_id
      time_off.approver_user_id time_off_balance.company_id time_off_balance.granted time_off_balance.planned
      time_off_balance.effective_on
    `
  },
  unfilled: {
    "customers' fields are known by the values that records have in them": `
      integrations/:integration_id/custom-fields.integration_field.label
      integrations/:integration_id/custom-fields.label integrations/:integration_id/custom-fields.description
      integrations/:integration_id/integration-fields.label
    `,
    "links are told whole, no name is read out of them": `
      ats/candidates.social_media[].username ats/applications.candidate.social_media[].username
    `,
    "a job's record tells what people do for it, not by which of the vendor's roles": `
      ats/jobs.hiring_team[].job_roles[].remote_id ats/jobs.hiring_team[].job_roles[].remote_label
    `,
    "kinds of absence are known by the absences that name them, which tell only their names": `
      *.type.unit *.type.half_days_supported *.type.exact_times_supported hris/absence-types.unit
      hris/absence-types.half_days_supported hris/absence-types.exact_times_supported
    `,
    "what is inside of a record is not shown when it is gone": `
      hris/absences.type.remote_deleted_at hris/employees.employments[].remote_deleted_at
      hris/employees.time_off_balances[].remote_deleted_at hris/employees.work_location.remote_deleted_at
      hris/time-off-balances.type.remote_deleted_at
    `,
    "entries that no record names any more are not listed": `
      ats/roles.remote_deleted_at hris/absence-types.remote_deleted_at
    `
  },
  unsaid: {
    "what somebody does for a job holds there alone, and nobody is an administrator of one job": `
      ats/jobs.hiring_team[].job_roles[].scope=SYSTEM ats/jobs.hiring_team[].job_roles[].unified_type=ADMIN
    `,
    "roles for single jobs stand at the jobs": "ats/users.system_roles[].scope=JOB",
    "fields of the vendor's own are not listed": `
      integrations/:integration_id/custom-fields.integration_field.type=DEFAULT
      integrations/:integration_id/integration-fields.type=DEFAULT
    `
  }
})
