/** A kind of vendor record, and those who check and map it. */
import type { Read } from "./Line.ts"

/** One way to check and map the records. */
export interface Contender {
  readonly name: string
  /** The floor is what the others are measured against; a rival is what somebody would use instead of Crosswalk. */
  readonly kind: "floor" | "crosswalk" | "rival"
  readonly read: Read
}

/** What is measured. */
export interface Subject {
  readonly name: string
  /** The vendor's record at an index. */
  readonly record: (index: number) => unknown
  /** Makes all contenders; the floor comes first. */
  readonly contenders: () => Promise<ReadonlyArray<Contender>>
}
