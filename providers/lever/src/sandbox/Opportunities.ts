/**
 * Opportunities and their applications, as the list sends them.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { remarks } from "@crosswalk/sandbox/Vocabulary"
import type { Account } from "./Account.ts"
import * as Contacts from "./Contacts.ts"
import * as Facts from "./Facts.ts"
import * as Jobs from "./Jobs.ts"
import * as Forms from "./Forms.ts"
import * as Postings from "./Postings.ts"
import * as Requisitions from "./Requisitions.ts"
import * as Users from "./Users.ts"

const source = (account: Account) => account.source.opportunity

const field = { owner: 20, follower: 21, sourcedBy: 22, tag: 23, source: 24, snoozed: 25 } as const

export const id = (account: Account, row: number): string => Seeded.uuid(source(account), row)

export const applicationId = (account: Account, row: number): string => Seeded.uuid(account.source.application, row)

/** The row of its owner among the users. The fourth record belongs to somebody who has left. */
export const owner = (account: Account, row: number): number =>
  row === 3 ? 5 : Users.some(account, Seeded.bits(source(account), row, field.owner))

export const customTags = ["Top talent", "top talent", "Relocation", "Alumni", "Visa needed", "Références ok"] as const

const sourcesByOrigin: Readonly<Record<string, readonly [string, ...ReadonlyArray<string>]>> = {
  applied: ["Job site", "Glassdoor", "LinkedIn"],
  sourced: ["LinkedIn", "GitHub", "Added manually"],
  referred: ["Referral", "Social referral"],
  agency: ["Agency Northbridge"],
  university: ["Campus fair"],
  internal: ["Internal"]
}

export const allSources: ReadonlyArray<string> = [...new Set(Object.values(sourcesByOrigin).flat()), "Conference"]

export const tags = (account: Account, row: number): ReadonlyArray<string> => {
  const posting = Facts.posting(account, row)
  const own = row % 4 === 0 ? [Seeded.pick(source(account), row, field.tag, customTags)] : []
  if (posting === undefined) return own
  const { commitment, department, location, team, title } = Jobs.categories(account, posting)
  return [...own, title, department, team, location, commitment]
}

export const sources = (account: Account, row: number): ReadonlyArray<string> => {
  const first = Seeded.pick(
    source(account),
    row,
    field.source,
    sourcesByOrigin[Facts.origin(account, row)] ?? ["Job site"]
  )
  return row % 25 === 14 ? [] : row % 25 === 4 ? [first, "Conference"] : [first]
}

/** The way to where it stands: from the first stage of its kind, with a step back now and then. */
const stageChanges = (account: Account, row: number): ReadonlyArray<JsonObject> => {
  const now = Facts.stage(account, row)
  const created = Facts.createdAt(account, row)
  const advanced = Facts.lastAdvancedAt(account, row)
  const start = Facts.origin(account, row) === "applied" && now >= 3 ? 3 : 0
  const way =
    now === start
      ? [now]
      : now - start > 2
        ? [start, row % 9 === 0 ? now + (now < 10 ? 1 : -1) : start + 1, now]
        : [start, now]
  const user = Users.id(account, owner(account, row))
  return way.map((stage, at) => ({
    toStageId: account.stages[stage]?.id ?? "lead-new",
    toStageIndex: stage,
    updatedAt: way.length === 1 ? created : created + Math.floor(((advanced - created) * at) / (way.length - 1)),
    userId: user
  }))
}

const archived = (account: Account, row: number, after = 0): Json => {
  const archivedAt = Facts.archivedAt(account, row)
  return archivedAt === null
    ? null
    : { reason: account.reasons[Facts.reason(account, row)]?.id ?? null, archivedAt: archivedAt + after }
}

export const record = (account: Account, row: number): JsonObject => {
  const opportunity = id(account, row)
  const person = Facts.contactRow(account, row)
  const { isAnonymized, dataProtection, ...contact } = Contacts.contact(account, person)
  const posting = Facts.posting(account, row)
  const origin = Facts.origin(account, row)
  const followers = [owner(account, row), Users.some(account, Seeded.bits(source(account), row, field.follower))]
  const snoozed = row > 9 && Seeded.chance(source(account), row, field.snoozed, 0.02)
  return {
    id: opportunity,
    name: contact.name,
    contact: Contacts.id(account, person),
    headline: contact.headline,
    stage: account.stages[Facts.stage(account, row)]?.id ?? "lead-new",
    confidentiality: Facts.isConfidential(account, row) ? "confidential" : "non-confidential",
    location: contact.location,
    phones: contact.phones,
    emails: contact.emails,
    links: contact.links,
    archived: archived(account, row),
    tags: tags(account, row),
    sources: sources(account, row),
    stageChanges: stageChanges(account, row),
    origin,
    sourcedBy:
      origin === "sourced"
        ? Users.id(account, Users.some(account, Seeded.bits(source(account), row, field.sourcedBy)))
        : null,
    owner: Users.id(account, owner(account, row)),
    followers: [...new Set(followers)].map((user) => Users.id(account, user)),
    applications: posting === undefined ? [] : [applicationId(account, row)],
    createdAt: Facts.createdAt(account, row),
    updatedAt: Facts.updatedAt(account, row),
    lastInteractionAt: Facts.lastInteractionAt(account, row),
    lastAdvancedAt: Facts.lastAdvancedAt(account, row),
    snoozedUntil: snoozed ? account.epoch + 30 * 86_400_000 : null,
    urls: {
      list: "https://hire.sandbox.lever.co/candidates",
      show: `https://hire.sandbox.lever.co/candidates/${opportunity}`
    },
    isAnonymized,
    dataProtection,
    ...(posting === undefined ? {} : { opportunityLocation: Jobs.categories(account, posting).location })
  }
}

const types = ["posting", "user", "referral"] as const

/** The application of an opportunity; undefined where there is none. */
export const application = (account: Account, row: number): JsonObject | undefined => {
  const posting = Facts.posting(account, row)
  if (posting === undefined) return undefined
  const opportunity = id(account, row)
  const contact = Contacts.contact(account, Facts.contactRow(account, row))
  const origin = Facts.origin(account, row)
  const type = types[origin === "applied" ? 0 : origin === "referred" ? 2 : 1]
  const applied = type === "posting"
  const manager = Postings.hiringManager(account, posting)
  const hired = Facts.archivedAt(account, row) !== null && Facts.reason(account, row) < 2
  const requisition = hired ? Jobs.requisitionOf(account, posting) : undefined
  return {
    id: applicationId(account, row),
    type: type ?? "user",
    candidateId: opportunity,
    opportunityId: opportunity,
    posting: Jobs.postingId(account, posting),
    postingHiringManager: manager === undefined ? null : Users.id(account, manager),
    postingOwner: Users.id(account, Postings.owner(account, posting)),
    name: applied ? contact.name : null,
    company: applied && contact.headline !== "" ? (contact.headline.split(", ")[0] ?? null) : null,
    phone: applied && contact.phones[0] !== undefined ? { type: null, value: contact.phones[0].value ?? "" } : null,
    email: applied ? (contact.emails[0] ?? null) : null,
    links: row % 6 === 5 ? null : applied ? contact.links : [],
    comments: applied && row % 3 === 0 ? Seeded.pick(account.source.application, row, 1, remarks) : null,
    user: applied ? null : Users.id(account, owner(account, row)),
    customQuestions: row % 6 === 5 ? null : applied ? Forms.answers(account, posting, row) : [],
    createdAt: Facts.createdAt(account, row),
    archived: archived(account, row, 7),
    requisitionForHire:
      requisition === undefined
        ? null
        : {
            id: Requisitions.id(account, requisition),
            requisitionCode: Jobs.requisitionCode(requisition),
            hiringManagerOnHire: Users.id(account, manager ?? 0)
          }
  }
}
