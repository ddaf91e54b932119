/** An employee through Crosswalk, by UKG Pro's own declarations. */
import { employee } from "@crosswalk/ukg-pro/mapper/Employee"
import * as Lists from "../Lists.ts"
import { standing } from "./Records.ts"

/** Checks and maps a page's employees. */
export const read = Lists.crosswalk(employee, standing)
