/** A candidate through Crosswalk, by Greenhouse's own declarations. */
import { candidate } from "@crosswalk/greenhouse/mapper/Candidate"
import * as Lists from "../Lists.ts"
import { standing } from "./Records.ts"

/** Checks and maps a page's candidates. */
export const read = Lists.crosswalk(candidate, standing)
