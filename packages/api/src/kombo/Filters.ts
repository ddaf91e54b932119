/** Ways to narrow a list, as parameters with the conditions that they become. */
import * as Filter from "@crosswalk/core/Filter"
import * as Id from "@crosswalk/core/Id"
import { Result, Schema } from "effect"
import type { Narrowing } from "../Collection.ts"
import * as Moment from "../Moment.ts"
import * as Word from "../Word.ts"

const text = Schema.String
/** A condition that is in order. */
export const yes = Result.succeed<Filter.Filter>

/** Our ids of 24 characters; texts that are none name nothing. */
export const uuids = (ids: ReadonlyArray<string>): ReadonlyArray<string> => ids.flatMap((id) => Id.fromShort(id) ?? [])

/** Records whose reference is one of some ids; `also` adds other ways by which they hang together. */
export const ids = (
  path: Filter.Path,
  description: string,
  also: (ids: ReadonlyArray<string>) => ReadonlyArray<Filter.Filter> = () => []
): Narrowing => ({
  description,
  schema: text,
  form: "comma",
  filter: (values) => {
    const known = uuids(values)
    const own = Filter.oneOf(path, known)
    const others = also(known)
    return yes(others.length === 0 ? own : Filter.any([own, ...others]))
  }
})

/** Records that have one of some texts. */
export const texts = (path: Filter.Path, description: string, options?: { readonly fold: boolean }): Narrowing => ({
  description,
  schema: text,
  form: "comma",
  filter: (values) => yes(Filter.oneOf(path, values, options))
})

/** Records that have one text. */
export const one = (path: Filter.Path, description: string, options?: { readonly fold: boolean }): Narrowing => ({
  ...texts(path, description, options),
  form: "one"
})

/** Records whose address or number of one kind is one of some, whatever its case. */
export const ofKind = (path: Filter.Path, kind: string, description: string): Narrowing => ({
  description,
  schema: text,
  form: "comma",
  filter: (values) =>
    yes(
      Filter.element(path, [
        { path: ["value"], values, fold: true },
        { path: ["type", "value"], values: [kind], fold: false }
      ])
    )
})

/** Records whose text holds all words of a phrase. */
export const words = (path: Filter.Path, description: string): Narrowing => ({
  description,
  schema: text,
  form: "one",
  filter: ([phrase = ""]) => yes(Filter.words(path, phrase))
})

/** Records whose word is one of some of theirs; `null`, where it is taken, stands for records with none of them. */
export const enumeration = (
  path: Filter.Path,
  table: Readonly<Record<string, string | null>>,
  words: ReadonlyArray<string>,
  description: string,
  options?: { readonly form?: "one" | "comma"; readonly takesNull?: boolean }
): Narrowing => {
  const taken = options?.takesNull === true ? [...words, "null"] : words
  return {
    description,
    schema: Schema.Literals(taken),
    form: options?.form ?? "comma",
    filter: (values) => {
      const strange = values.find((value) => !taken.includes(value))
      if (strange !== undefined) return Result.fail(`${JSON.stringify(strange)} is none of ${taken.join(", ")}.`)
      const theirs = values.map((value) => (value === "null" ? null : value))
      const ours = Word.ours(table, theirs)
      return yes(Filter.oneOf(path, theirs.includes(null) ? [...ours, null] : ours))
    }
  }
}

/** Records created at the vendor on a day or later. */
export const createdSince: Narrowing = {
  description: "Records created at the vendor on that day or later.",
  schema: text,
  form: "one",
  filter: ([value = ""]) => {
    const day = Moment.day(value)
    return day === null ? Result.fail(Moment.expected) : yes(Filter.from(["remote_created_at"], `${day}T00:00:00.000Z`))
  }
}
