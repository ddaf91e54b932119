/**
 * Files, resumes and referrals of a generated opportunity.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { companies, places, remarks, schools } from "@crosswalk/sandbox/Vocabulary"
import type { Account } from "./Account.ts"
import { childIndex } from "./Child.ts"
import * as Contacts from "./Contacts.ts"
import * as Facts from "./Facts.ts"
import * as Opportunities from "./Opportunities.ts"
import * as Users from "./Users.ts"

const names = ["Portfolio.pdf", "Zeugnis Müller.pdf", "certificate.png", "履歴書.docx", "notes.txt"] as const
const statuses = ["processed", "processed", "unsupported", "error", null] as const

const download = (account: Account, row: number, kind: string, id: string) =>
  `https://hire.sandbox.lever.co/candidates/${Opportunities.id(account, row)}/${kind}/${id}/download`

const extension = (name: string) => name.slice(name.lastIndexOf("."))

export const files = (account: Account, row: number): ReadonlyArray<JsonObject> => {
  const source = account.source.file
  const count = row === 0 ? 2 : Seeded.bits(source, row, 1) % 3
  return Array.from({ length: count }, (_, at) => {
    const id = Seeded.uuid(source, childIndex(row, at))
    const name = names[(row + at) % names.length] ?? names[0]
    const uploadedAt = Facts.createdAt(account, row) + at * 60_000
    const size = Seeded.between(source, row, 2 + at, 900, 4_000_000)
    return {
      id,
      downloadUrl: download(account, row, "files", id),
      ext: extension(name),
      name,
      // A few answers carry these two as text.
      uploadedAt: row % 16 === 2 ? String(uploadedAt) : uploadedAt,
      status: statuses[(row + at) % statuses.length] ?? null,
      size: row % 16 === 2 ? String(size) : size
    }
  })
}

const position = (account: Account, row: number, at: number): JsonObject => {
  const source = account.source.resume
  const year = 2026 - 3 * at - (row % 3)
  return {
    org: Seeded.pick(source, row, 10 + at, companies),
    title: at === 0 ? (row % 5 === 2 ? "Lead Engineer" : "Senior Engineer") : "Engineer",
    summary: "• Owned a part of the product\n• Worked with design and support",
    location: Seeded.pick(source, row, 20 + at, places),
    start: { year: year - 3, month: 1 + (row % 12) },
    end: at === 0 && row % 2 === 0 ? null : { year, month: 1 + ((row + 5) % 12) }
  }
}

export const resumes = (account: Account, row: number): ReadonlyArray<JsonObject> => {
  const source = account.source.resume
  if (row > 1 && Seeded.chance(source, row, 1, 0.4)) return []
  const id = Seeded.uuid(source, childIndex(row, 0))
  const createdAt = Facts.createdAt(account, row) + 1000
  const parsedProfile = row % 10 === 7
  return [
    {
      id,
      createdAt,
      file: parsedProfile
        ? null
        : {
            name: "Resume.pdf",
            ext: "pdf",
            downloadUrl: download(account, row, "resumes", id),
            uploadedAt: row % 12 === 5 ? null : createdAt + 4,
            status: "processed",
            size: Seeded.between(source, row, 2, 20_000, 900_000)
          },
      parsedData: {
        positions: Array.from({ length: row === 0 ? 2 : row % 4 }, (_, at) => position(account, row, at)),
        schools: [
          {
            org: Seeded.pick(source, row, 30, schools),
            degree: "BSc",
            field: row % 2 === 0 ? "Mathematics" : null,
            summary: "",
            start: { year: 2008, month: 9 },
            end: { year: 2012, month: 6 }
          }
        ]
      }
    }
  ]
}

export const referrals = (account: Account, row: number): ReadonlyArray<JsonObject> => {
  if (Facts.origin(account, row) !== "referred") return []
  const source = account.source.referral
  const referrer = Users.some(account, Seeded.bits(source, row, 1))
  const createdAt = Facts.createdAt(account, row)
  return [
    {
      id: Seeded.uuid(source, childIndex(row, 0)),
      type: "referral",
      text: "Referral",
      instructions: "",
      fields: [
        {
          id: Seeded.uuid(account.source.field, 900),
          type: "textarea",
          text: "How do you know each other?",
          description: "",
          required: false,
          value: Seeded.pick(source, row, 2, remarks)
        }
      ],
      baseTemplateId: Seeded.uuid(account.source.template, 900),
      user: Users.id(account, referrer),
      referrer: Users.id(account, referrer),
      stage: null,
      createdAt,
      completedAt: createdAt,
      contact: Contacts.id(account, Facts.contactRow(account, row))
    }
  ]
}
