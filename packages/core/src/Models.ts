/**
 * All unified models: what look-ups, documentation and the reference table are made from.
 */
import { Activity } from "./ats/Activity.ts"
import { Application } from "./ats/Application.ts"
import { Attachment } from "./ats/Attachment.ts"
import { Candidate } from "./ats/Candidate.ts"
import { Department } from "./ats/Department.ts"
import { Document } from "./ats/Document.ts"
import { Eeoc } from "./ats/Eeoc.ts"
import { Job } from "./ats/Job.ts"
import { JobInterviewStage } from "./ats/JobInterviewStage.ts"
import { Note } from "./ats/Note.ts"
import { Offer } from "./ats/Offer.ts"
import { Office } from "./ats/Office.ts"
import { RejectReason } from "./ats/RejectReason.ts"
import { ScheduledInterview } from "./ats/ScheduledInterview.ts"
import { Scorecard } from "./ats/Scorecard.ts"
import { ScreeningQuestion } from "./ats/ScreeningQuestion.ts"
import { Tag } from "./ats/Tag.ts"
import { User } from "./ats/User.ts"
import type { Category } from "./Category.ts"
import { Contact } from "./crm/Contact.ts"
import { CrmCompany } from "./crm/CrmCompany.ts"
import { Deal } from "./crm/Deal.ts"
import { Lead } from "./crm/Lead.ts"
import { BankInfo } from "./hris/BankInfo.ts"
import { Company } from "./hris/Company.ts"
import { Compensation } from "./hris/Compensation.ts"
import { Dependent } from "./hris/Dependent.ts"
import { Employee } from "./hris/Employee.ts"
import { Employment } from "./hris/Employment.ts"
import { Group } from "./hris/Group.ts"
import { Location } from "./hris/Location.ts"
import { Payslip } from "./hris/Payslip.ts"
import { TimeOff } from "./hris/TimeOff.ts"
import { TimeOffBalance } from "./hris/TimeOffBalance.ts"
import { Page } from "./kms/Page.ts"
import { Space } from "./kms/Space.ts"
import * as Model from "./Model.ts"
import type { ModelName } from "./ModelName.ts"
import { Connector } from "./platform/Connector.ts"
import { File } from "./storage/File.ts"
import { Project } from "./task/Project.ts"
import { Ticket } from "./ticketing/Ticket.ts"
import { TicketNote } from "./ticketing/TicketNote.ts"
import { Call } from "./uc/Call.ts"

/** A model for every name: a name without its model, or under another's name, does not compile. */
const models = {
  activity: Activity,
  application: Application,
  attachment: Attachment,
  candidate: Candidate,
  department: Department,
  document: Document,
  eeoc: Eeoc,
  job: Job,
  job_interview_stage: JobInterviewStage,
  note: Note,
  offer: Offer,
  office: Office,
  reject_reason: RejectReason,
  scheduled_interview: ScheduledInterview,
  scorecard: Scorecard,
  screening_question: ScreeningQuestion,
  tag: Tag,
  user: User,
  call: Call,
  contact: Contact,
  crm_company: CrmCompany,
  deal: Deal,
  lead: Lead,
  bank_info: BankInfo,
  company: Company,
  compensation: Compensation,
  dependent: Dependent,
  employee: Employee,
  employment: Employment,
  group: Group,
  location: Location,
  payslip: Payslip,
  time_off: TimeOff,
  time_off_balance: TimeOffBalance,
  page: Page,
  space: Space,
  file: File,
  project: Project,
  ticket: Ticket,
  ticket_note: TicketNote,
  connector: Connector
} satisfies { readonly [Name in ModelName]: Model.Any & { readonly name: Name } }

/** Every model, grouped by category. */
export const all: ReadonlyArray<Model.Any> = Object.values(models)

/** The model of a name. */
export const byName = <Name extends ModelName>(name: Name): (typeof models)[Name] => models[name]

/** The models of a category, by name. */
export const inCategory = (category: Category): ReadonlyArray<Model.Any> =>
  all.filter((model) => model.category === category)

/** A field that holds ids of another model's records. */
export interface Reference {
  readonly category: Category
  readonly model: ModelName
  readonly field: string
  readonly description: string
}

/** Every field of every model that refers to the model `to`, in the order of {@link all}. */
export const references = (to: ModelName): ReadonlyArray<Reference> =>
  all.flatMap((model) =>
    Model.fields(model).flatMap(({ field, reference, description }) =>
      reference === to ? [{ category: model.category, model: model.name, field, description: description ?? "" }] : []
    )
  )
