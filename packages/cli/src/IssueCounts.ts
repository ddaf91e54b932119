/**
 * Counts what was wrong with records, by place and reason: one broken field of a list is one line, however often.
 */
import type { Issue } from "@crosswalk/core/Issue"

/** One fault and how often it was met. */
export interface Counted extends Issue {
  readonly count: number
}

/** The counter. */
export interface IssueCounts {
  readonly add: (issues: ReadonlyArray<Issue>) => void
  /** All issues, and the most frequent kinds of them. */
  readonly summary: () => { readonly issues: number; readonly kinds: ReadonlyArray<Counted> }
}

/** Kinds that are told apart; a vendor may give every record a reason of its own. */
const remembered = 1000
const shown = 50

/** The place in any item of a list, so that `emails[0]` and `emails[7]` are one. */
const anyItem = (path: string): string => path.replaceAll(/\[\d+\]/g, "[]")

/** Makes a counter at zero. */
export const make = (): IssueCounts => {
  const kinds = new Map<string, Counted>()
  let issues = 0
  return {
    add: (found) => {
      for (const { path, reason } of found) {
        issues++
        const key = `${anyItem(path)}\n${reason}`
        const known = kinds.get(key)
        if (known === undefined && kinds.size >= remembered) continue
        kinds.set(key, { path: anyItem(path), reason, count: (known?.count ?? 0) + 1 })
      }
    },
    summary: () => ({
      issues,
      kinds: [...kinds.values()].sort((left, right) => right.count - left.count).slice(0, shown)
    })
  }
}
