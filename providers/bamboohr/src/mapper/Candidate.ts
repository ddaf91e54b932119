/** Candidate ← all applications of one applicant, with the openings they are for. */
import { Candidate } from "@crosswalk/core/ats/Candidate"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import * as Wire from "@crosswalk/core/Wire"
import { type Application, applications, docs, jobs } from "../BamboohrWire.ts"

type Applied = typeof Application.Type

/** The applications of one applicant, and their openings as far as they can be read. */
interface Applicant {
  readonly remotes: ReadonlyArray<Applied>
}

const appliedAt = ({ appliedDate }: Applied): string => Wire.instant(appliedDate) ?? ""

/** The application that came last: it holds what the person said of themselves last. */
const latest = ({ remotes }: Applicant): Applied | undefined => {
  const [first, ...rest] = remotes
  let found = first
  for (const remote of rest) if (found === undefined || appliedAt(remote) > appliedAt(found)) found = remote
  return found
}

const applicant = (input: Applicant) => latest(input)?.applicant

const name = (input: Applicant): string | null =>
  Wire.text(
    [applicant(input)?.firstName, applicant(input)?.lastName].flatMap((part) => Wire.text(part) ?? []).join(" ")
  )

const values = <A>(input: Applicant, read: (remote: Applied) => A | null): ReadonlyArray<A> =>
  Wire.distinct(Wire.list(input.remotes, read) ?? [])

const byCall = absent("only the record of a single application has it: a call for each of them")
const none = absent("BambooHR has none")

const applicants = Source.group(applications, ({ applicant }) => Wire.id(applicant?.id), {
  jobs: Source.lookup(jobs, ({ job }: Applied) => [job?.id])
})

export const candidate = Mapper.make(Candidate, applicants, {
  docs: `${docs}/get-applications`,
  fields: {
    remote_id: ({ key }) => key,
    remote_created_at: none,
    remote_updated_at: none,
    custom_fields: none,
    name: derived("given and family name of the latest application", name),
    first_name: derived("that of the latest application", (input) => Wire.text(applicant(input)?.firstName)),
    last_name: derived("that of the latest application", (input) => Wire.text(applicant(input)?.lastName)),
    company: none,
    title: none,
    headline: none,
    summary: none,
    emails: derived("those of all applications", (input) =>
      values(input, ({ applicant }) => Wire.text(applicant?.email)).map((value) => ({ value, type: null }))
    ),
    phones: byCall,
    urls: byCall,
    locations: byCall,
    date_of_birth: none,
    avatar: derived("that of the latest application", (input) => Wire.text(applicant(input)?.avatar)),
    experiences: none,
    education: byCall,
    skills: none,
    tags: none,
    sources: derived("those of all applications", (input) =>
      values(input, ({ applicant }) => Wire.text(applicant?.source))
    ),
    origin: none,
    is_private: none,
    can_email: none,
    is_anonymized: none,
    external_identifier: none,
    web_url: none,
    last_interaction_at: none,
    application_ids: (input) => values(input, ({ id }) => Wire.id(id)),
    attachment_ids: byCall,
    tag_ids: none,
    job_ids: (input) => values(input, ({ job }) => Wire.id(job?.id)),
    user_id: derived("the hiring lead of the opening that was applied for last", (input) => {
      const job = Wire.id(latest(input)?.job?.id)
      const found = input.jobs?.find(({ id }) => Wire.id(id) === job)
      return Wire.id(found?.hiringLead?.employeeId)
    }),
    user_ids: none
  }
})
