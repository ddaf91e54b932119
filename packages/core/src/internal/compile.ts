/**
 * Builds a model's record with static code: one object literal that calls the field functions.
 *
 * Assigning twenty keys in a loop costs twice the whole mapping, so the literal is written once per mapper and
 * compiled with `Function`. Where generating code is forbidden, the loop serves.
 */
import { Result } from "effect"
import type { Identify } from "../Id.ts"
import * as Model from "../Model.ts"
import type { AnyRule } from "../Mapper.ts"

/** Builds the record, or gives null when a rule threw. */
export type Build = (input: unknown, identify: Identify) => Readonly<Record<string, unknown>> | null

/** A field's rule as it is run. */
export interface Step {
  readonly field: string
  /** Gives null for an absent field. */
  read(input: unknown): unknown
  /** Model that a reference points to: one whose identity is its own name, so that the ids agree. */
  readonly reference: string | null
}

/** The steps that fill a model's mapped fields, in the model's order. */
export const steps = (model: Model.Any, rules: Readonly<Record<string, AnyRule>>): ReadonlyArray<Step> =>
  Model.mappedFields(model).map(({ field, reference }) => ({
    field,
    read: reader(rules[field]),
    reference: reference ?? null
  }))

const reader = (rule: AnyRule | undefined): Step["read"] => {
  if (typeof rule === "function") return rule
  if (rule?.rule === "derived") return rule.read
  return () => null
}

/**
 * Turns the remote ids that a reference's rule gave into unified ids. An empty id refers to nothing: it becomes null,
 * and leaves its list. Anything else is left for the check to find.
 */
export const refer = (value: unknown, model: string, identify: Identify): unknown => {
  if (typeof value === "string") return value === "" ? null : identify(model, value)
  if (!Array.isArray(value)) return value ?? null
  const ids: Array<unknown> = value.includes("") ? value.filter((entry) => entry !== "") : [...value]
  for (let at = 0; at < ids.length; at++) {
    const entry = ids[at]
    if (typeof entry === "string") ids[at] = identify(model, entry)
  }
  return ids
}

const looped =
  (fields: ReadonlyArray<Step>): Build =>
  (input, identify) =>
    // A rule is a contributor's code: whatever it throws is found again, and named, field by field.
    Result.getOrElse(
      Result.try(() => {
        const record: Record<string, unknown> = {}
        for (const { field, read, reference } of fields) {
          record[field] = reference === null ? read(input) : refer(read(input), reference, identify)
        }
        return record
      }),
      () => null
    )

/** A model's rules as one function, compiled on first use. */
export const compile = (model: Model.Any, rules: Readonly<Record<string, AnyRule>>): Build => {
  let build: Build = (input, identify) => {
    build = literal(model, rules)
    return build(input, identify)
  }
  return (input, identify) => build(input, identify)
}

const literal = (model: Model.Any, rules: Readonly<Record<string, AnyRule>>): Build => {
  const fields = steps(model, rules)
  const entries = fields.map(({ field, reference }, index) => {
    const rule = rules[field]
    const absent = rule === undefined || (typeof rule !== "function" && rule.rule === "absent")
    const value = absent
      ? "null"
      : reference === null
        ? `read${index}(input)`
        : `refer(read${index}(input), ${JSON.stringify(reference)}, identify)`
    return `${JSON.stringify(field)}: ${value}`
  })
  const names = fields.map((_, index) => `read${index}`)
  const source = `return (input, identify) => { try { return { ${entries.join(", ")} } } catch { return null } }`
  return Result.getOrElse(
    Result.try(() => new Function("refer", ...names, source)(refer, ...fields.map((step) => step.read))),
    () => looped(fields)
  )
}
