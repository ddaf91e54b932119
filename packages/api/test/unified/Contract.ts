/**
 * The vendor's published contract of each list, written from its documentation and not from our shapes: each field with `!`
 * where it must be there, and after the colon its type, a part or the words of an open list; `[]` for lists of those. What
 * is not known is left out: null stands nowhere.
 */
const applicationWords =
  "NEW|REVIEWING|SCREENING|SUBMITTED|FIRST_INTERVIEW|SECOND_INTERVIEW|THIRD_INTERVIEW|BACKGROUND_CHECK" +
  "|OFFERED|ACCEPTED|HIRED|REJECTED|DECLINED|WITHDRAWN"
const employmentWords = "FULL_TIME|PART_TIME|CONTRACTOR|INTERN|CONSULTANT|VOLUNTEER|CASUAL|SEASONAL|FREELANCE|OTHER"
const formatWords =
  "TEXT|NUMBER|DATE|BOOLEAN|FILE|TEXTAREA|SINGLE_SELECT|MULTIPLE_SELECT|MEASUREMENT|PRICE|YES_NO|CURRENCY|URL"
const unitWords = "TEAM|GROUP|DEPARTMENT|DIVISION|BUSINESS_UNIT|BRANCH|SUB_DEPARTMENT"
const phoneWords = "WORK|HOME|OTHER|FAX|MOBILE"
const mailWords = "WORK|HOME|OTHER"
const frequencyWords = "ONE_TIME|DAY|QUARTER|YEAR|HOUR|MONTH|WEEK"
const payWords = "SALARY|BONUS|STOCK_OPTIONS|EQUITY|OTHER"
const group = `
  company_id:text created_at:time description:text id:text is_active:boolean manager_ids:text[] name:text
  parent_id:text raw:map type:${unitWords} updated_at:time user_ids:text[]
`

/** The fields of each list's records. */
export const contracts: Readonly<Record<string, string>> = {
  "ats/activity": `
    application_id:text bcc:Correspondent[] candidate_id:text cc:Correspondent[] company_id:text created_at:time
    description:text document_ids:text[] from:Correspondent id:text interview_id:text is_private:boolean job_id:text
    metadata:Metadata[] raw:map sub_type:text title:text to:Correspondent[] type:NOTE|TASK|EMAIL updated_at:time
    user_ids:text[]
  `,
  "ats/candidate": `
    address:Address company_id:text company_name:text created_at:time date_of_birth:time education:Education[]
    emails:Correspondent[] experiences:Experience[] external_identifier:text first_name:text id:text image_url:text
    job_ids:text[] last_name:text link_urls:text[] metadata:Metadata[] name:text
    origin:AGENCY|APPLIED|INTERNAL|REFERRED|SOURCED|UNIVERSITY raw:map skills:text[] sources:text[] summary:text
    tags:text[] telephones:Telephone[] title:text updated_at:time user_id:text user_ids:text[] web_url:text
  `,
  "ats/document": `
    application_id:text candidate_id:text created_at:time document_data:text document_url:text filename:text id:text
    job_id:text raw:map type:RESUME|COVER_LETTER|OFFER_PACKET|OFFER_LETTER|TAKE_HOME_TEST|OTHER updated_at:time
    user_id:text
  `,
  "ats/interview": `
    application_id:text candidate_id:text created_at:time end_at:time external_event_xref:text id:text job_id:text
    location:text raw:map start_at:time status:SCHEDULED|AWAITING_FEEDBACK|COMPLETE|CANCELED|NEEDS_SCHEDULING
    updated_at:time user_ids:text[]
  `,
  "ats/application": `
    answers:Answer[] applied_at:time candidate_id:text created_at:time hired_at:time id:text job_id:text
    metadata:Metadata[] offers:Offer[] original_status:text original_substatus:text raw:map rejected_at:time
    rejected_reason:text source:text status:${applicationWords} summary:text updated_at:time user_id:text
  `,
  "ats/applicationstatus": `
    description:text id:text job_id:text original_status:text raw:map status:${applicationWords}
  `,
  "ats/job": `
    addresses:Address[] closed_at:time company_id:text compensation:PayLimits[] created_at:time description:text
    employment_type:${employmentWords} groups:Unit[] hiring_manager_ids:text[] hiring_managers:Named[] id:text
    industry:text language_locale:text metadata:Metadata[] minimum_degree:text minimum_experience_years:number
    name:text number_of_openings:number openings:Opening[] postings:Posting[] public_job_urls:text[]
    questions:Question[] raw:map recruiter_ids:text[] remote:boolean skills:text[]
    status:ARCHIVED|PENDING|DRAFT|OPEN|CLOSED summary:text updated_at:time user_id:text
  `,
  "ats/scorecard": `
    application_id:text candidate_id:text comment:text created_at:time id:text interview_id:text interviewer_id:text
    job_id:text questions:ScorecardQuestion[] raw:map recommendation:DEFINITELY_NO|NO|YES|STRONG_YES updated_at:time
  `,
  "uc/call": `
    contact_id:text contacts:Party[] created_at:time end_at:time id:text is_private:boolean metadata:Metadata[]
    raw:map start_at:time telephone:Telephone type:INBOUND|OUTBOUND updated_at:time user_id:text user_name:text
    user_phone:text
  `,
  "crm/company": `
    address:Address contact_ids:text[] created_at:time deal_ids:text[] description:text domains:text[]
    emails:CrmEmail[] employees:number id:text industry:text is_active:boolean link_urls:text[] metadata:Metadata[]
    name:text raw:map tags:text[] telephones:Telephone[] timezone:text updated_at:time user_id:text websites:text[]
  `,
  "crm/contact": `
    address:Address company:text company_ids:text[] created_at:time deal_ids:text[] department:text emails:CrmEmail[]
    first_name:text id:text image_url:text last_name:text link_urls:text[] metadata:Metadata[] name:text raw:map
    telephones:Telephone[] title:text updated_at:time user_id:text
  `,
  "crm/deal": `
    amount:number closed_at:time closing_at:time company_ids:text[] contact_ids:text[] created_at:time currency:text
    description:text id:text lost_reason:text metadata:Metadata[] name:text pipelines:Entity[] probability:number
    raw:map source:text stages:Entity[] tags:text[] updated_at:time user_id:text won_reason:text
  `,
  "crm/lead": `
    address:Address company_id:text company_name:text contact_id:text created_at:time creator_user_id:text
    emails:CrmEmail[] first_name:text id:text is_active:boolean last_name:text link_urls:text[] metadata:Metadata[]
    name:text raw:map source:text status:text telephones:Telephone[] updated_at:time user_id:text
  `,
  "hris/employee": `
    address:Address bio:text company_id:text compensation:Pay[] created_at:time currency:text date_of_birth:time
    emails:Email[] employee_number:text employee_roles:ADMIN|MANAGER|RECRUITER|SALESREP|INTERVIEWER|USER|EMPLOYEE[]
    employment_status:ACTIVE|INACTIVE employment_type:${employmentWords} first_name:text
    gender:MALE|FEMALE|INTERSEX|TRANS|NON_BINARY groups:Group[] has_mfa:boolean hired_at:time id:text image_url:text
    language_locale:text last_name:text locations:Place[] manager_id:text marital_status:MARRIED|SINGLE
    metadata:Metadata[] name:text pronouns:text raw:map relationships:Relationship[] salutation:text ssn_sin:text
    storage_quota_allocated:number storage_quota_available:number storage_quota_used:number telephones:Telephone[]
    terminated_at:time termination_reason:text timeoff_days_total:number timeoff_days_used:number timezone:text
    title:text updated_at:time
  `,
  "hris/group": group,
  "hris/payslip": `
    company_id:text created_at:time currency:text deduction:Deduction details:PayslipDetail[] end_at:time
    gross_amount:number id:text net_amount:number paid_at:time payment_reference:text payment_type:DIRECT|CHEQUE|CASH
    raw:map start_at:time updated_at:time user_id:text
  `,
  "hris/timeoff": `
    approved_at:time approver_user_id:text comments:text company_id:text created_at:time duration:number
    duration_type:HOUR|DAY end_at:time id:text is_paid:boolean original_type:text raw:map reason:text start_at:time
    status:APPROVED|PENDING|DENIED|CANCELLED type:VACATION|SICK|HOLIDAY|BEREAVEMENT|PARENTAL|UNPAID|IN_LIEU|OTHER
    updated_at:time user_id!:text
  `,
  "kms/space": `
    created_at:time description:text id:text is_active:boolean name:text parent_id:text parent_page_id:text raw:map
    updated_at:time user_id:text
  `,
  "kms/page": `
    created_at:time download_url:text has_children:boolean id:text is_active:boolean metadata:PageMetadata[]
    parent_id:text raw:map space_id:text title:text type!:HTML|MARKDOWN|TEXT|OTHER updated_at:time user_id:text
    web_url:text
  `,
  "storage/file": `
    created_at:time data:text description:text download_url:text hash:text id:text mime_type:text name:text
    parent_id:text permissions:Permission[] raw:map references:Entity[] size:number tags:text[] type:FILE|FOLDER
    updated_at:time user_id:text version:text web_url:text
  `,
  "task/project": `
    created_at:time description:text group_ids:text[] has_children:boolean has_tasks:boolean id:text
    metadata:Metadata[] name:text parent_id:text raw:map updated_at:time user_ids:text[]
  `,
  "ticketing/note": `
    created_at:time customer_id:text description:text id:text raw:map ticket_id:text updated_at:time user_id:text
  `,
  "ticketing/ticket": `
    attachment_ids:text[] category_id:text closed_at:time created_at:time customer_id:text description:text
    due_at:time id:text priority:text raw:map source:text source_ref:text status:ACTIVE|CLOSED subject:text
    tags:text[] updated_at:time url:text user_id:text
  `
}

/** The fields of structures inside records. */
export const parts: Readonly<Record<string, string>> = {
  Correspondent: `email!:text name:text type:${mailWords}`,
  Metadata: `
    extra_data:any format:${formatWords} id:text namespace:text slug:text value:any
  `,
  Address: `
    address1:text address2:text city:text country:text country_code:text postal_code:text region:text region_code:text
  `,
  Education: `
    degree:text end_at:time field_of_study:text institution:text level:text start_at:time
  `,
  Experience: "company_name:text end_at:time start_at:time title:text",
  Telephone: `telephone!:text type:${phoneWords}`,
  Answer: "answers!:text[] question:text question_id!:text",
  Offer: `
    accepted_at:time compensation:PayLimits[] created_at:time creator_user_id:text employee_user_id:text id:text
    rejected_at:time sent_at:time start_at:time status:CREATED|SENT|ACCEPTED|REJECTED updated_at:time
  `,
  PayLimits: `
    currency:text frequency:${frequencyWords} max:number min:number type:${payWords}
  `,
  Unit: `id:text name:text type:${unitWords}`,
  Named: "id:text name:text",
  Opening: `
    application_id:text close_reason:text closed_at:time opened_at:time status:OPEN|CLOSED
  `,
  Posting: `
    address:Address created_at:time description:text id:text is_active:boolean location:text name:text
    posting_url:text updated_at:time
  `,
  Question: `
    description:text id:text options:text[] prompt:text question!:text required:boolean
    type!:TEXT|NUMBER|DATE|BOOLEAN|MULTIPLE_CHOICE|FILE|TEXTAREA|MULTIPLE_SELECT|${""}UNIVERSITY|YES_NO|CURRENCY|URL
  `,
  ScorecardQuestion: "answer:text description:text text!:text",
  Party: `
    company:text created_at:time emails:Email[] first_name:text id:text last_name:text name:text raw:map
    telephones:Telephone[] title:text updated_at:time
  `,
  Email: `email!:text type:${mailWords}`,
  CrmEmail: `email:text type:${mailWords}`,
  Entity: "id:text name:text type:text",
  Pay: `
    amount:number currency:text frequency:${frequencyWords} group_id:text notes:text type:${payWords}
  `,
  Group: group,
  Place: `
    address:Address company_id:text created_at:time currency:text description:text external_identifier:text id:text
    is_active:boolean is_hq:boolean language_locale:text name:text parent_id:text raw:map telephones:Telephone[]
    timezone:text updated_at:time
  `,
  Relationship: `
    address:Address emails:Email[] end_at:time first_name:text is_beneficiary:boolean is_dependent:boolean
    last_name:text name:text start_at:time telephones:Telephone[]
    type:EMERGENCY|SPOUSE|CHILD|PARENT|SIBLING|FRIEND|OTHER
  `,
  Deduction: `
    amount:number benefit_id:text company_id:text
    coverage_level:EMPLOYEE_ONLY|EMPLOYEE_SPOUSE|EMPLOYEE_CHILD|EMPLOYEE_CHILDREN|EMPLOYEE_FAMILY|${""}FAMILY|OTHER
    created_at:time end_at:time frequency:${frequencyWords} id:text is_active:boolean notes:text raw:map start_at:time
    type:FIXED|PERCENTAGE updated_at:time user_id:text
  `,
  PayslipDetail: `
    amount!:number company_amount:number description:text employee_amount:number name:text
    type:EARNING_SALARY|EARNING_OVERTIME|EARNING_TIP|EARNING_BONUS|EARNING_COMMISSION|${""}EARNING_ADJUSTMENT|EARNING|PRETAX_DEDUCTION|PRETAX_DEDUCTION_HEALTH_INSURANCE|${""}PRETAX_DEDUCTION_RETIREMENT|PRETAX_DEDUCTION_HRA|TAX_FEDERAL|TAX_REGION|${""}TAX_LOCAL|POSTTAX_BENEFIT|POSTTAX_GARNISHMENT|REIMBURSEMENT
  `,
  PageMetadata: `
    extra_data:any format:${formatWords}|PERCENT|EMAIL|PHONE|REFERENCE|TIME id:text namespace:text slug:text value:any
  `,
  Permission: `
    group_id:text is_hidden:boolean is_public:boolean roles!:OWNER|READ|WRITE[] user_id:text
  `
}
