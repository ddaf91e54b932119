/** UKG Pro's employee, joined of four lists, and those who map it. */
import type { Subject } from "../Subject.ts"
import * as ByHand from "./ByHand.ts"
import * as Crosswalk from "./Crosswalk.ts"
import { record } from "./Records.ts"

/** The subject. */
export const subject: Subject = {
  name: "ukg-pro.employee",
  record,
  contenders: async () => [
    { name: "by hand", kind: "floor", read: ByHand.read },
    { name: "crosswalk", kind: "crosswalk", read: Crosswalk.read }
  ]
}
