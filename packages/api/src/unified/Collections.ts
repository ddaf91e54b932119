/** All lists of this dialect. */
import type { Collection } from "../Collection.ts"
import { atsCollections } from "./AtsCollections.ts"
import { crmCollections } from "./CrmCollections.ts"
import { hrisCollections } from "./HrisCollections.ts"
import { workCollections } from "./WorkCollections.ts"

/** The lists of all categories. */
export const collections: ReadonlyArray<Collection> = [
  ...atsCollections,
  ...crmCollections,
  ...hrisCollections,
  ...workCollections
]
