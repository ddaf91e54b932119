/** An employee through Crosswalk, by UKG Pro's own declarations. */
import { employee } from "@crosswalk/ukg-pro/mapper/Employee"
import { standing } from "./Records.ts"

// A copy of its own, as of the line: what the bench does around the mapping shall cost each subject alike.
const lists: typeof import("../Lists.ts") = await import(new URL("../Lists.ts?ukg-pro", import.meta.url).href)

/** Checks and maps a page's employees. */
export const read = lists.crosswalk(employee, standing)
