/** An opportunity's application, and what an opportunity's children refer to through it. */
import { derived } from "@crosswalk/core/Mapper"
import type { Application, Opportunity } from "../wire/Opportunity.ts"

/** The applications in an opportunity, at most one; one that was not expanded is known by its id alone. */
export const applications = (opportunity: Opportunity): ReadonlyArray<Application> =>
  (opportunity.applications ?? []).map((application) =>
    typeof application === "string" ? { id: application } : application
  )

/** A child's own record beside the opportunity that it is listed for. */
export interface Child {
  readonly opportunity: Opportunity | null
}

/** The posting that the opportunity's application is for. */
export const postingOf = ({ opportunity }: Child): string | null =>
  (opportunity === null ? undefined : applications(opportunity)[0])?.posting ?? null

/** The person and the application that a child of an opportunity is about. */
export const candidacy = {
  candidate_id: derived("the contact of its opportunity", ({ opportunity }: Child) => opportunity?.contact ?? null),
  application_id: derived(
    "the application of its opportunity, which has at most one",
    ({ opportunity }: Child) => (opportunity === null ? undefined : applications(opportunity)[0])?.id ?? null
  )
}
