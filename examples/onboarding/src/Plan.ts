/** What a new hire needs: tasks for colleagues, courses for the hire. The rules are this company's own. */

/** A new hire, as far as the plan depends on it. */
export interface Hire {
  /** Unique over all systems, and the same for ever. */
  readonly id: string
  readonly name: string
  readonly department: string | null
  /** First day of work, YYYY-MM-DD. */
  readonly startsOn: string
  /** Who leads the hire; null where the HR system does not tell. */
  readonly manager: string | null
}

/** Something to be done, in one of this company's systems. */
export interface Entry {
  /** The same for the same thing: a system that has it already takes it for the same. */
  readonly key: string
  readonly system: "tasks" | "training"
  readonly title: string
  /** Who does it. */
  readonly assignee: string
  /** By when, YYYY-MM-DD. */
  readonly due: string
}

const tasks = ["Prepare a workplace", "Create accounts", "Plan the first week"]
const coursesOfAll = ["Welcome", "Security basics"]
const coursesOf: Readonly<Record<string, ReadonlyArray<string>>> = {
  Engineering: ["How we build"],
  Sales: ["Our products"],
  Support: ["Our products"]
}

/** Who takes tasks that no manager is known for. */
const standIn = "People team"

/** The entries of a hire. */
export const of = ({ department, id, manager, name, startsOn }: Hire): ReadonlyArray<Entry> => {
  // Whoever comes back starts anew: the first day is part of the key.
  const entry = (system: Entry["system"], what: string, title: string, assignee: string): Entry => ({
    key: `${id} ${startsOn} ${what}`,
    system,
    title,
    assignee,
    due: startsOn
  })
  const courses = [...coursesOfAll, ...(coursesOf[department ?? ""] ?? [])]
  return [
    ...tasks.map((title) => entry("tasks", title, `${title} for ${name}`, manager ?? standIn)),
    ...courses.map((title) => entry("training", title, title, name))
  ]
}
