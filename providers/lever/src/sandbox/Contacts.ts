/**
 * The persons behind the opportunities of a simulated account.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import * as People from "@crosswalk/sandbox/People"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { companies, places } from "@crosswalk/sandbox/Vocabulary"
import type { Account } from "./Account.ts"

export interface Contact {
  readonly name: string
  readonly headline: string
  readonly location: string
  readonly emails: ReadonlyArray<string>
  readonly phones: ReadonlyArray<JsonObject>
  readonly links: ReadonlyArray<string>
  readonly isAnonymized: boolean
  readonly dataProtection: Json
}

const source = (account: Account) => account.source.contact

export const id = (account: Account, row: number): string => Seeded.uuid(source(account), row)

const phoneTypes = ["mobile", "home", "work", "other", "skype", null] as const

const phones = (account: Account, row: number): ReadonlyArray<JsonObject> => {
  const count = row === 0 ? 2 : Seeded.bits(source(account), row, 10) % 3
  return Array.from({ length: count }, (_, at) => ({
    type: phoneTypes[(row + at) % phoneTypes.length] ?? null,
    value: People.phone(source(account), row, 11 + 2 * at)
  }))
}

const emails = (account: Account, row: number, slug: string): ReadonlyArray<string> => {
  if (row > 9 && Seeded.chance(source(account), row, 15, 0.02)) return []
  const first = People.email(source(account), row, 16, slug)
  if (row !== 2 && !Seeded.chance(source(account), row, 17, 0.2)) return [first]
  // The same address in another case, or a second one.
  return row % 8 === 3
    ? [first, first.toUpperCase()]
    : [first, People.email(source(account), row, 18, `${slug}.private`)]
}

const links = (account: Account, row: number, slug: string): ReadonlyArray<string> => {
  const all = [
    `https://www.linkedin.com/in/sandbox-${slug}-${row}`,
    `github.com/sandbox-${slug}-${row}`,
    `https://${slug}.example.org/portfolio?from=cv&lang=en`
  ]
  return all.slice(0, row === 0 ? 2 : Seeded.bits(source(account), row, 19) % 4)
}

const headline = (account: Account, row: number): string => {
  const first = Seeded.pick(source(account), row, 20, companies)
  const second = Seeded.pick(source(account), row, 21, companies)
  return row % 10 === 4 ? "" : row % 3 === 0 || first === second ? first : `${first}, ${second}`
}

const dataProtection = (account: Account, row: number): Json =>
  row === 1 || Seeded.chance(source(account), row, 22, 0.15)
    ? {
        store: { allowed: true, expiresAt: account.epoch + 200 * 86_400_000 },
        contact: { allowed: row % 2 === 0, expiresAt: null }
      }
    : null

const blank: Contact = {
  name: "",
  headline: "",
  location: "",
  emails: [],
  phones: [],
  links: [],
  isAnonymized: true,
  dataProtection: null
}

/** The person whose first opportunity is in that row. */
export const contact = (account: Account, row: number): Contact => {
  if (row === 8 || (row > 9 && Seeded.chance(source(account), row, 1, 0.008))) return blank
  const { name, slug } = People.person(source(account), row, 2)
  return {
    name: row === 4 || (row > 9 && Seeded.chance(source(account), row, 4, 0.012)) ? "" : name,
    headline: headline(account, row),
    location: row % 3 === 2 ? "" : Seeded.pick(source(account), row, 5, places),
    emails: emails(account, row, slug),
    phones: phones(account, row),
    links: links(account, row, slug),
    isAnonymized: false,
    dataProtection: dataProtection(account, row)
  }
}
