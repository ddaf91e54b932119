/**
 * The annotations Crosswalk adds to schemas: what a field means beyond its type.
 *
 * Documentation, the reference table, redaction and collection settings are derived from them.
 */
import { Schema } from "effect"
import type { ModelName } from "./ModelName.ts"

/**
 * How sensitive a field is. `none`: nothing about a person; `basic`: names and work facts; `contact`: ways to reach
 * somebody; `compensation`: pay; `government-id`: national identifiers and bank details; `special`: health, origin,
 * gender and whatever else the law protects specially.
 */
export type Pii = "none" | "basic" | "contact" | "compensation" | "government-id" | "special"

/** Facts about a field or schema that are not visible in its type. */
export interface FieldFacts {
  /** What the field means, in one or two sentences. */
  readonly description?: string | undefined
  /** Unit of a number, e.g. `minutes` or `bytes`. */
  readonly unit?: string | undefined
  /** Sensitivity class; a field without one is `none`. */
  readonly pii?: Pii | undefined
  /** Model whose ids this field holds. */
  readonly reference?: ModelName | undefined
  /** Address of the vendor's page that defines a wire shape. */
  readonly source?: string | undefined
}

declare module "effect/Schema" {
  namespace Annotations {
    interface Annotations {
      readonly unit?: string | undefined
      readonly pii?: Pii | undefined
      readonly reference?: ModelName | undefined
      readonly source?: string | undefined
    }
  }
}

/** The facts annotated on a schema; none of them is there where nothing was annotated. */
export const facts = (schema: Schema.Constraint): FieldFacts => Schema.resolveAnnotations(schema) ?? {}
