/** BambooHR's employee with the entry in the directory, and those who map it. */
import type { Subject } from "../Subject.ts"
import * as ByHand from "./ByHand.ts"
import * as Crosswalk from "./Crosswalk.ts"
import { record } from "./Records.ts"

/** The subject. */
export const subject: Subject = {
  name: "bamboohr.employee",
  record,
  contenders: async () => [
    { name: "by hand", kind: "floor", read: ByHand.read },
    { name: "crosswalk", kind: "crosswalk", read: Crosswalk.read }
  ]
}
