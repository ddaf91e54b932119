/**
 * A mapper: the pure, total function from a vendor's records to one model, as one rule for every field.
 *
 * Leaving a field out, reading a wire field that does not exist, or calling a required field absent does not compile.
 * A rule that throws or yields the wrong type costs its field if that can be null, else the record; never the page.
 */
import type { Identify } from "./Id.ts"
import { compile } from "./internal/compile.ts"
import { isolate } from "./internal/isolate.ts"
import { thrown } from "./internal/thrown.ts"
import type { Issue } from "./Issue.ts"
import type * as Model from "./Model.ts"
import type * as Resource from "./Resource.ts"
import type { Absent, Derived, Read, Rule } from "./Rule.ts"
import * as RemoteKey from "./RemoteKey.ts"
import * as Source from "./Source.ts"

export { absent, derived, once, undecided } from "./Rule.ts"

/** A rule whose types were checked where it was written. */
export type AnyRule = Read<never, unknown> | Derived<never, unknown> | Absent

type Input<From> = From extends Source.Source<infer I> ? I : From extends Resource.Resource<string, infer W> ? W : never

/** One rule for every mapped field of a model. */
export type Rules<I, M extends Model.Any> = { readonly [K in keyof Model.Mapped<M>]-?: Rule<I, Model.Mapped<M>[K]> }

/** A record as mapped: references already hold unified ids. */
export interface Mapped {
  readonly _tag: "Mapped"
  /** The vendor's id, as in the record. */
  readonly remoteId: string
  /** Every mapped field, in the model's order. */
  readonly record: Readonly<Record<string, unknown>>
  /** Why fields are null that have a value at the vendor's; empty when nothing was lost. */
  readonly issues: ReadonlyArray<Issue>
}

/** A record that cannot be mapped, and why. */
export interface Rejected {
  readonly _tag: "Rejected"
  /** At least one. */
  readonly issues: ReadonlyArray<Issue>
}

/** A mapper from a vendor's records to the model `M`. */
export interface Mapper<out M extends Model.Any = Model.Any> {
  /** Model and resource, e.g. `candidate/opportunities`: unique within a provider. */
  readonly name: string
  readonly model: M
  /** What a record is made from. */
  readonly source: Source.Source
  /** Address of the vendor's page that the mapping follows. */
  readonly docs: string
  /** How each field is filled, by its name. */
  readonly rules: Readonly<Record<string, AnyRule>>
  /**
   * Maps the material of one record; null when the source finds nothing under the group's key. `identify` turns the
   * remote ids of references into unified ids. It never throws: what a contributor's function throws is an issue.
   */
  readonly run: (group: Source.Group, identify: Identify) => Mapped | Rejected | null
}

/**
 * Defines a mapper from a source, or from a resource whose records each become one.
 *
 * What it maps from stands before the rules, not among them, so that functions within {@link derived} know their input.
 */
export const make = <M extends Model.Any, From extends Source.Source | Resource.Resource>(
  model: M,
  from: From,
  options: {
    /** Address of the vendor's page that the mapping follows. */
    readonly docs: string
    /** One rule for every field; order does not matter. */
    readonly fields: Rules<Input<From>, M>
  }
): Mapper<M> => define(model, sourceOf(from), options.docs, options.fields)

const sourceOf = (from: Source.Source | Resource.Resource): Source.Source =>
  "shape" in from ? from : Source.plain(from)

const none: ReadonlyArray<Issue> = []

const define = <M extends Model.Any>(
  model: M,
  source: Source.Source,
  docs: string,
  rules: Readonly<Record<string, AnyRule>>
): Mapper<M> => {
  const build = compile(model, rules)

  const map: Mapper["run"] = (group, identify) => {
    const input = source.input(group)
    if (input === null) return null
    const record = build(input, identify)
    const remoteId = record?.["remote_id"]
    const outcome =
      record !== null && typeof remoteId === "string"
        ? ({ _tag: "Mapped", remoteId, record, issues: none } as const)
        : isolate(model, rules, input, identify)
    // A record is found, and deleted, by its key; one that calls itself otherwise would be lost.
    const expected = RemoteKey.toRemoteId(group.key)
    return outcome._tag === "Rejected" || outcome.remoteId === expected
      ? outcome
      : rejected("remote_id", `must be the key "${expected}", not "${outcome.remoteId}"`)
  }

  return {
    name: `${model.name}/${source.resource.name}`,
    model,
    source,
    docs,
    rules,
    run: (group, identify) => {
      // What a source's functions throw costs their record, like what a rule throws.
      // oxlint-disable-next-line crosswalk/no-throw -- synchronous on the hot path, where an Effect per record is too dear
      try {
        return map(group, identify)
      } catch (cause) {
        return rejected("", `the mapping failed: ${thrown(cause)}`)
      }
    }
  }
}

const rejected = (path: string, reason: string): Rejected => ({ _tag: "Rejected", issues: [{ path, reason }] })
