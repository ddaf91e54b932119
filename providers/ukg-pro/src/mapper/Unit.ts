/** Units of the four organisation levels, and what the account calls a level. */
import * as Wire from "@crosswalk/core/Wire"
import { orgLevelKey } from "../UkgProResources.ts"
import type { Employment } from "../wire/Employment.ts"
import { code, text } from "../wire/Habits.ts"
import type { OrgLevel } from "../wire/Organisation.ts"
import type { Position } from "./Position.ts"
import { caseless } from "./Words.ts"

/** The unit that a row names on a level. */
const unitOn = (level: number | null, row: Employment): string | null => {
  switch (level) {
    case 1:
      return code(row.orgLevel1Code)
    case 2:
      return code(row.orgLevel2Code)
    case 3:
      return code(row.orgLevel3Code)
    case 4:
      return code(row.orgLevel4Code)
    default:
      return null
  }
}

const names = (position: Position, level: number | null, unit: string): boolean => {
  for (const row of position) if (unitOn(level, row) === unit) return true
  return false
}

/** Keys of the units that some rows name on the four organisation levels, each once. */
const keysOf = (position: Position): ReadonlyArray<string> => {
  const found: Array<string> = []
  const [first] = position
  for (const row of position) {
    for (let level = 1; level <= 4; level++) {
      const unit = unitOn(level, row)
      // The lists name the same units, with few exceptions.
      if (first !== undefined && row !== first && unit === unitOn(level, first)) continue
      const key = orgLevelKey(level, unit)
      if (key !== null && !found.includes(key)) found.push(key)
    }
  }
  return found
}

/** Keys of the units that a row names. */
export const named = (row: Employment): ReadonlyArray<string> => keysOf([row])

/** How {@link listed} names a unit. */
export const howListed = "the level and the code of each unit"

/** References to the units on the four organisation levels; null when none is named. */
export const listed = (position: Position): ReadonlyArray<string> | null => {
  const found = keysOf(position)
  return found.length === 0 ? null : found
}

const words = caseless({
  department: "DEPARTMENT",
  departments: "DEPARTMENT",
  division: "DIVISION",
  divisions: "DIVISION",
  team: "TEAM",
  teams: "TEAM",
  "business unit": "BUSINESS_UNIT",
  "cost center": "COST_CENTER",
  "cost centre": "COST_CENTER",
  branch: "BRANCH",
  "sub department": "SUB_DEPARTMENT",
  "sub-department": "SUB_DEPARTMENT"
})

/** What a unit is, by what the account calls its level. */
export const kind = ({ levelDescription }: OrgLevel) => words(levelDescription)

/** How {@link name} finds a unit's name. */
export const howName = (level: string) => `the unit on the organisation level that the account calls ${level}`

/** The name of the employment's unit of a kind; null when no level of the account has that name. */
export const name = (
  position: Position,
  levels: ReadonlyArray<OrgLevel> | null,
  wanted: "DEPARTMENT" | "DIVISION"
): string | null => {
  const found = levels?.find((unit) => {
    if (kind(unit)?.value !== wanted) return false
    const key = code(unit.code)
    return key !== null && names(position, Wire.integer(unit.level), key)
  })
  return text(found?.description)
}
