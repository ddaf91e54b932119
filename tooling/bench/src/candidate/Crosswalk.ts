/** The candidate through Crosswalk: checked in, mapped from its source, checked out. */
import * as CheckIn from "@crosswalk/core/CheckIn"
import type { Identify } from "@crosswalk/core/Id"
import { candidate, people } from "./Mapping.ts"

const check = CheckIn.make(people)

/** Checks and maps one of the vendor's records; null when it does not fit. */
export const read = (raw: unknown, identify: Identify): Readonly<Record<string, unknown>> | null => {
  const checked = check(raw, null)
  if (checked._tag === "Rejected") return null
  const { key, record } = checked
  const mapped = candidate.run({ key, members: [{ key, parent: null, record }], joined: {} }, identify)
  return mapped?._tag === "Mapped" ? mapped.record : null
}
