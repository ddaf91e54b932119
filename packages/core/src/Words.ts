/** Word lists that several models share; each word stands for one meaning, whatever the vendors call it. */

/** Kinds of employment. */
export const employmentTypes = [
  "FULL_TIME",
  "PART_TIME",
  "CONTRACTOR",
  "INTERN",
  "FREELANCE",
  "WORKING_STUDENT",
  "APPRENTICE",
  "TRAINEE",
  "CONSULTANT",
  "VOLUNTEER",
  "CASUAL",
  "SEASONAL",
  "REGULAR",
  "FURLOUGHED",
  "TERMINATED",
  "OTHER"
] as const

/** Whether somebody works for the customer; the external ones work there without being employed. */
export const employmentStatuses = [
  "ACTIVE",
  "PENDING",
  "LEAVE",
  "INACTIVE",
  "ACTIVE_EXTERNAL",
  "INACTIVE_EXTERNAL",
  "RETIRED",
  "DECEASED"
] as const

/** Kinds of pay. */
export const payTypes = ["SALARY", "BONUS", "COMMISSION", "EQUITY", "STOCK_OPTIONS", "OTHER"] as const

/** Spans of time that a pay rate is for. */
export const payPeriods = [
  "HOUR",
  "DAY",
  "WEEK",
  "TWO_WEEKS",
  "FOUR_WEEKS",
  "HALF_MONTH",
  "MONTH",
  "TWO_MONTHS",
  "QUARTER",
  "HALF_YEAR",
  "YEAR",
  "ONE_TIME"
] as const

/** How often pay is paid out. */
export const payFrequencies = [
  "HOURLY",
  "DAILY",
  "WEEKLY",
  "BIWEEKLY",
  "FOURWEEKLY",
  "SEMIMONTHLY",
  "MONTHLY",
  "THIRTEEN_MONTHLY",
  "QUARTERLY",
  "SEMIANNUALLY",
  "ANNUALLY",
  "PRO_RATA"
] as const

/** Genders; `UNDISCLOSED` when the person was asked and gave none. */
export const genders = ["FEMALE", "MALE", "NON_BINARY", "INTERSEX", "TRANS", "OTHER", "UNDISCLOSED"] as const

/** Ethnic groups as employers have to report them; `UNDISCLOSED` when the person was asked and gave none. */
export const ethnicities = [
  "AMERICAN_INDIAN_OR_ALASKA_NATIVE",
  "ASIAN",
  "BLACK_OR_AFRICAN_AMERICAN",
  "HISPANIC_OR_LATINO",
  "NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER",
  "TWO_OR_MORE",
  "WHITE",
  "OTHER",
  "UNDISCLOSED"
] as const

/** What a user may do. */
export const roles = [
  "SUPER_ADMIN",
  "ADMIN",
  "MANAGER",
  "HIRING_MANAGER",
  "RECRUITER",
  "COORDINATOR",
  "SOURCER",
  "INTERVIEWER",
  "SALES_REP",
  "TEAM_MEMBER",
  "LIMITED_TEAM_MEMBER",
  "USER",
  "EMPLOYEE"
] as const

/** Kinds of organisational units. */
export const groupTypes = [
  "DEPARTMENT",
  "SUB_DEPARTMENT",
  "TEAM",
  "GROUP",
  "DIVISION",
  "BUSINESS_UNIT",
  "BRANCH",
  "COST_CENTER"
] as const

/** Kinds of files about a candidate. */
export const fileTypes = ["RESUME", "COVER_LETTER", "OFFER_LETTER", "OFFER_PACKET", "TAKE_HOME_TEST", "OTHER"] as const

/** How far an application has come, independent of a customer's own stages. */
export const applicationPhases = [
  "NEW",
  "REVIEWING",
  "SCREENING",
  "SUBMITTED",
  "FIRST_INTERVIEW",
  "SECOND_INTERVIEW",
  "THIRD_INTERVIEW",
  "BACKGROUND_CHECK",
  "OFFERED",
  "ACCEPTED"
] as const

/** Who may see what somebody wrote; `ADMIN_ONLY` is the narrowest. */
export const visibilities = ["PUBLIC", "PRIVATE", "ADMIN_ONLY"] as const

/** Kinds of absence from work. */
export const absenceTypes = [
  "VACATION",
  "ANNUAL_LEAVE",
  "PAID_TIME_OFF",
  "TIME_OFF",
  "HOLIDAY",
  "PERSONAL",
  "SICK",
  "SHORT_TERM_DISABILITY",
  "LONG_TERM_DISABILITY",
  "MATERNITY",
  "PATERNITY",
  "PARENTAL",
  "FAMILY_MEDICAL_LEAVE",
  "BEREAVEMENT",
  "COMPASSIONATE",
  "EMERGENCY_LEAVE",
  "LEAVE_OF_ABSENCE",
  "JURY_DUTY",
  "VOLUNTEER",
  "COMPENSATORY",
  "WORK_FROM_HOME",
  "UNPAID",
  "OTHER"
] as const

/** Units of leave. */
export const leaveUnits = ["HOURS", "DAYS"] as const

/** How a question of an application form is answered. */
export const questionTypes = [
  "SINGLE_LINE_TEXT",
  "MULTI_LINE_TEXT",
  "EMAIL",
  "URL",
  "NUMBER",
  "CURRENCY",
  "DATE",
  "BOOLEAN",
  "SINGLE_SELECT",
  "MULTI_SELECT",
  "FILE",
  "UNIVERSITY",
  "INFORMATION"
] as const

/** Who can find a job or its advertisement; `UNLISTED` is open to whoever has the link. */
export const jobVisibilities = ["PUBLIC", "INTERNAL", "UNLISTED", "CONFIDENTIAL"] as const
