/**
 * What one customer has at the simulated vendor: plain data, how it changes, and since when each record is gone. The
 * vendor's clock may be wrong, and some changes show up late under an old time.
 */
import type { Random } from "../Random.ts"

/** A person; several may be the same human being. */
export interface Person {
  readonly id: string
  readonly human: string
  /** A number where the vendor has garbage. */
  readonly name: string | number
  readonly team: string | null
  readonly labels: ReadonlyArray<string>
  readonly created: number
  readonly updated: number
  readonly notes: ReadonlyMap<string, string>
}

/** A record of a list without relations. */
export interface Entry {
  readonly id: string
  readonly name: string | number
  readonly created: number
  readonly updated: number
  /** The vendor's mark of a soft deletion, in milliseconds since 1970. */
  readonly archived: number | null
}

/** How much an account may do wrong, in milliseconds: its clock's error, and how late changes show up. */
export interface Clockwork {
  readonly skew: number
  readonly lateness: number
}

/** The true time, in milliseconds since 1970, and who is told of every change. */
export interface Surroundings {
  readonly now: () => number
  readonly note: (text: string) => void
}

const names = ["Ada", "Grace", "Alan", "Kurt", "Emmy", ""] as const

/** Deletions that an account sees at most: more of them at once are held back, which is another test's matter. */
const mostDeletions = 7

export class Account {
  readonly people = new Map<string, Person>()
  readonly teams = new Map<string, string>()
  /** Listed with a filter; what was deleted stands in a list of its own. */
  readonly postings = new Map<string, Entry>()
  /** When each deleted one was deleted, by the vendor's clock. */
  readonly deletedPostings = new Map<string, number>()
  /** Listed without a filter; some are archived before they are deleted. */
  readonly files = new Map<string, Entry>()
  /** People whose notes changed since they did: only a full sync sees that. */
  readonly silent = new Set<string>()
  /** When records ceased to be, by model and remote id, in milliseconds of the true clock. */
  readonly deaths = new Map<string, Array<number>>()
  readonly #random: Random
  readonly #clockwork: Clockwork
  readonly #surroundings: Surroundings
  #deletions = 0
  /** What was deleted. */
  readonly #former = new Set<string>()
  #made = 0

  constructor(random: Random, clockwork: Clockwork, surroundings: Surroundings) {
    this.#random = random
    this.#clockwork = clockwork
    this.#surroundings = surroundings
    const teams = random.pick([3, 14])
    for (let index = 0; index < teams; index++) this.teams.set(`t${index}`, this.#text("team"))
    for (let index = random.integer(0, random.pick([3, 6, 13])); index > 0; index--)
      this.#putPerson(`p${random.integer(10, 99)}`)
    for (let index = random.integer(0, 9); index > 0; index--) this.#putEntry("postings", `j${random.integer(10, 99)}`)
    for (let index = random.integer(0, 9); index > 0; index--) this.#putEntry("files", `f${random.integer(10, 99)}`)
  }

  /** The vendor's clock, in milliseconds since 1970. */
  get now(): number {
    return this.#surroundings.now() + this.#clockwork.skew
  }

  /** One change, of whatever kind. */
  edit(): void {
    const random = this.#random
    const person = this.people.get(random.pick(["none", ...this.people.keys()]))
    const list = random.pick(["postings", "files"] as const)
    const entry = this[list].get(random.pick(["none", ...this[list].keys()]))
    const kind = random.integer(1, 18)
    if (kind <= 3) this.#putPerson(person?.id ?? `p${random.integer(10, 99)}`)
    else if (kind === 4) this.#putPerson(this.#formerOr("people", `p${random.integer(10, 99)}`))
    else if (kind === 5 && person !== undefined) this.#deletePerson(person)
    else if (kind <= 9 && person !== undefined) this.#editNotes(person)
    else if (kind <= 11) this.#putEntry(list, entry?.id ?? this.#newEntry(list))
    else if (kind === 12) this.#putEntry(list, this.#formerOr(list, this.#newEntry(list)))
    else if (kind === 13 && entry !== undefined) this.#deleteEntry(list, entry)
    else if (kind === 14 && entry !== undefined && list === "files") this.#archive(entry)
    else if (kind === 15) this.teams.set(random.pick(["t1", "t2", "t90"]), this.#text("team"))
    else if (kind === 16 && this.teams.has("t2") && this.#mayDelete()) {
      this.teams.delete("t2")
      this.#died("office", "t2")
    } else if (kind >= 17 && person !== undefined) {
      this.people.set(person.id, { ...person, name: 7, updated: this.#stamped(person.id) })
    }
  }

  /** Mends what the vendor has garbage in. */
  mend(): void {
    for (const person of this.people.values()) {
      if (typeof person.name === "number")
        this.people.set(person.id, { ...person, name: "Mended", updated: this.#stamped(person.id) })
    }
  }

  #stamp(): number {
    const { lateness } = this.#clockwork
    return this.now - (this.#random.chance(0.2) ? this.#random.integer(0, lateness) : 0)
  }

  #times(id: string, before: { readonly created: number } | undefined) {
    const stamp = this.#stamped(id)
    if (before !== undefined) return { created: before.created, updated: stamp }
    // What comes back is dated after its deletion.
    const updated = this.#former.has(id) ? this.now : stamp
    return { created: updated, updated }
  }

  #stamped(id: string): number {
    const stamp = this.#stamp()
    this.silent.delete(id)
    this.#surroundings.note(`${id} changes as of ${stamp - this.now} ms`)
    return stamp
  }

  /** A text that was never there before: an old one cannot pass for it. */
  #text(what: string): string {
    return `${what} ${++this.#made}`
  }

  #mayDelete(): boolean {
    if (this.#deletions >= mostDeletions) return false
    this.#deletions++
    return true
  }

  #died(model: string, id: string): void {
    this.#surroundings.note(`${model} ${id} is gone`)
    const name = `${model} ${id}`
    const before = this.deaths.get(name)
    if (before === undefined) this.deaths.set(name, [this.#surroundings.now()])
    else before.push(this.#surroundings.now())
  }

  /** The id of a record that was deleted, so that it comes back; else the given one. */
  #formerOr(list: "people" | "postings" | "files", id: string): string {
    const former = [...this.#former].filter((one) => one[0] === id[0] && !this[list].has(one))
    return this.#random.chance(0.5) ? this.#random.pick([id, ...former]) : id
  }

  #putPerson(id: string): void {
    const random = this.#random
    const before = this.people.get(id)
    const notes = before?.notes ?? new Map<string, string>()
    this.people.set(id, {
      id,
      human: `h${random.integer(1, 8)}`,
      name: `${random.pick(names)} ${++this.#made}`,
      team: random.pick([null, "t1", "t2", "t90"]),
      labels: Array.from({ length: random.integer(0, 2) }, () => random.pick(["red", "Red", "blue", "grün"])),
      ...this.#times(id, before),
      notes: before === undefined ? this.#newNotes(id) : notes
    })
  }

  #newNotes(person: string): ReadonlyMap<string, string> {
    const count = this.#random.pick([0, 0, 1, 2, 6])
    return new Map(Array.from({ length: count }, (_, index) => [`${person}-n${index}`, this.#text("note")]))
  }

  #editNotes(person: Person): void {
    const notes = new Map(person.notes)
    const id = `${person.id}-n${this.#random.integer(0, 6)}`
    if (notes.has(id) && this.#random.chance(0.4) && this.#mayDelete()) {
      notes.delete(id)
      this.#died("note", id)
    } else notes.set(id, this.#text("note"))
    // Some vendors do not tell by the parent that its children changed.
    const isTold = this.#random.chance(0.5)
    const updated = isTold ? this.#stamped(person.id) : person.updated
    if (!isTold) this.silent.add(person.id)
    this.people.set(person.id, { ...person, notes, updated })
  }

  #deletePerson(person: Person): void {
    if (!this.#mayDelete()) return
    this.people.delete(person.id)
    this.#former.add(person.id)
    this.#died("reject_reason", person.id)
    for (const note of person.notes.keys()) this.#died("note", note)
  }

  #putEntry(list: "postings" | "files", id: string): void {
    this[list].set(id, { id, name: this.#text(list), ...this.#times(id, this[list].get(id)), archived: null })
  }

  #newEntry(list: "postings" | "files"): string {
    return `${list === "postings" ? "j" : "f"}${this.#random.integer(10, 99)}`
  }

  #archive(file: Entry): void {
    if (file.archived !== null || !this.#mayDelete()) return
    this.files.set(file.id, { ...file, archived: this.now, updated: this.#stamped(file.id) })
    this.#died("document", file.id)
  }

  #deleteEntry(list: "postings" | "files", entry: Entry): void {
    if (!this.#mayDelete()) return
    this[list].delete(entry.id)
    this.#former.add(entry.id)
    if (list === "postings") this.deletedPostings.set(entry.id, this.#stamp())
    if (entry.archived === null) this.#died(list === "postings" ? "job_interview_stage" : "document", entry.id)
  }
}
