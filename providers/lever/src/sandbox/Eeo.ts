/**
 * Answers to the equal-opportunity survey, with and without the person.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account } from "./Account.ts"
import * as Facts from "./Facts.ts"
import { eeo } from "./Forms.ts"

/** Whether the opportunity in a row has a survey record. */
export const exists = (account: Account, row: number): boolean =>
  Facts.posting(account, row) !== undefined && (row < 2 || Seeded.chance(account.source.application, row, 20, 0.6))

const twoDigits = (value: number) => String(value).padStart(2, "0")

/** What was answered; what was not is absent. */
export const answers = (account: Account, row: number): JsonObject => {
  const source = account.source.application
  const given = (field: number) => row === 0 || Seeded.chance(source, row, field, 0.65)
  const disability = given(27)
  return {
    ...(given(21) ? { gender: Seeded.pick(source, row, 22, eeo.gender) } : {}),
    ...(given(23) ? { race: Seeded.pick(source, row, 24, eeo.race) } : {}),
    ...(given(25) ? { veteran: Seeded.pick(source, row, 26, eeo.veteran) } : {}),
    ...(disability
      ? {
          disability: Seeded.pick(source, row, 28, eeo.disability),
          disabilitySignatureDate: `${twoDigits(1 + (row % 12))}/${twoDigits(1 + (row % 28))}/2025`
        }
      : {})
  }
}

const part = (value: Json | undefined, key: string): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (Object.entries(value).find(([name]) => name === key)?.[1] ?? null)
    : null

/** The record without a person: no id, and nothing that leads to the application. */
export const anonymous = (
  opportunity: JsonObject,
  application: JsonObject,
  title: Json,
  answers: JsonObject
): JsonObject => ({
  applicationArchivedAt: part(application.archived, "archivedAt"),
  applicationArchivedBy: application.archived === null ? null : (opportunity.owner ?? null),
  applicationArchiveReason: part(application.archived, "reason"),
  applicationTitle: title,
  appliedAt: application.createdAt ?? null,
  currentStage: opportunity.stage ?? null,
  ...answers
})

/** The record with the person. */
export const identified = (
  opportunity: JsonObject,
  application: JsonObject,
  title: Json,
  answers: JsonObject
): JsonObject => ({
  id: application.id ?? null,
  ...anonymous(opportunity, application, title, answers),
  applicationId: application.id ?? null,
  contact: opportunity.contact ?? null,
  eeoResponseSource: "api",
  eeoSurveyRespondedAt: typeof application.createdAt === "number" ? application.createdAt + 60 : null,
  hiredDate: application.requisitionForHire === null ? null : part(application.archived, "archivedAt"),
  hiringManager: application.postingHiringManager ?? null,
  opportunityId: opportunity.id ?? null,
  opportunityOwner: opportunity.owner ?? null,
  origin: opportunity.origin ?? null,
  posting: application.posting ?? null,
  sources: opportunity.sources ?? []
})
