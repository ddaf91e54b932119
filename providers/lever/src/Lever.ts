/** The declaration of Lever: how it is reached, and what is made of what it lists. */
import * as Auth from "@crosswalk/core/Auth"
import * as Page from "@crosswalk/core/Page"
import * as Provider from "@crosswalk/core/Provider"
import { CursorExpired } from "@crosswalk/core/ProviderError"
import type { Failure } from "@crosswalk/core/ProviderError"
import * as Wire from "@crosswalk/core/Wire"
import { Predicate } from "effect"
import { feedbackActivity, noteActivity } from "./mapper/Activity.ts"
import { application } from "./mapper/Application.ts"
import { fileAttachment, offerAttachment, resumeAttachment } from "./mapper/Attachment.ts"
import { candidate } from "./mapper/Candidate.ts"
import { department } from "./mapper/Department.ts"
import { fileDocument, offerDocument, resumeDocument } from "./mapper/Document.ts"
import { eeoc } from "./mapper/Eeoc.ts"
import { job } from "./mapper/Job.ts"
import { jobInterviewStage } from "./mapper/JobInterviewStage.ts"
import { note } from "./mapper/Note.ts"
import { offer } from "./mapper/Offer.ts"
import { office } from "./mapper/Office.ts"
import { rejectReason } from "./mapper/RejectReason.ts"
import { scheduledInterview } from "./mapper/ScheduledInterview.ts"
import { scorecard } from "./mapper/Scorecard.ts"
import { screeningQuestion } from "./mapper/ScreeningQuestion.ts"
import { tag } from "./mapper/Tag.ts"
import { user } from "./mapper/User.ts"
import { docs } from "./wire/Docs.ts"

const mappers = [
  user,
  rejectReason,
  jobInterviewStage,
  tag,
  job,
  department,
  office,
  screeningQuestion,
  candidate,
  application,
  eeoc,
  scheduledInterview,
  scorecard,
  note,
  noteActivity,
  feedbackActivity,
  offer,
  fileAttachment,
  resumeAttachment,
  offerAttachment,
  fileDocument,
  resumeDocument,
  offerDocument
]

// Applications are read inside their opportunities, which takes a right of its own.
const permissions = Wire.distinct([
  "applications:read:admin",
  ...Provider.resourcesFor(mappers).flatMap(({ permission }) => (permission === null ? [] : [permission]))
])

const textAt = (body: unknown, key: string): string | null => {
  const value = Page.at(body, key)
  return Predicate.isString(value) ? value : null
}

// Lever does not document what becomes of an old page token. `offset` carries nothing else, so a refusal that names it
// is about the token.
const isTokenRefused = (status: number, message: string | null) => status === 400 && /\boffset\b/i.test(message ?? "")

const failure = (body: unknown, { status }: Failure): Provider.FailureReading => {
  const code = textAt(body, "code")
  const detail = textAt(body, "message")
  return isTokenRefused(status, detail)
    ? { code, detail, reason: new CursorExpired({ detail: detail ?? "offset" }) }
    : { code, detail }
}

/** Lever, an applicant tracking system. */
export const lever = Provider.make("lever", {
  name: "Lever",
  categories: ["ats"],
  docs,
  api: { version: "v1", sunset: null },
  auth: [
    Auth.apiKeyAsUser(Auth.secret("api_key", "API key")),
    Auth.authorizationCode({
      authorizeUrl: "https://auth.lever.co/authorize",
      tokenUrl: "https://auth.lever.co/oauth/token",
      scopes: ["offline_access", ...permissions],
      authorizeParams: { audience: "https://api.lever.co/v1/" },
      rotates: true
    })
  ],
  baseUrls: { production: "https://api.lever.co/v1", sandbox: "https://api.sandbox.lever.co/v1" },
  hosts: ["auth.lever.co", "sandbox-lever.auth0.com"],
  rateLimit: { limit: 10, windowSeconds: 1, burst: 20 },
  settings: {
    confidential: { title: "Read confidential records, if the key was granted them: yes or no", default: "no" }
  },
  mappers,
  failure
})
