/** Units of the four organisation levels, and what the account calls a level. */
import * as Mapper from "@crosswalk/core/Mapper"
import * as Wire from "@crosswalk/core/Wire"
import { orgLevelKey } from "../UkgProResources.ts"
import type { Employment } from "../wire/Employment.ts"
import { code, text } from "../wire/Habits.ts"
import type { OrgLevel } from "../wire/Organisation.ts"
import type { Position } from "./Position.ts"
import { caseless } from "./Words.ts"

/** A unit as an employment names it. */
interface Named {
  readonly level: number
  readonly code: string
}

/** The units that some rows name on the four organisation levels, each once. */
const unitsOf = (rows: ReadonlyArray<Employment>): ReadonlyArray<Named> => {
  const found: Array<Named> = []
  const add = (level: number, value: Employment["orgLevel1Code"]) => {
    const unit = code(value)
    if (unit !== null && !found.some((known) => known.level === level && known.code === unit))
      found.push({ level, code: unit })
  }
  for (const row of rows) {
    add(1, row.orgLevel1Code)
    add(2, row.orgLevel2Code)
    add(3, row.orgLevel3Code)
    add(4, row.orgLevel4Code)
  }
  return found
}

const keysOf = (units: ReadonlyArray<Named>): ReadonlyArray<string> =>
  Wire.list(units, ({ code, level }) => orgLevelKey(level, code)) ?? []

/** Keys of the units that a row names. */
export const named = (row: Employment): ReadonlyArray<string> => keysOf(unitsOf([row]))

const units = Mapper.once((position: Position) => unitsOf(position))

/** How {@link listed} names a unit. */
export const howListed = "the level and the code of each unit"

/** References to the units on the four organisation levels; null when none is named. */
export const listed = (position: Position): ReadonlyArray<string> | null => {
  const found = keysOf(units(position))
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
  const own = units(position)
  const isOwn = (unit: OrgLevel) => {
    const [level, key] = [Wire.integer(unit.level), code(unit.code)]
    return own.some((known) => known.level === level && known.code === key)
  }
  const found = levels?.find((unit) => isOwn(unit) && kind(unit)?.value === wanted)
  return text(found?.description)
}
