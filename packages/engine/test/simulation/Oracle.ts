/** What must be stored of an account, mapped by hand from the vendor's own data: it shares nothing with the engine. */
import type { Account } from "./Account.ts"
import type { Edition } from "./Acme.ts"

/** The fields of a record that tell it from any other state of itself. */
export type Told = Readonly<Record<string, unknown>>

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)

/** The live records of every model, by remote id, as an edition of the provider maps them. */
export const expected = (account: Account, edition: Edition): ReadonlyMap<string, ReadonlyMap<string, Told>> => {
  const people = [...account.people.values()].sort(byId)
  const teamOf = (team: string | null) =>
    (team === null ? undefined : account.teams.get(team)) ?? (edition === 1 ? "nobody" : "no team")
  const files = [...account.files.values()].filter(({ archived }) => archived === null)
  return new Map<string, ReadonlyMap<string, Told>>([
    ["office", new Map(Array.from(account.teams, ([id, name]) => [id, { name }]))],
    [
      "department",
      new Map(
        Array.from(
          Map.groupBy(people, ({ human }) => human),
          ([human, all]) => [edition === 1 ? human : `new ${human}`, { name: all.map(({ name }) => name).join("+") }]
        )
      )
    ],
    [
      "reject_reason",
      new Map(
        people.map(({ id, name, team }) => [id, { name: `${name} ${edition === 1 ? "of" : "in"} ${teamOf(team)}` }])
      )
    ],
    ["tag", new Map(people.flatMap(({ labels }) => labels.map((label) => [label, { name: label }])))],
    [
      "note",
      new Map(
        people.flatMap(({ name, notes }) => Array.from(notes, ([id, body]) => [id, { title: String(name), body }]))
      )
    ],
    ["job_interview_stage", new Map(Array.from(account.postings, ([id, { name }]) => [id, { name }]))],
    [
      "document",
      new Map(
        files.map(({ created, id, name }) => [
          id,
          { file_name: name, file_url: edition === 1 ? null : String(created) }
        ])
      )
    ]
  ])
}
