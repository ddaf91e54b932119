/** Takes out of a vendor's record what does not fit its schema, and as little else as possible. */
import { Option, Predicate } from "effect"
import type { Schema } from "effect"
import { faultsOf } from "./faults.ts"
import type { Fault } from "./faults.ts"
import { without } from "./without.ts"

type Keys = ReadonlyArray<PropertyKey>

/** What could be saved of a record. */
export interface Repair {
  /** The record without what is broken; none when the record cannot be without it. */
  readonly record: Option.Option<unknown>
  /** Everything that is wrong with the record as it came. */
  readonly faults: ReadonlyArray<Fault>
}

/** The path to a fault as far as there is something: what is missing is the fault of what should have it. */
const standing = (value: unknown, keys: Keys): Keys => {
  let holder = value
  for (const [depth, key] of keys.entries()) {
    if (!Predicate.isObjectOrArray(holder) || !Object.hasOwn(holder, key)) return keys.slice(0, depth)
    holder = Reflect.get(holder, key)
  }
  return keys
}

/**
 * Saves what can be saved of a value that does not fit a schema. A broken value is taken out; where it may not be
 * missing, what holds it is, and so on up to the record itself.
 */
export const repair = (schema: Schema.ConstraintDecoder<unknown>, value: unknown): Repair => {
  const faults = faultsOf(schema, value)
  let record = value
  for (let left = faults; left.length > 0; left = faultsOf(schema, record)) {
    const cuts = left.map(({ keys }) => standing(record, keys))
    if (cuts.some((keys) => keys.length === 0)) return { record: Option.none(), faults }
    record = without(record, cuts)
  }
  return { record: Option.some(record), faults }
}
