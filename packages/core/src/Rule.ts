/** How one field of a model is filled: by a function, by a function that works the value out, or not at all. */

/** A field that the vendor does not have, and why. */
export interface Absent {
  readonly rule: "absent"
  /** As it stands in the coverage table: a clause without a full stop. */
  readonly why: string
}

/** A field that is worked out from something else than its own value, and how. */
export interface Derived<in Input, out A> {
  readonly rule: "derived"
  /** As it stands in the coverage table and in `explain`: a clause without a full stop. */
  readonly how: string
  /** Pure: the same material gives the same value. */
  readonly read: (input: Input) => A
}

/** A function from the material to the field's value: a plain copy or a change of form. */
export type Read<in Input, out A> = (input: Input) => A

/** A rule for a field of type `A`. A field that cannot be null cannot be absent. */
export type Rule<Input, A> = Read<Input, A> | Derived<Input, A> | (null extends A ? Absent : never)

/** Says that the vendor has no such thing, and why: it stands in the coverage table. */
export const absent = (why: string): Absent => ({ rule: "absent", why })

/**
 * What a new mapping says of every field: it compiles, and the conformance suite refuses it field by field until each is
 * mapped or called {@link absent} with its reason.
 */
export const undecided: Absent = absent("not decided yet")

/**
 * What several fields are made from, worked out once for each material: the answer for the last one is remembered, and
 * with it the material. `read` is pure, as a field's function is.
 */
export const once = <Input extends object, A>(read: (input: Input) => A): ((input: Input) => A) => {
  let last: { input: Input; value: A } | null = null
  return (input) => {
    if (last === null) last = { input, value: read(input) }
    else if (last.input !== input) {
      last.value = read(input)
      last.input = input
    }
    return last.value
  }
}

/** Says that a value is worked out rather than read: how stands in the coverage table and in `explain`. */
export const derived = <Input, A>(how: string, read: (input: Input) => A): Derived<Input, A> => ({
  rule: "derived",
  how,
  read
})
