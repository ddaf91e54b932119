/**
 * The vendor's published contract of each list, written from its documentation and not from our shapes. Every field may
 * be null. After the colon its type, or the words of an open list; `ref` is the id of a related record.
 */
const genders = "MALE|FEMALE|NON-BINARY|OTHER|PREFER_NOT_TO_DISCLOSE|-"
const races =
  "AMERICAN_INDIAN_OR_ALASKA_NATIVE|ASIAN_OR_INDIAN_SUBCONTINENT|BLACK_OR_AFRICAN_AMERICAN|HISPANIC_OR_LATINO|" +
  "NATIVE_HAWAIIAN_OR_OTHER_PACIFIC_ISLANDER|TWO_OR_MORE_RACES|WHITE|PREFER_NOT_TO_DISCLOSE|-"
const absences =
  "VACATION|SICK|PERSONAL|JURY_DUTY|VOLUNTEER|BEREAVEMENT|MATERNITY|ANNUAL_LEAVE|EMERGENCY_LEAVE|LEAVE_OF_ABSENCE|" +
  "PATERNITY|PAID_TIME_OFF|LONG_TERM_DISABILITY|SHORT_TERM_DISABILITY|COMP_OFF|WORK_FROM_HOME|COMPASSIONATE|" +
  "TIME_OFF|FMLA"

/** The fields of each list's records, beside those that all have. */
export const contracts: Readonly<Record<string, string>> = {
  "ats/candidates": `
    first_name:text last_name:text company:text title:text last_interaction_at:time is_private:boolean
    can_email:boolean locations:texts phone_numbers:texts email_addresses:texts urls:urls tags:texts applications:refs
    attachments:refs remote_created_at:time remote_updated_at:time avatar:text
  `,
  "ats/applications": `
    candidate:ref job:ref applied_at:time rejected_at:time source:text credited_to:ref current_stage:ref
    reject_reason:ref
  `,
  "ats/jobs": `
    name:text description:text code:text status:OPEN|CLOSED|DRAFT|ARCHIVED|PENDING|- job_posting_urls:urls
    remote_created_at:time remote_updated_at:time confidential:boolean departments:refs offices:refs
    hiring_managers:refs recruiters:refs
  `,
  "ats/job-interview-stages": "name:text job:ref stage_order:integer",
  "ats/scheduled-interviews": `
    application:ref job_interview_stage:ref organizer:ref interviewers:refs location:text start_at:time end_at:time
    remote_created_at:time remote_updated_at:time status:SCHEDULED|AWAITING_FEEDBACK|COMPLETE
  `,
  "ats/scorecards": `
    application:ref interview:ref interviewer:ref remote_created_at:time submitted_at:time
    overall_recommendation:DEFINITELY_NO|NO|NO_DECISION|YES|STRONG_YES
  `,
  "ats/offers": `
    application:ref creator:ref remote_created_at:time closed_at:time sent_at:time start_date:time
    status:DRAFT|APPROVAL-SENT|APPROVED|SENT|SENT-MANUALLY|OPENED|DENIED|SIGNED|DEPRECATED
  `,
  "ats/attachments": `
    file_name:text file_url:text attachment_type:RESUME|COVER_LETTER|OFFER_LETTER|OTHER|- candidate:ref
  `,
  "ats/activities": `
    user:ref activity_type:NOTE|EMAIL|OTHER subject:text body:text visibility:ADMIN_ONLY|PUBLIC|PRIVATE candidate:ref
    remote_created_at:time
  `,
  "ats/eeocs": `
    candidate:ref submitted_at:time race:${races} gender:${genders}
    veteran_status:I_DONT_WISH_TO_ANSWER|DISABLED_VETERAN|SPECIAL_DISABLED_VETERAN|VIETNAM_ERA_VETERAN|${""}OTHER_PROTECTED_VETERAN|THREE_YEAR_RECENTLY_SEPARATED_VETERAN|ONE_YEAR_RECENTLY_SEPARATED_VETERAN|${""}DISABLED_INDIVIDUAL|I_IDENTIFY_AS_ONE_OR_MORE_OF_THE_CLASSIFICATIONS_OF_A_PROTECTED_VETERAN|${""}I_AM_NOT_A_PROTECTED_VETERAN|-
    disability_status:YES_I_HAVE_A_DISABILITY_OR_PREVIOUSLY_HAD_A_DISABILITY|NO_I_DONT_HAVE_A_DISABILITY|${""}I_DONT_WISH_TO_ANSWER|-
  `,
  "ats/remote-users": `
    first_name:text last_name:text email:text disabled:boolean remote_created_at:time
    access_role:ADMIN|SUPER_ADMIN|TEAM_MEMBER|LIMITED_TEAM_MEMBER|INTERVIEWER|RECRUITER|-
  `,
  "ats/screening-questions": `
    job:ref description:text title:text
    type:DATE|FILE|SINGLE_SELECT|MULTI_SELECT|SINGLE_LINE_TEXT|MULTI_LINE_TEXT|NUMERIC|BOOLEAN required:boolean
    options:objects
  `,
  "ats/departments": "name:text",
  "ats/offices": "name:text location:text",
  "ats/reject-reasons": "name:text",
  "ats/tags": "name:text",
  "hris/employees": `
    employee_number:text company:ref first_name:text middle_name:text last_name:text preferred_name:text
    display_full_name:text username:text designation:text groups:refs department:text division:text work_email:text
    personal_email:text mobile_phone_number:text home_phone_number:text country_code:text home_location:address
    work_location:address work_locations:refs manager:ref pay_group:ref ssn:text gender:${genders}
    ethnicity:${races}|OTHER
    marital_status:SINGLE|MARRIED|DIVORCED|SEPARATED|COMMON_LAW|DOMESTIC_PARTNERSHIP|WIDOWED|HEAD_OF_HOUSEHOLD|${""}QUALIFYING_WIDOW_OR_WIDOWER_WITH_DEPENDENT_CHILD|IN_A_RELATIONSHIP|CIVIL_PARTNERSHIP|OTHER|-
    tobacco_use:boolean date_of_birth:time start_date:time remote_created_at:time
    employment_status:ACTIVE|PENDING|INACTIVE|ACTIVE_EXTERNAL|INACTIVE_EXTERNAL|LEAVE|DECEASED|RETIRED|-
    termination_date:time termination_reason:text avatar:text payroll_run_calendar:ref
  `,
  "hris/employments": `
    employee:ref job_title:text department:text division:text effective_date:time
    employment_type:FULL_TIME|PART_TIME|INTERN|CONTRACTOR|FREELANCE|REGULAR|FURLOUGHED|TERMINATED|-
  `,
  "hris/compensations": `
    employee:ref pay_group:ref pay_rate:number
    pay_period:HOUR|DAY|WEEK|EVERY_TWO_WEEKS|EVERY_FOUR_WEEKS|TWICE_PER_MONTH|SEMIMONTHLY|MONTH|QUARTER|${""}EVERY_SIX_MONTHS|YEAR|-
    pay_frequency:HOURLY|WEEKLY|BIWEEKLY|QUARTERLY|SEMIANNUALLY|ANNUALLY|THIRTEEN-MONTHLY|PRO_RATA|SEMIMONTHLY|${""}MONTHLY|FOURWEEKLY|-
    pay_currency:text flsa_status:EXEMPT|SALARIED_NONEXEMPT|NONEXEMPT|OWNER|- start_date:time
  `,
  "hris/companies": "legal_name:text display_name:text eins:texts",
  "hris/groups": `
    name:text type:COST_CENTER|DEPARTMENT|BUSINESS_UNIT|DIVISION|TEAM parent_group:ref is_commonly_used_as_team:boolean
  `,
  "hris/locations": `
    name:text street_1:text street_2:text city:text state:text postal_code:text country:text
  `,
  "hris/dependents": `
    employee:ref home_location:address first_name:text middle_name:text last_name:text
    relationship:CHILD|SPOUSE|DOMESTIC_PARTNER|SIBLING|PARENT date_of_birth:time gender:${genders} phone_number:text
    is_student:boolean ssn:text
  `,
  "hris/time-off": `
    employee:ref approver:ref status:REQUESTED|APPROVED|DECLINED|CANCELLED|DELETED employee_note:text units:HOURS|DAYS
    amount:number request_type:${absences} start_time:time end_time:time
  `,
  "hris/time-off-balances": `employee:ref balance:number used:number policy_type:${absences}`,
  "hris/bank-info": `
    employee:ref account_number:text routing_number:text bank_name:text account_type:SAVINGS|CHECKING|-
    remote_created_at:time
  `,
  "hris/employee-payroll-runs": `
    employee:ref payroll_run:ref gross_pay:number net_pay:number start_date:time end_date:time check_date:time
    earnings:earnings deductions:deductions taxes:taxes
  `,
  "hris/pay-groups": "name:text description:text",
  "hris/payroll-run-calendars": `
    payroll_run_calendar_name:text pay_group:ref pay_period_start_date:time pay_period_end_date:time pay_date:time
    calendar_type:text
  `
}

/** The contract's lists for which there is no model; every provider lacks them. */
export const lacking: Readonly<Record<string, ReadonlyArray<string>>> = {
  hris: [
    "timesheet-entry",
    "benefits",
    "benefit-coverages",
    "dependent-benefits",
    "employer-benefits",
    "payroll-codes",
    "payroll-runs"
  ],
  lms: ["users", "courses", "contents", "skills", "categories", "completions", "enrollments"]
}
