/** An employee through Crosswalk, by BambooHR's own declarations: every row checked in, joined, mapped. */
import { employees } from "@crosswalk/bamboohr/BamboohrWire"
import { employee } from "@crosswalk/bamboohr/mapper/Employee"
import * as CheckIn from "@crosswalk/core/CheckIn"
import type { Identify } from "@crosswalk/core/Id"
import type { Made } from "../Line.ts"
import * as Lists from "../Lists.ts"
import { standing } from "./Records.ts"

const check = CheckIn.make(employees)
const entries = Lists.joint(employee, "entries")
const units = Lists.joint(employee, "units")

// Every employee names the same lists.
const allUnits = units.named(units.index(standing.lists ?? []), {})

/** Checks and maps a page's employees. */
export const read = (items: ReadonlyArray<unknown>, identify: Identify): ReadonlyArray<Made> => {
  const listed = entries.index(Lists.rows(items, "directory"))
  const made: Array<Made> = []
  for (const item of Lists.rows(items, "employees")) {
    const checked = check(item, null)
    if (checked._tag === "Rejected") continue
    const { key, record } = checked
    const joined = { entries: entries.named(listed, record), units: allUnits }
    const outcome = employee.run({ key, members: [{ key, parent: null, record }], joined }, identify)
    if (outcome?._tag === "Mapped") made.push({ model: "employee", record: outcome.record })
  }
  return made
}
