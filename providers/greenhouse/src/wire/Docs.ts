/** Where Greenhouse describes what it sends. */

/** Documentation of Harvest v3. */
export const docs = "https://harvestdocs.greenhouse.io"

/** The page of a list in Harvest's reference. */
export const page = (list: string): string => `${docs}/reference/get_v3-${list.replaceAll("_", "-")}`
