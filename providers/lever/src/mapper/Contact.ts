/** Facts about a person, from the opportunities that share them. */
import * as Wire from "@crosswalk/core/Wire"
import type { Opportunity } from "../wire/Opportunity.ts"

/** A person's opportunities: one or more. */
export type Opportunities = ReadonlyArray<Opportunity>

const outermost =
  (isFurther: (millis: number, than: number) => boolean) =>
  <A>(remotes: Opportunities, read: (opportunity: Opportunity) => A | null | undefined): A | null => {
    let found: A | null = null
    let reached: number | null = null
    for (const remote of remotes) {
      const value = read(remote)
      if (value === null || value === undefined) continue
      const created = Wire.number(remote.createdAt)
      if (found !== null && (created === null || (reached !== null && !isFurther(created, reached)))) continue
      found = value
      reached = created
    }
    return found
  }

/** What the opportunity says that was created last, of those that say anything. */
export const fromNewest = outermost((millis, than) => millis > than)

/** What the opportunity says that was created first, of those that say anything. */
export const fromFirst = outermost((millis, than) => millis < than)

const isText = (value: Wire.Maybe<string>): value is string => Wire.text(value) !== null

/** The texts of all opportunities, each once, blank ones left out; null when no opportunity has the list. */
export const texts = (
  remotes: Opportunities,
  read: (opportunity: Opportunity) => Wire.Maybe<ReadonlyArray<Wire.Maybe<string>>>
): ReadonlyArray<string> | null => {
  let found: ReadonlyArray<string> | null = null
  for (const remote of remotes) {
    const values = read(remote)
    if (values === null || values === undefined) continue
    const filled = values.every(isText) ? values : values.filter(isText)
    found = found === null ? filled : [...found, ...filled]
  }
  return found && Wire.distinct(found)
}
