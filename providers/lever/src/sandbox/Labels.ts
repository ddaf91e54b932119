/**
 * Tags and sources: texts without ids, with the number of opportunities that carry them.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import * as Opportunities from "./Opportunities.ts"
import type { State } from "./State.ts"
import * as Wire from "./Wire.ts"

/** Counting everybody's labels reads every record; above this many, the counts are scaled from a sample. */
const sample = 20_000

const counts = new WeakMap<State, Readonly<Record<"tags" | "sources", ReadonlyMap<string, number>>>>()

const generated = (state: State) => {
  const known = counts.get(state)
  if (known !== undefined) return known
  const { account } = state
  const rows = Math.min(account.size, sample)
  const scale = account.size / Math.max(1, rows)
  const tags = new Map<string, number>(Opportunities.customTags.map((text) => [text, 0]))
  const sources = new Map<string, number>(Opportunities.allSources.map((text) => [text, 0]))
  for (let row = 0; row < rows; row++) {
    for (const text of Opportunities.tags(account, row)) tags.set(text, (tags.get(text) ?? 0) + scale)
    for (const text of Opportunities.sources(account, row)) sources.set(text, (sources.get(text) ?? 0) + scale)
  }
  const both = { tags, sources }
  counts.set(state, both)
  return both
}

/** The labels with their counts, by text without regard to case. Labels that only edits brought count what they brought. */
const list = (state: State, field: "tags" | "sources"): ReadonlyArray<JsonObject> => {
  const known = generated(state)[field]
  const added = new Map<string, number>()
  for (const record of state.tables.opportunities.edited()) {
    for (const label of Wire.list(record[field]).filter((label: Json) => typeof label === "string")) {
      if (!known.has(label)) added.set(label, (added.get(label) ?? 0) + 1)
    }
  }
  return [...known, ...added]
    .map(([text, count]) => ({ text, count: Math.round(count) }))
    .toSorted((a, b) => a.text.toLowerCase().localeCompare(b.text.toLowerCase()))
}

export const tags = (state: State): ReadonlyArray<JsonObject> => list(state, "tags")

export const sources = (state: State): ReadonlyArray<JsonObject> => list(state, "sources")
