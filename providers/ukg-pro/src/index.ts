/** UKG Pro for Crosswalk. */
export { ukgPro } from "./UkgPro.ts"
