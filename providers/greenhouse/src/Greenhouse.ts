/** Greenhouse Recruiting, an applicant tracking system. */
import * as Auth from "@crosswalk/core/Auth"
import * as Page from "@crosswalk/core/Page"
import * as Provider from "@crosswalk/core/Provider"
import { CursorExpired } from "@crosswalk/core/ProviderError"
import type { Failure } from "@crosswalk/core/ProviderError"
import { Predicate } from "effect"
import { activity } from "./mapper/Activity.ts"
import { application } from "./mapper/Application.ts"
import { attachment, document } from "./mapper/Attachment.ts"
import { candidate } from "./mapper/Candidate.ts"
import { eeoc } from "./mapper/Eeoc.ts"
import { job } from "./mapper/Job.ts"
import { jobInterviewStage } from "./mapper/JobInterviewStage.ts"
import { note } from "./mapper/Note.ts"
import { offer } from "./mapper/Offer.ts"
import { department, office, rejectReason, tag } from "./mapper/Organisation.ts"
import { scheduledInterview } from "./mapper/ScheduledInterview.ts"
import { scorecard } from "./mapper/Scorecard.ts"
import { screeningQuestion } from "./mapper/ScreeningQuestion.ts"
import { user } from "./mapper/User.ts"
import { docs } from "./wire/Docs.ts"

const mappers = [
  user,
  department,
  office,
  rejectReason,
  tag,
  jobInterviewStage,
  job,
  screeningQuestion,
  application,
  candidate,
  eeoc,
  attachment,
  document,
  note,
  activity,
  offer,
  scheduledInterview,
  scorecard
]

/** Greenhouse's words: a message, or a list of them. */
const wordsOf = (body: unknown): string | null => {
  const errors = Page.at(body, "errors")
  const words = [Page.at(body, "message"), ...(Array.isArray(errors) ? errors : [])].flatMap((one: unknown) => {
    const text = Predicate.isString(one) ? one : Page.at(one, "message")
    return Predicate.isString(text) && text !== "" ? [text] : []
  })
  return words.length === 0 ? null : words.join("; ")
}

// What Greenhouse says of an expired cursor is not documented. Of a cursor in company, which is our mistake, it is.
const isCursorRefused = (status: number, words: string | null) =>
  status === 422 && /\bcursor\b/i.test(words ?? "") && !/other (query )?param/i.test(words ?? "")

const failure = (body: unknown, { detail, status }: Failure): Provider.FailureReading => {
  const words = wordsOf(body)
  if (isCursorRefused(status, words)) return { reason: new CursorExpired({ detail: words ?? "" }) }
  if (status === 403) {
    // A scope that was granted is not enough, and Greenhouse does not say which of the two is missing.
    const why = `${words ?? detail}; the scope must be granted, and the user who acts must be a Site Admin: connect as one with the credential "sub"`
    return { detail: why }
  }
  return { detail: words }
}

const tokenUrl = "https://auth.greenhouse.io/token"

/** Greenhouse Recruiting, by its Harvest API of version 3. */
export const greenhouse = Provider.make("greenhouse", {
  name: "Greenhouse",
  categories: ["ats"],
  docs,
  api: { version: "v3", sunset: null },
  auth: [
    Auth.authorizationCode({
      authorizeUrl: "https://auth.greenhouse.io/authorize",
      tokenUrl,
      clientAuthentication: "basic",
      scopes: Provider.resourcesFor(mappers).flatMap(({ permission }) => (permission === null ? [] : [permission])),
      rotates: true
    }),
    // Scopes are chosen with the credentials. Without `sub` a service account acts for the integration.
    Auth.clientCredentials({
      tokenUrl,
      clientAuthentication: "basic",
      tokenParams: { sub: "{sub}" },
      fields: [Auth.optional(Auth.plain("sub", "Id of the Site Admin in whose name to read"))]
    })
  ],
  baseUrls: { production: "https://harvest.greenhouse.io/v3" },
  hosts: ["auth.greenhouse.io"],
  // Greenhouse counts in windows of 30 seconds and announces each account's ceiling in its answers, which end a window
  // early where it is lower than this, its documentation's example.
  rateLimit: { limit: 75, windowSeconds: 30, burst: 75 },
  mappers,
  failure
})
