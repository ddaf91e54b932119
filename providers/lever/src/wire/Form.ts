/** Forms: feedback, notes and the questions of applications are all made of the same fields. */
import { maybe } from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { chapter } from "./Docs.ts"

/** A question of a form and what was answered; the `value` depends on the `type`. */
export const Answered = Schema.Struct({
  id: maybe(Schema.String),
  type: maybe(Schema.String),
  text: maybe(Schema.String),
  value: Schema.optionalKey(Schema.Unknown)
}).annotate({ source: chapter("form-fields") })

/** A question of a form and what was answered. */
export type Answered = typeof Answered.Type

/** One field of a form, with how it is to be answered. */
export const FormField = Schema.Struct({
  ...Answered.fields,
  description: maybe(Schema.String),
  prompt: maybe(Schema.String),
  required: maybe(Schema.Boolean),
  options: maybe(Schema.Array(Schema.Struct({ text: maybe(Schema.String), optionId: maybe(Schema.String) }))),
  /** The skills that a `scorecard` rates, in the order of its values. */
  scores: maybe(Schema.Array(Schema.Struct({ text: maybe(Schema.String) }))),
  /** Set on the field that holds the form's verdict, where the form says which one does. */
  overall: maybe(Schema.Boolean)
}).annotate({ source: chapter("form-fields") })

/** One field of a form, with how it is to be answered. */
export type FormField = typeof FormField.Type
