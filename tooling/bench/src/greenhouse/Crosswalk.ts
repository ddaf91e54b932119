/** A candidate through Crosswalk, by Greenhouse's own declarations. */
import { candidate } from "@crosswalk/greenhouse/mapper/Candidate"
import { standing } from "./Records.ts"

// A copy of its own, as of the line: what the bench does around the mapping shall cost each subject alike.
const lists: typeof import("../Lists.ts") = await import(new URL("../Lists.ts?greenhouse", import.meta.url).href)

/** Checks and maps a page's candidates. */
export const read = lists.crosswalk(candidate, standing)
