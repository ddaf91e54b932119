/** A seeded Lever account: opportunities with their applications expanded, of about 3 kB each. */
import * as People from "@crosswalk/sandbox/People"
import * as Seeded from "@crosswalk/sandbox/Seeded"

const opportunity = Seeded.make(47, "opportunity")
const contact = Seeded.make(47, "contact")
const application = Seeded.make(47, "application")
const posting = Seeded.make(47, "posting")
const reason = Seeded.make(47, "reason")
const stage = Seeded.make(47, "stage")
const user = Seeded.make(47, "user")
const question = Seeded.make(47, "question")
const draw = Seeded.make(47, "draw")

const towns = ["Leiden", "Bergamo", "Cádiz", "Poznań", "Umeå", "Galway", "Tromsø", "Split"] as const
const firms = ["Fjord Analytics", "Brickfield", "Sable & Finch", "Nimbus Rail", "Copperline", "Marlin Foods"] as const
const labels = ["Full-time", "Remote", "Relocation", "Graduate", "Silver medal", "On call", "Contract"] as const
const channels = ["Careers page", "Meetup", "Referral", "Print ad", "Alumni list"] as const
const origins = ["agency", "applied", "internal", "referred", "sourced", "university"] as const
const kinds = ["text", "textarea", "dropdown", "multiple-select", "yes-no", "date"] as const

const day = 86_400_000
const epoch = 1_720_000_000_000
const moment = (index: number, field: number) => epoch - Seeded.between(draw, index, field, 0, 700 * day)
const userAt = (index: number, field: number) => Seeded.uuid(user, Seeded.between(draw, index, field, 0, 45))

const some = (index: number, field: number, list: readonly [string, ...ReadonlyArray<string>], most: number) => [
  ...new Set(
    Array.from({ length: Seeded.between(draw, index, field, 0, most) }, (_, nth) =>
      Seeded.pick(draw, index, field + 1 + nth, list)
    )
  )
]

const reasonCount = 9

/** The account's archive reasons; every fourth is one for hired people. */
export const archiveReasons = Array.from({ length: reasonCount }, (_, index) => ({
  id: Seeded.uuid(reason, index),
  text: `Reason ${index}`,
  status: "active",
  type: index % 4 === 0 ? "hired" : "non-hired"
}))

const answered = (index: number, nth: number) => {
  const type = Seeded.pick(draw, index, 200 + nth, kinds)
  const options = ["Yes", "No", "Later"].map((text, at) => ({
    text,
    optionId: Seeded.uuid(question, index * 64 + nth * 4 + at)
  }))
  return {
    type,
    text: `Question ${nth + 1} of the form: how would you describe it?`,
    description: "",
    required: nth % 2 === 0,
    id: Seeded.uuid(question, index * 64 + 40 + nth),
    ...(type === "dropdown" || type === "multiple-select" ? { options } : {}),
    value:
      type === "multiple-select"
        ? ["Yes", "Later"]
        : type === "yes-no"
          ? "yes"
          : type === "dropdown"
            ? "Later"
            : type === "date"
              ? moment(index, 210 + nth)
              : `An answer of some words, number ${nth + 1}, as people write them.`
  }
}

const applied = (index: number, opportunityId: string, createdAt: number) => ({
  id: Seeded.uuid(application, index),
  type: Seeded.chance(draw, index, 60, 0.15) ? "referral" : "posting",
  candidateId: opportunityId,
  opportunityId,
  posting: Seeded.uuid(posting, Seeded.between(draw, index, 61, 0, 90)),
  postingHiringManager: userAt(index, 62),
  postingOwner: userAt(index, 63),
  name: null,
  company: Seeded.chance(draw, index, 64, 0.6) ? Seeded.pick(draw, index, 65, firms) : null,
  phone: { type: null, value: "+1 202 555 0144" },
  email: `applicant${index}@example.org`,
  links: [],
  comments: "I look forward to hearing from you.",
  user: userAt(index, 66),
  customQuestions: [
    {
      id: Seeded.uuid(question, index * 64 + 60),
      type: "posting",
      text: "Questions of the posting",
      instructions: "",
      user: userAt(index, 67),
      createdAt,
      completedAt: createdAt,
      baseTemplateId: Seeded.uuid(question, 0),
      fields: Array.from({ length: Seeded.between(draw, index, 68, 2, 4) }, (_, nth) => answered(index, nth))
    }
  ],
  archived: null,
  requisitionForHire: null,
  createdAt
})

/** The opportunity at an index; about one in thirty is a further one of the contact before it. */
export const record = (index: number): Readonly<Record<string, unknown>> => {
  const further = index % 100 > 0 && Seeded.chance(draw, index, 1, 0.03)
  const whose = further ? index - 1 : index
  const { name, slug } = People.person(contact, whose, 1)
  const id = Seeded.uuid(opportunity, index)
  const createdAt = moment(index, 2)
  return {
    id,
    name,
    contact: Seeded.uuid(contact, whose),
    headline: `${Seeded.pick(draw, whose, 3, firms)}, ${Seeded.pick(draw, whose, 4, firms)}`,
    stage: Seeded.uuid(stage, Seeded.between(draw, index, 5, 0, 10)),
    confidentiality: Seeded.chance(draw, index, 6, 0.04) ? "confidential" : "non-confidential",
    location: Seeded.pick(draw, whose, 7, towns),
    phones: [{ type: "mobile", value: `+1 202 555 01${10 + (whose % 90)}` }],
    emails: [People.email(contact, whose, 3, slug)],
    links: Seeded.chance(draw, whose, 8, 0.5) ? [`https://example.net/in/${slug}`] : [],
    archived: Seeded.chance(draw, index, 9, 0.35)
      ? {
          reason: Seeded.uuid(reason, Seeded.between(draw, index, 10, 0, reasonCount - 1)),
          archivedAt: moment(index, 11)
        }
      : null,
    tags: some(index, 12, labels, 3),
    sources: some(index, 20, channels, 2),
    stageChanges: Array.from({ length: Seeded.between(draw, index, 30, 1, 4) }, (_, nth) => ({
      toStageId: Seeded.uuid(stage, nth),
      toStageIndex: nth,
      updatedAt: moment(index, 31 + nth),
      userId: userAt(index, 36 + nth)
    })),
    origin: Seeded.pick(draw, index, 40, origins),
    sourcedBy: Seeded.chance(draw, index, 41, 0.3) ? userAt(index, 42) : null,
    owner: userAt(index, 43),
    followers: Array.from({ length: Seeded.between(draw, index, 44, 1, 3) }, (_, nth) => userAt(index, 45 + nth)),
    applications: Seeded.chance(draw, index, 50, 0.03) ? [] : [applied(index, id, createdAt + 1000)],
    createdAt,
    updatedAt: Seeded.chance(draw, index, 51, 0.1) ? null : moment(index, 52),
    lastInteractionAt: moment(index, 53),
    lastAdvancedAt: moment(index, 54),
    snoozedUntil: null,
    urls: { list: "https://hire.example.com/candidates", show: `https://hire.example.com/candidates/${id}` },
    isAnonymized: false,
    dataProtection: Seeded.chance(draw, index, 55, 0.3)
      ? {
          store: { allowed: true, expiresAt: moment(index, 56) + 900 * day },
          contact: { allowed: true, expiresAt: null }
        }
      : null,
    opportunityLocation: Seeded.pick(draw, index, 57, towns)
  }
}
