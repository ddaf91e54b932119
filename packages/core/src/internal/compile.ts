/**
 * Builds and checks a model's record with static code: it calls the field functions, tests what each gave, and puts all
 * into one object literal.
 *
 * Assigning twenty keys in a loop costs twice the whole mapping, so the code is written once per mapper and compiled with
 * `Function`. Where generating code is forbidden, the loop serves.
 */
import { Result, Schema, SchemaAST } from "effect"
import type { Identify } from "../Id.ts"
import * as Model from "../Model.ts"
import type { AnyRule } from "../Mapper.ts"
import { emitter } from "./guard.ts"

/** Builds the record, or gives null when a rule threw or gave what its field does not take. */
export type Build = (input: unknown, identify: Identify) => Readonly<Record<string, unknown>> | null

/** A field's rule as it is run. */
export interface Step {
  readonly field: string
  /** Gives null for an absent field. */
  read(input: unknown): unknown
  /** Model that a reference points to: one whose identity is its own name, so that the ids agree. */
  readonly reference: string | null
  /** What the field takes. */
  readonly schema: Schema.ConstraintDecoder<unknown>
}

/** The steps that fill a model's mapped fields, in the model's order. */
export const steps = (model: Model.Any, rules: Readonly<Record<string, AnyRule>>): ReadonlyArray<Step> =>
  Model.mappedFields(model).map(({ field, reference, schema }) => ({
    field,
    read: reader(rules[field]),
    reference: reference ?? null,
    schema
  }))

const isAbsent = (rule: AnyRule | undefined): boolean =>
  rule === undefined || (typeof rule !== "function" && rule.rule === "absent")

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
  const ids: Array<unknown> = value.slice()
  let isAnyEmpty = false
  for (let at = 0; at < ids.length; at++) {
    const entry = ids[at]
    if (entry === "") isAnyEmpty = true
    else if (typeof entry === "string") ids[at] = identify(model, entry)
  }
  return isAnyEmpty ? ids.filter((entry) => entry !== "") : ids
}

const looped =
  (model: Model.Any, fields: ReadonlyArray<Step>): Build =>
  (input, identify) =>
    // A rule is a contributor's code: whatever it throws is found again, and named, field by field.
    Result.getOrElse(
      Result.try(() => {
        const record: Record<string, unknown> = {}
        for (const { field, read, reference } of fields) {
          record[field] = reference === null ? read(input) : refer(read(input), reference, identify)
        }
        return Schema.is(model.mapped)(record) ? record : null
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
  const { constants, functions, test } = emitter()
  const fields = steps(model, rules)
  const written = fields.map(({ field, reference, schema }, at) => {
    const key = JSON.stringify(field)
    if (isAbsent(rules[field]) && Schema.is(schema)(null)) return { value: "", entry: `${key}: null` }
    const read = `read${at}(input)`
    const given = reference === null ? read : `refer(${read}, ${JSON.stringify(reference)}, identify)`
    const fits = test(SchemaAST.toType(schema.ast), `value${at}`)
    return {
      value: `const value${at} = ${given}; if (!(${fits})) return null;`,
      entry: `${key}: value${at}`
    }
  })
  const values = written.map(({ value }) => value).join(" ")
  const entries = written.map(({ entry }) => entry).join(", ")
  const names = fields.map((_, at) => `read${at}`)
  const source = `"use strict"; ${functions.join("; ")};
    return (input, identify) => { try { ${values} return { ${entries} } } catch { return null } }`
  return Result.getOrElse(
    Result.try(() =>
      new Function("refer", "constants", ...names, source)(refer, constants, ...fields.map((step) => step.read))
    ),
    () => looped(model, fields)
  )
}
