/** All checks of the suite, in the order in which they help a new provider along. */
import type { Check } from "./Check.ts"
import { absences, coverage } from "./check/Coverage.ts"
import { convergence, walks } from "./check/Convergence.ts"
import { credentials } from "./check/Credentials.ts"
import { decided } from "./check/Decided.ts"
import { declaration } from "./check/Declaration.ts"
import { deletions } from "./check/Deletions.ts"
import { expected } from "./check/Expected.ts"
import { failures } from "./check/Failures.ts"
import { ids } from "./check/Ids.ts"
import { increments } from "./check/Increments.ts"
import { inventions } from "./check/Inventions.ts"
import { joins, references } from "./check/Joins.ts"
import { leniency } from "./check/Leniency.ts"
import { order } from "./check/Order.ts"
import { paging } from "./check/Paging.ts"
import { purity } from "./check/Purity.ts"
import { recorded } from "./check/Recorded.ts"
import { records } from "./check/Records.ts"
import { rights } from "./check/Rights.ts"
import { secrets } from "./check/Secrets.ts"
import { served } from "./check/Served.ts"
import { singles } from "./check/Singles.ts"
import { sources } from "./check/Sources.ts"
import { vendorWords } from "./check/VendorWords.ts"
import { wireSchemas } from "./check/WireSchemas.ts"

/** Every check. */
export const all: ReadonlyArray<Check> = [
  declaration,
  sources,
  wireSchemas,
  credentials,
  recorded,
  decided,
  paging,
  records,
  expected,
  coverage,
  absences,
  vendorWords,
  inventions,
  ids,
  purity,
  order,
  leniency,
  joins,
  references,
  failures,
  secrets,
  served,
  increments,
  deletions,
  singles,
  rights,
  convergence,
  walks
]

/** Those that drive the simulator. */
export const driving: ReadonlyArray<Check> = all.filter(({ needsSimulator }) => needsSimulator)

/** Those that take the declaration and the fixtures alone. */
export const still: ReadonlyArray<Check> = all.filter(({ needsSimulator }) => !needsSimulator)
