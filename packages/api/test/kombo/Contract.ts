/**
 * The vendor's published contract of each list, written from its documentation and not from our shapes: each field
 * with `[]` for the elements of a list, `?` where null is allowed, and after the colon its type or the only words allowed;
 * after `~` the words of an open list, where a vendor's own may stand, too.
 */
const employed = "~FULL_TIME|PART_TIME|CONTRACT|INTERNSHIP|FREELANCE|WORKING_STUDENT|APPRENTICESHIP|TRAINING"
const statuses = "~ACTIVE|PENDING|INACTIVE|LEAVE"
const payPeriods = "~HOUR|DAY|WEEK|TWO_WEEKS|HALF_MONTH|MONTH|TWO_MONTHS|QUARTER|HALF_YEAR|YEAR"
const payFrequencies = "~DAILY|WEEKLY|BIWEEKLY|MONTHLY|SEMIMONTHLY|QUARTERLY|SEMIANNUALLY|ANNUALLY|PRO_RATA"
const ethnicities =
  "~WHITE|ASIAN|HISPANIC_LATINO|HAWAIIAN|NATIVE_AMERICAN|BLACK_AFRICAN_AMERICAN|MULTIPLE_ETHNICITIES|DECLINE_TO_SPECIFY"
const marital = "~SINGLE|MARRIED|DOMESTIC_PARTNERSHIP|WIDOWED|DIVORCED|SEPARATED|NOT_MARRIED"

/** The fields of each list's records. */
export const contracts: Readonly<Record<string, string>> = {
  "ats/users": `
    id:text remote_id?:text first_name?:text last_name?:text email?:text status?:ACTIVE|INACTIVE changed_at:time
    remote_deleted_at?:time system_roles:list system_roles[].remote_id?:text system_roles[].remote_label?:text
    system_roles[].scope?:SYSTEM|JOB
    system_roles[].unified_type?:HIRING_MANAGER|RECRUITER|COORDINATOR|SOURCER|INTERVIEWER|ADMIN
  `,
  "ats/candidates": `
    id:text remote_id:text first_name?:text last_name?:text company?:text title?:text confidential?:boolean
    source?:text phone_numbers?:list phone_numbers[].phone_number:text phone_numbers[].type?:text
    email_addresses?:list email_addresses[].email_address?:text email_addresses[].type?:text social_media?:list
    social_media[].link?:text social_media[].type?:text social_media[].username?:text location?:address
    custom_fields?:map remote_url?:text remote_created_at?:time remote_updated_at?:time changed_at:time
    remote_deleted_at?:time applications:list applications[].id:text applications[].remote_id?:text
    applications[].outcome?:PENDING|HIRED|DECLINED applications[].rejection_reason_name?:text
    applications[].rejected_at?:time applications[].remote_url?:text applications[].changed_at:time
    applications[].remote_created_at?:time applications[].remote_updated_at?:time applications[].current_stage?:object
    applications[].current_stage.id:text applications[].current_stage.name?:text
    applications[].current_stage.remote_id?:text applications[].current_stage.index?:integer
    applications[].job?:object applications[].job.id:text applications[].job.name?:text
    applications[].job.remote_id:text tags:list tags[].id:text tags[].name?:text tags[].remote_id?:text
  `,
  "ats/applications": `
    id:text remote_id?:text outcome?:PENDING|HIRED|DECLINED rejection_reason_name?:text rejected_at?:time
    current_stage_id?:text job_id?:text candidate_id?:text screening_question_answers?:answers custom_fields?:map
    remote_url?:text changed_at:time remote_deleted_at?:time remote_created_at?:time remote_updated_at?:time
    candidate?:object candidate.id:text candidate.remote_id:text candidate.first_name?:text candidate.last_name?:text
    candidate.email_addresses?:list candidate.email_addresses[].email_address?:text
    candidate.email_addresses[].type?:text candidate.phone_numbers?:list candidate.phone_numbers[].phone_number:text
    candidate.phone_numbers[].type?:text candidate.social_media?:list candidate.social_media[].link?:text
    candidate.social_media[].type?:text candidate.social_media[].username?:text candidate.source?:text
    candidate.remote_url?:text candidate.tags:list candidate.tags[].id:text candidate.tags[].remote_id?:text
    candidate.tags[].name?:text current_stage?:object current_stage.id:text current_stage.remote_id?:text
    current_stage.name?:text current_stage.index?:integer job?:object job.id:text job.remote_id:text job.name?:text
    interviews:list interviews[].id:text interviews[].remote_id?:text interviews[].title?:text
    interviews[].starting_at?:time interviews[].ending_at?:time interviews[].location?:address
    interviews[].canceled?:boolean offers:list offers[].id:text offers[].remote_id?:text
    offers[].status?:ACCEPTED|DECLINED|SENT|APPROVED|DRAFT|ABANDONED
  `,
  "ats/jobs": `
    id:text remote_id:text name?:text job_code?:text description?:text confidential?:boolean weekly_hours?:number
    employment_type?:~FULL_TIME|PART_TIME|CONTRACT|SEASONAL|INTERNSHIP status?:~OPEN|CLOSED|DRAFT|ARCHIVED visibility?:~PUBLIC|INTERNAL|UNLISTED|CONFIDENTIAL category?:text department?:text post_url?:text
    experience_level?:text remote_work_status?:~REMOTE|HYBRID|TEMPORARY|ON_SITE salary_amount?:number salary_amount_from?:number
    salary_amount_to?:number salary_currency?:text salary_period?:~YEAR|MONTH|TWO_WEEKS|WEEK|DAY|HOUR location?:address custom_fields?:map
    remote_url?:text opened_at?:time closed_at?:time remote_created_at?:time remote_updated_at?:time contact_id?:text
    changed_at:time remote_deleted_at?:time stages:list stages[].id:text stages[].remote_id?:text stages[].name?:text
    stages[].index?:integer screening_questions:list screening_questions[].id:text
    screening_questions[].remote_id?:text screening_questions[].title?:text screening_questions[].description?:text
    screening_questions[].format?:format screening_questions[].category?:EEO|DEMOGRAPHIC
    screening_questions[].index?:integer screening_questions[].required?:boolean
    screening_questions[].precondition_question_id?:text screening_questions[].precondition_options?:list
    job_postings:list job_postings[].id:text job_postings[].remote_id?:text job_postings[].title?:text
    job_postings[].description_html?:text job_postings[].status?:ACTIVE|INACTIVE|DRAFT
    job_postings[].visibility?:PUBLIC|INTERNAL|UNLISTED job_postings[].url?:text hiring_team:list
    hiring_team[].id:text hiring_team[].remote_id?:text hiring_team[].first_name?:text hiring_team[].last_name?:text
    hiring_team[].email?:text hiring_team[].hiring_team_roles:list
    hiring_team[].hiring_team_roles[]:RECRUITER|HIRING_MANAGER|COORDINATOR|SOURCER|INTERVIEWER
    hiring_team[].job_roles:list hiring_team[].job_roles[].remote_id?:text
    hiring_team[].job_roles[].remote_label?:text hiring_team[].job_roles[].scope?:SYSTEM|JOB
    hiring_team[].job_roles[].unified_type?:HIRING_MANAGER|RECRUITER|COORDINATOR|SOURCER|INTERVIEWER|ADMIN
  `,
  "ats/application-stages": `
    id:text remote_id?:text name?:text changed_at:time remote_deleted_at?:time
  `,
  "ats/interviews": `
    id:text remote_id?:text title?:text starting_at?:time ending_at?:time location?:address
    video_conferencing_url?:text application_id?:text stage_id?:text canceled?:boolean remote_created_at?:time
    remote_updated_at?:time changed_at:time remote_deleted_at?:time users:list users[].id:text users[].remote_id?:text
    users[].first_name?:text users[].last_name?:text users[].email?:text application?:object application.id:text
    application.remote_id?:text application.outcome?:PENDING|HIRED|DECLINED application.rejection_reason_name?:text
    application.candidate?:object application.candidate.id:text application.candidate.remote_id:text
    application.candidate.first_name?:text application.candidate.last_name?:text
    application.candidate.email_addresses?:list application.candidate.email_addresses[].email_address?:text
    application.candidate.email_addresses[].type?:text application.job?:object application.job.id:text
    application.job.remote_id:text application.job.name?:text
  `,
  "ats/offers": `
    id:text remote_id?:text status?:ACCEPTED|DECLINED|SENT|APPROVED|DRAFT|ABANDONED employment_start_date?:time
    application_id?:text custom_fields?:map changed_at:time remote_deleted_at?:time remote_created_at?:time
    remote_updated_at?:time application?:object application.candidate?:object application.candidate.id:text
    application.candidate.remote_id:text application.candidate.first_name?:text application.candidate.last_name?:text
    application.candidate.email_addresses?:list application.candidate.email_addresses[].email_address?:text
    application.candidate.email_addresses[].type?:text application.job?:object application.job.id:text
    application.job.remote_id:text application.job.name?:text
  `,
  "ats/rejection-reasons": `
    id:text remote_id:text name?:text changed_at:time remote_deleted_at?:time
  `,
  "ats/tags": `
    id:text remote_id?:text name?:text changed_at:time remote_deleted_at?:time
  `,
  "ats/roles": `
    id:text remote_id?:text remote_label?:text scope?:SYSTEM|JOB
    unified_type?:HIRING_MANAGER|RECRUITER|COORDINATOR|SOURCER|INTERVIEWER|ADMIN changed_at:time
    remote_deleted_at?:time
  `,
  "ats/applications/:application_id/attachments": `
    type:CV|COVER_LETTER|OTHER id:text remote_id:text data_url:text file_name:text content_type:text
    remote_created_at?:time remote_updated_at?:time
  `,
  "ats/candidates/:candidate_id/attachments": `
    id:text application_id?:text candidate_id:text type:CV|COVER_LETTER|OTHER remote_id:text data_url:text
    file_name:text content_type:text remote_created_at?:time remote_updated_at?:time
  `,
  "hris/employees": `
    id:text remote_id:text employee_number?:text first_name?:text last_name?:text nationality?:text
    display_full_name?:text job_title?:text work_email?:text personal_email?:text mobile_phone_number?:text ssn?:text
    tax_id?:text gender?:~MALE|FEMALE|NON_BINARY|NOT_SPECIFIED ethnicity?:${ethnicities} marital_status?:${marital} employment_status?:${statuses} employment_type?:${employed}
    weekly_hours?:number avatar?:text work_location_id?:text legal_entity_id?:text manager_id?:text
    home_address?:address bank_accounts?:list bank_accounts[].iban?:text bank_accounts[].bic?:text
    bank_accounts[].account_number?:text bank_accounts[].holder_name?:text bank_accounts[].bank_name?:text
    bank_accounts[].domestic_bank_routing?:object bank_accounts[].domestic_bank_routing.number:text
    bank_accounts[].domestic_bank_routing.type?:GB_SORT_CODE|DE_BANKLEITZAHL|US_ABA_ROUTING_TRANSIT_NUMBER|CA_ROUTING_NUMBER|AU_BSB_CODE|FR_RIB
    date_of_birth?:time start_date?:time termination_date?:time remote_created_at?:time changed_at:time
    remote_deleted_at?:time custom_fields?:map employments:list employments[].id:text employments[].remote_id?:text
    employments[].employee_id:text employments[].job_title?:text employments[].pay_rate?:number
    employments[].pay_period?:${payPeriods} employments[].pay_frequency?:${payFrequencies} employments[].employment_type?:${employed}
    employments[].pay_currency?:text employments[].effective_date?:time employments[].changed_at:time
    employments[].remote_deleted_at?:time employments[].custom_fields?:map time_off_balances:list
    time_off_balances[].id:text time_off_balances[].remote_id?:text time_off_balances[].employee_id:text
    time_off_balances[].type_id:text time_off_balances[].balance?:number time_off_balances[].balance_unit?:HOURS|DAYS
    time_off_balances[].changed_at:time time_off_balances[].remote_deleted_at?:time time_off_balances[].used?:number
    time_off_balances[].used_unit?:HOURS|DAYS manager?:object manager.first_name?:text manager.last_name?:text
    manager.display_full_name?:text manager.id:text manager.employee_number?:text manager.work_email?:text
    manager.remote_id:text manager.employment_status?:${statuses} manager.termination_date?:time groups:list groups[].id:text
    groups[].remote_id:text groups[].name?:text groups[].type?:DEPARTMENT|TEAM|COST_CENTER legal_entity?:object
    legal_entity.id:text legal_entity.remote_id?:text legal_entity.name?:text legal_entity.address?:address
    work_location?:object work_location.id:text work_location.remote_id?:text work_location.name?:text
    work_location.address?:address work_location.type?:text work_location.changed_at:time
    work_location.remote_deleted_at?:time
  `,
  "hris/employments": `
    id:text remote_id?:text employee_id:text job_title?:text pay_rate?:number pay_period?:${payPeriods} pay_frequency?:${payFrequencies}
    employment_type?:${employed} pay_currency?:text effective_date?:time changed_at:time remote_deleted_at?:time
    custom_fields?:map
  `,
  "hris/groups": `
    id:text remote_id:text name?:text changed_at:time remote_deleted_at?:time type?:DEPARTMENT|TEAM|COST_CENTER
    parent_id?:text
  `,
  "hris/legal-entities": `
    id:text remote_id?:text name?:text address?:address changed_at:time remote_deleted_at?:time
  `,
  "hris/locations": `
    id:text remote_id?:text name?:text address?:address type?:text changed_at:time remote_deleted_at?:time
  `,
  "hris/absences": `
    id:text remote_id?:text employee_id:text start_date?:any end_date?:any start_half_day?:boolean
    end_half_day?:boolean start_time?:any end_time?:any amount?:number unit?:HOURS|DAYS status?:~REQUESTED|APPROVED|DECLINED|CANCELLED|DELETED
    employee_note?:text type_id?:text remote_created_at?:time remote_updated_at?:time changed_at:time
    remote_deleted_at?:time type?:object type.id:text type.remote_id:text type.name?:text type.unit?:HOURS|DAYS
    type.half_days_supported?:boolean type.exact_times_supported?:boolean type.changed_at:time
    type.remote_deleted_at?:time
  `,
  "hris/absence-types": `
    id:text remote_id:text name?:text unit?:HOURS|DAYS half_days_supported?:boolean exact_times_supported?:boolean
    changed_at:time remote_deleted_at?:time
  `,
  "hris/time-off-balances": `
    id:text remote_id?:text employee_id:text type_id:text balance?:number balance_unit?:HOURS|DAYS changed_at:time
    remote_deleted_at?:time used?:number used_unit?:HOURS|DAYS type:object type.id:text type.remote_id:text
    type.name?:text type.unit?:HOURS|DAYS type.half_days_supported?:boolean type.exact_times_supported?:boolean
    type.changed_at:time type.remote_deleted_at?:time
  `,
  "hris/teams": `
    id:text remote_id:text name?:text type?:DEPARTMENT|TEAM|COST_CENTER parent_id?:text changed_at:time
    remote_deleted_at?:time
  `,
  "integrations/:integration_id/integration-fields": `
    id:text key:text model:text type:DEFAULT|CUSTOM label?:text is_passthrough_enabled:boolean is_writable:boolean
  `,
  "integrations/:integration_id/custom-fields": `
    id:text key:text integration_field?:object integration_field.id:text integration_field.key:text
    integration_field.type:DEFAULT|CUSTOM integration_field.label?:text model:text label?:text description?:text
  `
}
