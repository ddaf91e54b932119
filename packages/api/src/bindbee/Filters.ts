/** Ways to narrow a list, as parameters with the conditions that they become. */
import * as Filter from "@crosswalk/core/Filter"
import { Result, Schema } from "effect"
import type { Narrowing } from "../Collection.ts"
import * as Moment from "../Moment.ts"
import * as Word from "../Word.ts"
import { payGroups } from "./hris/PayGroup.ts"

/** A condition that is in order. */
export const yes = Result.succeed<Filter.Filter>

/** Records that have one text; of several given, one of them. */
export const text = (
  path: Filter.Path,
  description: string,
  options?: { readonly fold?: boolean; readonly form?: Narrowing["form"] }
): Narrowing => ({
  description,
  schema: Schema.String,
  form: options?.form ?? "one",
  filter: (values) => yes(Filter.oneOf(path, values, { fold: options?.fold ?? false }))
})

/** Records whose reference is an id of ours; `also` adds other ways by which they hang together. */
export const reference = (
  path: Filter.Path,
  description: string,
  options?: {
    readonly form?: Narrowing["form"]
    readonly also?: (ids: ReadonlyArray<string>) => Filter.Filter
  }
): Narrowing => ({
  description,
  schema: Schema.String,
  form: options?.form ?? "one",
  filter: (values) => {
    const own = Filter.oneOf(path, values)
    return yes(options?.also === undefined ? own : Filter.any([own, options.also(values)]))
  }
})

/** Records that are served with one of their words, or with a word of the vendor's that stands for none of them. */
export const word = (field: string, table: Readonly<Record<string, string | null>>, description: string): Narrowing => {
  const untold = Object.keys(table).filter((our) => table[our] === null)
  return {
    description,
    schema: Schema.String,
    form: "one",
    filter: (values) =>
      yes(
        Filter.any([
          Filter.oneOf([field, "value"], Word.ours(table, values)),
          Filter.all([Filter.oneOf([field, "value"], [...untold, null]), Filter.oneOf([field, "remote"], values)])
        ])
      )
  }
}

const day = (description: string, filter: (day: string) => Filter.Filter): Narrowing => ({
  description,
  schema: Schema.String,
  form: "one",
  filter: ([value = ""]) => {
    const found = Moment.day(value)
    return found === null ? Result.fail(Moment.expected) : yes(filter(found))
  }
})

/** Two parameters: records whose day is not before one and not after another. A date-time stands for its day in UTC. */
export const days = (name: string, path: Filter.Path): Readonly<Record<string, Narrowing>> => {
  const spoken = name.replaceAll("_", " ")
  return {
    [`${name}_from`]: day(`Those whose ${spoken} is this day or later.`, (from) => Filter.range(path, { from })),
    [`${name}_to`]: day(`Those whose ${spoken} is this day or earlier.`, (until) => Filter.range(path, { until }))
  }
}

/** Records of one pay group. */
export const payGroup: Narrowing = {
  description: "Those of this pay group.",
  schema: Schema.String,
  form: "one",
  of: payGroups,
  filter: (keys) =>
    yes(
      Filter.any([
        Filter.oneOf(["pay_group", "remote_id"], keys),
        // A group without an id of the vendor's is known by its name.
        Filter.all([Filter.oneOf(["pay_group", "remote_id"], [null]), Filter.oneOf(["pay_group", "name"], keys)])
      ])
    )
}

/** Nothing: what would have to be known is not. */
export const none = (description: string): Narrowing => ({
  description,
  schema: Schema.String,
  form: "one",
  filter: () => yes(Filter.any([]))
})
