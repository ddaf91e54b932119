/** A parameter in the query of an address. */
import type { Schema } from "effect"

/** What is said of a parameter. */
export interface Parameter {
  /** What it means, as a sentence: it stands in the document. */
  readonly description: string
  /** The schema of one value as it comes in the address; also what the document says. */
  readonly schema: Schema.Top
  /**
   * `one`: given once, the last counts; `comma`: a list in one value, separated by commas; `repeated`: given once for
   * each value.
   */
  readonly form: "one" | "comma" | "repeated"
}
