/**
 * A simulated UKG Pro tenant: its size, its random sources, its companies, and how ids follow from rows.
 */
import * as Seeded from "@crosswalk/sandbox/Seeded"
import * as Code from "./Code.ts"

const kinds = [
  "person",
  "employment",
  "contact",
  "history",
  "phone",
  "pto",
  "deposit",
  "payment",
  "education",
  "company",
  "request"
] as const

export type Kind = (typeof kinds)[number]

export interface Company {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly country: "USA" | "CAN"
  readonly currency: "USD" | "CAD"
}

export interface Account {
  readonly seed: number
  /** Number of people. */
  readonly people: number
  /** Number of employments; every tenth person works for two companies. */
  readonly employments: number
  /** The first is the master company, for which only the first person works. */
  readonly companies: ReadonlyArray<Company>
  /** Every generated record dates before this instant, in milliseconds. */
  readonly epoch: number
  readonly source: Readonly<Record<Kind, Seeded.Seeded>>
}

export const day = 86_400_000

/** Which person of ten works for a second company. */
const second = 3

const companyTable = [
  ["LHOLD", "Larkfield Holdings, Inc.", "USA", "USD"],
  ["LARKS", "Larkfield Services (101)", "USA", "USD"],
  ["LARKC", "Larkfield Canada Ltd.", "CAN", "CAD"],
  ["QUIET", "Quietstone Robotics", "USA", "USD"]
] as const

export const make = (options: { readonly seed: number; readonly size: number; readonly epoch: number }): Account => {
  const { epoch, seed, size } = options
  const of = (kind: Kind) => Seeded.make(seed, `ukg-pro.${kind}`)
  const source = {
    person: of("person"),
    employment: of("employment"),
    contact: of("contact"),
    history: of("history"),
    phone: of("phone"),
    pto: of("pto"),
    deposit: of("deposit"),
    payment: of("payment"),
    education: of("education"),
    company: of("company"),
    request: of("request")
  }
  return {
    seed,
    people: size,
    employments: size + Math.ceil(Math.max(0, size - second) / 10),
    companies: companyTable.map(([code, name, country, currency], at) => ({
      id: Code.write(source.company.key, at).slice(1),
      code,
      name,
      country,
      currency
    })),
    epoch,
    source
  }
}

/** The person of an employment. Rows above the number of people are second employments. */
export const personOf = (account: Account, employment: number): number =>
  employment < account.people ? employment : (employment - account.people) * 10 + second

/** The employments of a person, the one at the home company first; the inverse of `personOf`. */
export const employmentsOf = (account: Account, person: number): ReadonlyArray<number> =>
  person % 10 === second ? [person, account.people + (person - second) / 10] : [person]

export const isHome = (account: Account, employment: number): boolean => employment < account.people

/** The company of an employment, by its place. */
export const companyOf = (account: Account, employment: number): number => {
  const person = personOf(account, employment)
  if (person === 0) return 0
  return 1 + ((isHome(account, employment) ? person : person + 1) % 3)
}

export const company = (account: Account, at: number): Company =>
  account.companies[at] ?? { id: "", code: "", name: "", country: "USA", currency: "USD" }

const eeidTail = "0000K0"

/** The id of a person, the same in every company. */
export const employeeId = (account: Account, person: number): string =>
  `${Code.write(account.source.person.key, person)}${eeidTail}`

/** The row that a person's id was made from, of somebody hired since too; undefined when it is no such id. */
export const rowOf = (account: Account, id: string): number | undefined =>
  id.endsWith(eeidTail) ? Code.read(account.source.person.key, id.slice(0, -eeidTail.length)) : undefined

/** The row of the generated person with that id; undefined when there is none. */
export const personRow = (account: Account, id: string): number | undefined => {
  const row = rowOf(account, id)
  return row === undefined || row >= account.people ? undefined : row
}

export const employmentId = (companyId: string, employeeId: string): string => `${companyId}:${employeeId}`

/** The row of an employment's id on the control surface: company and person, a colon between. */
export const employmentRow = (account: Account, id: string): number | undefined => {
  const [companyId = "", employee = ""] = id.split(":")
  const person = personRow(account, employee)
  return person === undefined
    ? undefined
    : employmentsOf(account, person).find((row) => company(account, companyOf(account, row)).id === companyId)
}
