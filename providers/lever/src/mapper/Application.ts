/** Application ← the application inside an opportunity; its state is the opportunity's. */
import { Application } from "@crosswalk/core/ats/Application"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { known, vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { archiveReasons, opportunities } from "../LeverResources.ts"
import type { ArchiveReason } from "../wire/Account.ts"
import { chapter } from "../wire/Docs.ts"
import type { Opportunity } from "../wire/Opportunity.ts"
import { applications } from "./Candidacy.ts"
import { answer } from "./Question.ts"

type Archived = { readonly remote: Opportunity; readonly reasons: ReadonlyArray<ArchiveReason> | null }

const outcome = vocabulary({ hired: "HIRED", "non-hired": "REJECTED" })

// A reason that is not known tells neither of a hire nor of a rejection.
const reasonType = ({ remote, reasons }: Archived) => (remote.archived ? (reasons?.[0]?.type ?? null) : null)

const archivedAs = (type: string, input: Archived): string | null =>
  reasonType(input) === type ? Wire.instantFromMillis(input.remote.archived?.archivedAt) : null

export const application = Mapper.make(
  Application,
  Source.each(
    opportunities,
    { of: applications, id: ({ id }) => id },
    { reasons: Source.lookup(archiveReasons, ({ archived }: Opportunity) => [archived?.reason]) }
  ),
  {
    docs: chapter("applications"),
    fields: {
      remote_id: ({ item }) => item.id,
      remote_created_at: ({ item }) => Wire.instantFromMillis(item.createdAt),
      remote_updated_at: derived("the opportunity's update, which covers its application", ({ remote }) =>
        Wire.instantFromMillis(remote.updatedAt)
      ),
      custom_fields: absent("what a form asks beyond the usual stands in screening_answers"),
      candidate_id: ({ remote }) => remote.contact,
      job_id: ({ item }) => item.posting ?? null,
      stage_id: ({ remote }) => remote.stage ?? null,
      status: derived("active until archived; then hired or rejected by the type of the archive reason", (input) =>
        input.remote.archived ? outcome(reasonType(input)) : known("ACTIVE")
      ),
      phase: absent("is the stage's"),
      applied_at: ({ item }) => Wire.instantFromMillis(item.createdAt),
      hired_at: derived("when it was archived for a reason of type hired", (input) => archivedAs("hired", input)),
      rejected_at: derived("when it was archived for a reason of type non-hired", (input) =>
        archivedAs("non-hired", input)
      ),
      // Opportunities of hired people have an archive reason too, which is none for rejecting them.
      reject_reason_id: derived("the archive reason, if its type is non-hired", (input) =>
        reasonType(input) === "non-hired" ? (input.remote.archived?.reason ?? null) : null
      ),
      source: derived("the first of the opportunity's sources", ({ remote }) => Wire.text(remote.sources?.[0])),
      summary: absent("Lever has none"),
      // A referral brings a form that the referring colleague filled in; that one answers nothing for the applicant.
      screening_answers: ({ item }) =>
        Wire.list(item.customQuestions, (form) => (form.type === "referral" ? null : (form.fields ?? [])))
          ?.flat()
          .map(answer) ?? null,
      web_url: derived("the page of the opportunity", ({ remote }) => Wire.text(remote.urls?.show)),
      offer_ids: absent("offers name their application"),
      interview_ids: absent("interviews name their application"),
      credited_to_id: derived(
        "who sourced the opportunity, else who referred the applicant",
        ({ item, remote }) => Wire.text(remote.sourcedBy) ?? (item.type === "referral" ? Wire.text(item.user) : null)
      ),
      user_id: derived("the owner of the opportunity", ({ remote }) => Wire.text(remote.owner))
    }
  }
)
