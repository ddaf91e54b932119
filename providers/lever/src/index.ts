/** Lever for Crosswalk. */
export { lever } from "./Lever.ts"
