/**
 * What tenants do differently, and documentation leaves open.
 */
import { Schema } from "effect"

/** Changes to the habits; what is left out stays as it is. */
export const Habits = Schema.Struct({
  /**
   * What a list without records answers: as each endpoint is set up ("mixed"), an empty list, or 404. A page past the
   * end is such a list. Default "mixed".
   */
  empty: Schema.optionalKey(Schema.Literals(["mixed", "list", "not-found"])),
  /** The status for a missing right. Default 403. */
  missingRight: Schema.optionalKey(Schema.Literals([401, 403])),
  /** Whether social security numbers are masked for everybody. Default false: for one person in ten. */
  maskSsn: Schema.optionalKey(Schema.Boolean)
})

export type Habits = typeof Habits.Type

export const initial: Required<Habits> = { empty: "mixed", missingRight: 403, maskSsn: false }
