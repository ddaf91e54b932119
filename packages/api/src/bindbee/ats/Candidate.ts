/** Candidates. */
import { Application } from "@crosswalk/core/ats/Application"
import { Attachment } from "@crosswalk/core/ats/Attachment"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import * as Linked from "../../Linked.ts"
import * as Shape from "../../Shape.ts"
import * as Time from "../../Time.ts"
import { line } from "../PostalAddress.ts"
import * as Row from "../Row.ts"
import * as WebAddress from "./WebAddress.ts"

const texts = (description: string) => Shape.maybeList(Schema.String, description)

const shape = Row.shape("Candidate", {
  first_name: Shape.text("Given name."),
  last_name: Shape.text("Family name."),
  company: Shape.text("Where the person works or last worked."),
  title: Shape.text("Position that the person holds."),
  last_interaction_at: Shape.instant("When somebody last dealt with the person."),
  is_private: Shape.boolean("Whether only some users may see the person."),
  can_email: Shape.boolean("Whether the person may be written to."),
  locations: texts("Where the person lives or wants to work, each on one line."),
  phone_numbers: texts("Telephone numbers, as the vendor writes them."),
  email_addresses: texts("E-mail addresses."),
  urls: Shape.maybeList(WebAddress.AtsUrl, "Web pages of the person."),
  tags: texts("Labels that recruiters gave."),
  applications: Row.many("The person's applications."),
  attachments: Row.many("Files about the person."),
  remote_created_at: Shape.instant("When the record was created at the vendor."),
  remote_updated_at: Shape.instant("When the record was last changed at the vendor."),
  avatar: Shape.text("Address of a picture.")
})

const values = (list: ReadonlyArray<{ readonly value: string }> | null) => list?.map(({ value }) => value) ?? null

/** A candidate. */
export const candidate = Row.projection(Candidate, shape, {
  ids: [Relation.of(Candidate, Application, "candidate_id"), Relation.of(Candidate, Attachment, "candidate_id")],
  fields: {
    ...Row.rules,
    first_name: ({ first_name }) => first_name,
    last_name: ({ last_name }) => last_name,
    company: ({ company }) => company,
    title: ({ title }) => title,
    last_interaction_at: ({ last_interaction_at }) => Time.instant(last_interaction_at),
    is_private: ({ is_private }) => is_private,
    can_email: ({ can_email }) => can_email,
    locations: ({ locations }) => locations?.flatMap((address) => line(address) ?? []) ?? null,
    phone_numbers: ({ phones }) => values(phones),
    email_addresses: ({ emails }) => values(emails),
    urls: ({ urls }) => WebAddress.urls(urls),
    tags: ({ tags }) => tags,
    applications: ({ application_ids, id }, related) =>
      Linked.ids(application_ids, related.ids("application", "candidate_id", id)),
    attachments: ({ attachment_ids, id }, related) =>
      Linked.ids(attachment_ids, related.ids("attachment", "candidate_id", id)),
    remote_created_at: ({ remote_created_at }) => Time.instant(remote_created_at),
    remote_updated_at: ({ remote_updated_at }) => Time.instant(remote_updated_at),
    avatar: ({ avatar }) => avatar
  }
})
