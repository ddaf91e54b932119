/** Lever's lists: where each is, how it pages, and what a record's absence from it means. */
import * as Page from "@crosswalk/core/Page"
import * as Resource from "@crosswalk/core/Resource"
import * as Since from "@crosswalk/core/Since"
import * as Wire from "@crosswalk/core/Wire"
import { ArchiveReason, Pipeline, Stage, Tag, User } from "./wire/Account.ts"
import { Feedback, File, Interview, Note, Offer, Resume } from "./wire/Child.ts"
import { EeoResponse } from "./wire/EeoResponse.ts"
import { Opportunity } from "./wire/Opportunity.ts"
import { ApplyForm, Posting, Requisition } from "./wire/Posting.ts"

const list = (items: Page.Path = "data") =>
  Page.cursor({ items, token: "next", param: "offset", more: "hasNext", size: ["limit", 100] })

// Beside `updated_at_start` postings take no parameter but the confidentiality, so the default page of 100 has to do.
const unsized = Page.cursor({ items: "data", token: "next", param: "offset", more: "hasNext" })

// Lever hides confidential records silently unless asked, and refuses to be asked by a key that lacks the right.
const confidentiality = (settings: Resource.Settings): Page.Query =>
  settings["confidential"] === "yes" ? { confidentiality: "all" } : {}

/** Opportunities, with their applications. */
export const opportunities = Resource.make("opportunities", {
  path: "/opportunities",
  wire: Opportunity,
  page: list(),
  id: (opportunity) => opportunity.id,
  query: (settings) => ({ expand: "applications", ...confidentiality(settings) }),
  since: Since.millis("updated_at_start"),
  // The list is in the order of stages: a record that moves while it is read can be missed.
  absence: { confirm: "/opportunities/{id}" },
  single: { path: "/opportunities/{id}", page: Page.object({ at: "data" }) },
  deletions: { path: "/opportunities/deleted", page: list(), since: Since.millis("deleted_at_start"), id: "id" },
  permission: "opportunities:read:admin"
})

/** Postings in every state: without a filter none is left out. */
export const postings = Resource.make("postings", {
  path: "/postings",
  wire: Posting,
  page: unsized,
  id: (posting) => posting.id,
  query: confidentiality,
  since: Since.millis("updated_at_start"),
  // A posting that turns confidential leaves the list and still exists.
  absence: { confirm: "/postings/{id}" },
  single: { path: "/postings/{id}", page: Page.object({ at: "data" }) },
  deletions: { path: "/postings/deleted", page: list(), since: Since.millis("deleted_at_start"), id: "id" },
  permission: "postings:read:admin"
})

/** Requisitions, keyed by the code by which postings name them. */
export const requisitions = Resource.make("requisitions", {
  path: "/requisitions",
  wire: Requisition,
  page: list(),
  id: (requisition) => Wire.text(requisition.requisitionCode) ?? requisition.id,
  query: confidentiality,
  permission: "requisitions:read:admin"
})

/** Application forms, one for each posting. */
export const applyForms = Resource.make("apply_forms", {
  path: "/postings/{parent}/apply",
  wire: ApplyForm,
  page: Page.object({ at: "data" }),
  id: (form) => form.id,
  parent: postings,
  permission: "postings:read:admin"
})

/** Users, with those who were deactivated: they are still named as owners and interviewers. */
export const users = Resource.make("users", {
  path: "/users",
  wire: User,
  page: list(),
  id: (user) => user.id,
  query: { includeDeactivated: "true" },
  // Users are deactivated, not deleted, except when Lever's staff merges two.
  absence: { confirm: "/users/{id}" },
  single: { path: "/users/{id}", page: Page.object({ at: "data" }) },
  permission: "users:read:admin"
})

/** Stages, the same for all postings. */
export const stages = Resource.make("stages", {
  path: "/stages",
  wire: Stage,
  page: list(),
  id: (stage) => stage.id,
  permission: "stages:read:admin"
})

/** Key of the account's one pipeline. */
export const thePipeline = "pipeline"

/** The order and the groups of stages: one object. */
export const pipeline = Resource.make("disposition_stages", {
  path: "/disposition_stages",
  wire: Pipeline,
  page: Page.object({ at: "data" }),
  id: () => thePipeline,
  permission: "stages:read:admin"
})

/** Archive reasons, those no longer in use among them. */
export const archiveReasons = Resource.make("archive_reasons", {
  path: "/archive_reasons",
  wire: ArchiveReason,
  page: list(),
  id: (reason) => reason.id,
  permission: "archive_reasons:read:admin"
})

/** Tags. */
export const tags = Resource.make("tags", {
  path: "/tags",
  wire: Tag,
  page: list(),
  id: (tag) => tag.text,
  permission: "tags:read:admin"
})

/**
 * Equal opportunity answers of known persons. Those without (`/eeo/responses`) have no id and no link to an
 * application, so no record could be made of them.
 */
export const eeoResponses = Resource.make("eeo_responses", {
  path: "/eeo/responses/pii",
  wire: EeoResponse,
  page: list(["data", "data.eeoResponses"]),
  id: (response) => response.id ?? response.applicationId ?? response.opportunityId ?? null,
  // Without a window the list shows the last week only.
  query: { created_at_start: "0" },
  permission: "eeo_responses_pii:read:admin"
})

/** Interviews of an opportunity. */
export const interviews = Resource.make("interviews", {
  path: "/opportunities/{parent}/interviews",
  wire: Interview,
  page: list(),
  id: (interview) => interview.id,
  parent: opportunities,
  permission: "interviews:read:admin"
})

/** Feedback on an opportunity. */
export const feedback = Resource.make("feedback", {
  path: "/opportunities/{parent}/feedback",
  wire: Feedback,
  page: list(),
  id: (form) => form.id,
  deletedAt: (form) => Wire.instantFromMillis(form.deletedAt),
  parent: opportunities,
  permission: "feedback:read:admin"
})

/** Notes on an opportunity. */
export const notes = Resource.make("notes", {
  path: "/opportunities/{parent}/notes",
  wire: Note,
  page: list(),
  id: (note) => note.id,
  deletedAt: (note) => Wire.instantFromMillis(note.deletedAt),
  parent: opportunities,
  permission: "notes:read:admin"
})

/** Offers made in an opportunity. */
export const offers = Resource.make("offers", {
  path: "/opportunities/{parent}/offers",
  wire: Offer,
  page: list(),
  id: (offer) => offer.id,
  parent: opportunities,
  permission: "offers:read:admin"
})

/** Files of an opportunity; documented as a bare list. */
export const files = Resource.make("files", {
  path: "/opportunities/{parent}/files",
  wire: File,
  page: list(["data", ""]),
  id: (file) => file.id,
  parent: opportunities,
  permission: "files:read:admin"
})

/** Résumés of an opportunity. */
export const resumes = Resource.make("resumes", {
  path: "/opportunities/{parent}/resumes",
  wire: Resume,
  page: list(),
  id: (resume) => resume.id,
  parent: opportunities,
  permission: "resumes:read:admin"
})
