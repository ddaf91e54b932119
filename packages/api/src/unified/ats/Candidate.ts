/** Candidates. */
import { Application } from "@crosswalk/core/ats/Application"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Job } from "@crosswalk/core/ats/Job"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import type { Ours } from "../../Word.ts"
import * as Word from "../../Word.ts"
import type { RecordOf } from "../../Related.ts"
import * as Time from "../../Time.ts"
import * as Metadata from "../Metadata.ts"
import * as Optional from "../Optional.ts"
import * as PostalAddress from "../PostalAddress.ts"
import * as Reach from "../Reach.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

const span = {
  start_at: Optional.instant("When it began, if the day is known."),
  end_at: Optional.instant("When it ended, if the day is known.")
}

const Education = Schema.Struct({
  degree: Optional.text("Degree."),
  ...span,
  field_of_study: Optional.text("What was studied."),
  institution: Optional.text("The school.")
}).annotate({ identifier: "Education" })

const Experience = Schema.Struct({
  company_name: Optional.text("The employer."),
  ...span,
  title: Optional.text("Position held.")
}).annotate({ identifier: "Experience" })

const origins = {
  AGENCY: "AGENCY",
  APPLIED: "APPLIED",
  INTERNAL: "INTERNAL",
  REFERRED: "REFERRED",
  SOURCED: "SOURCED",
  UNIVERSITY: "UNIVERSITY"
} as const satisfies Word.Table<Ours<NonNullable<RecordOf<"candidate">["origin"]>>, string>

// A year or a month is no date-time: its first day would be invented.
const day = (text: string | null) => Time.midnight(text)

/** A candidate. */
export const candidate = Row.projection(
  Candidate,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    name: Optional.text("Full name."),
    first_name: Optional.text("Given name."),
    last_name: Optional.text("Family name."),
    emails: Optional.list(Reach.EmailAddress, "E-mail addresses."),
    telephones: Optional.list(Reach.Telephone, "Telephone numbers."),
    address: Optional.struct(
      PostalAddress.PostalAddress,
      "Where the person lives or wants to work; the first of several."
    ),
    title: Optional.text("Position that the person holds."),
    company_name: Optional.text("Where the person works or last worked."),
    summary: Optional.text("Longer description of the person."),
    date_of_birth: Optional.instant("Date of birth."),
    image_url: Optional.text("Address of a picture."),
    web_url: Optional.text("Page of the candidate in the vendor's application."),
    link_urls: Optional.texts("Web pages of the person."),
    education: Optional.list(Education, "Schools attended."),
    experiences: Optional.list(Experience, "Positions held."),
    skills: Optional.texts("Skills named."),
    tags: Optional.texts("Labels that recruiters gave."),
    sources: Optional.texts("Where the person came from, in the vendor's words."),
    origin: Optional.word(Object.values(origins), "How the person first came in."),
    external_identifier: Optional.text("The person's key in another system of the customer's."),
    job_ids: Optional.texts("Jobs that the person applied for."),
    user_id: Optional.text("The recruiter or hiring manager who looks after the person."),
    user_ids: Optional.texts("Everybody who follows the person."),
    ...Metadata.metadata
  }),
  {
    loads: [Relation.of(Candidate, Application, "candidate_id")],
    names: [
      Relation.to(Candidate, "job_ids", Job),
      Relation.to(Application, "job_id", Job),
      ...Reference.people(Candidate, "user_id"),
      ...Reference.people(Candidate, "user_ids")
    ],
    fields: {
      ...Row.rules,
      ...Metadata.rules,
      name: ({ name }) => name,
      first_name: ({ first_name }) => first_name,
      last_name: ({ last_name }) => last_name,
      emails: ({ emails }) => Reach.emails(emails),
      telephones: ({ phones }) => Reach.telephones(phones),
      address: ({ locations }) => PostalAddress.of(locations?.[0]),
      title: ({ headline, title }) => title ?? headline,
      company_name: ({ company }) => company,
      summary: ({ summary }) => summary,
      date_of_birth: ({ date_of_birth }) => Time.midnight(date_of_birth),
      image_url: ({ avatar }) => avatar,
      web_url: ({ web_url }) => web_url,
      link_urls: ({ urls }) => Reach.links(urls),
      education: ({ education }) =>
        education?.map(({ degree, ended_on, field, institution, started_on }) => ({
          degree,
          start_at: day(started_on),
          end_at: day(ended_on),
          field_of_study: field,
          institution
        })),
      experiences: ({ experiences }) =>
        experiences?.map(({ company, ended_on, started_on, title }) => ({
          company_name: company,
          start_at: day(started_on),
          end_at: day(ended_on),
          title
        })),
      skills: ({ skills }) => skills,
      tags: ({ tags }) => tags,
      sources: ({ sources }) => sources,
      origin: ({ origin }) => Word.open(origins, origin),
      external_identifier: ({ external_identifier }) => external_identifier,
      job_ids: ({ id, job_ids }, context) => {
        const applied = context.of("application", "candidate_id", id).flatMap(({ job_id }) => job_id ?? [])
        const all = job_ids === null && applied.length === 0 ? null : [...new Set([...(job_ids ?? []), ...applied])]
        return Reference.many(context, "job", all)
      },
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id),
      user_ids: ({ user_ids }, context) => Reference.many(context, "employee", user_ids)
    }
  }
)
