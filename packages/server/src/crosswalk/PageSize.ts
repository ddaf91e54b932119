/** The parameter `page_size` of routes beside the lists. */
import { invalid } from "@crosswalk/api/Failure"
import { Effect } from "effect"
import { Refused } from "../Refused.ts"

const standard = 100

/** How many entries a page is to have; fails when it is no whole number up to the largest. */
export const of = (text: string | undefined, largest: number): Effect.Effect<number, Refused> => {
  const size = text === undefined ? standard : /^\d{1,6}$/.test(text) ? Number(text) : 0
  return size >= 1 && size <= largest
    ? Effect.succeed(size)
    : Effect.fail(new Refused({ failure: invalid("query", "page_size", `Send a whole number from 1 to ${largest}.`) }))
}
