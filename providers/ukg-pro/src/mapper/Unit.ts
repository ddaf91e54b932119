/** Units of the four organisation levels, and what the account calls a level. */
import * as Wire from "@crosswalk/core/Wire"
import { orgLevelKey } from "../UkgProResources.ts"
import type { Employment } from "../wire/Employment.ts"
import { code, text } from "../wire/Habits.ts"
import type { OrgLevel } from "../wire/Organisation.ts"
import type { Position } from "./Position.ts"
import { caseless } from "./Words.ts"

const levels = ["orgLevel1Code", "orgLevel2Code", "orgLevel3Code", "orgLevel4Code"] as const

/** Keys of the units that a row names on the four organisation levels. */
export const named = (row: Employment): ReadonlyArray<string> =>
  levels.flatMap((level, index) => orgLevelKey(index + 1, code(row[level])) ?? [])

const units = (position: Position): ReadonlyArray<string> => Wire.distinct(position.flatMap(named))

/** How {@link listed} names a unit. */
export const howListed = "the level and the code of each unit"

/** References to the units on the four organisation levels; null when none is named. */
export const listed = (position: Position): ReadonlyArray<string> | null => {
  const found = units(position)
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
  const own = new Set(units(position))
  const found = levels?.find(
    (unit) => kind(unit)?.value === wanted && own.has(orgLevelKey(Wire.integer(unit.level), code(unit.code)) ?? "")
  )
  return text(found?.description)
}
