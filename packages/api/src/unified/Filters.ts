/** Ways to narrow a list, as parameters with the conditions that they become. */
import { User } from "@crosswalk/core/ats/User"
import * as Filter from "@crosswalk/core/Filter"
import { Employee } from "@crosswalk/core/hris/Employee"
import type * as Model from "@crosswalk/core/Model"
import * as Relation from "@crosswalk/core/Relation"
import { Result, Schema } from "effect"
import type { Narrowing } from "../Collection.ts"
import * as Word from "../Word.ts"
import * as Instant from "./Instant.ts"

const yes = Result.succeed<Filter.Filter>

type Key<M extends Model.Any> = Extract<keyof Model.Mapped<M>, string>

const one = (description: string, filter: (value: string) => Result.Result<Filter.Filter, string>): Narrowing => ({
  description,
  schema: Schema.String,
  form: "one",
  filter: ([value = ""]) => filter(value)
})

/** Records from which one of some ways leads to the record of a vendor's id. */
export const by = (ways: ReadonlyArray<ReadonlyArray<Relation.Relation>>, description: string): Narrowing =>
  one(description, (id) => yes(Filter.any(ways.map((way) => Filter.related(way, Filter.remoteIds([id]))))))

/** Records whose field names the record of a vendor's id. */
export const to = <From extends Model.Any>(
  from: From,
  field: Key<From>,
  target: Model.Any,
  description: string
): Narrowing => by([[Relation.to(from, field, target)]], description)

/** Records whose field names a colleague by the vendor's id. */
export const person = <From extends Model.Any>(from: From, field: Key<From>, description: string): Narrowing =>
  by([[Relation.to(from, field, Employee)], [Relation.to(from, field, User)]], description)

/** Records that have a text. */
export const text = (path: Filter.Path, description: string): Narrowing =>
  one(description, (value) => yes(Filter.oneOf(path, [value])))

/** Records whose word is one of theirs, or the vendor's own where none of theirs means the same. */
export const word = (field: string, table: Readonly<Record<string, string | null>>, description: string): Narrowing =>
  one(description, (word) => {
    const nameless = Word.ours(table, [null])
    return yes(
      Filter.any([
        Filter.oneOf([field, "value"], Word.ours(table, [word])),
        Filter.all([Filter.oneOf([field, "remote"], [word]), Filter.oneOf([field, "value"], [null, ...nameless])])
      ])
    )
  })

/** Records whose instant is one or later. */
export const since = (field: string, description: string): Narrowing =>
  one(description, (text) => {
    const at = Instant.read(text)
    return at === null ? Result.fail(Instant.expected) : yes(Filter.from([field], at))
  })

/** Records whose instant is before one. */
export const before = (field: string, description: string): Narrowing =>
  one(description, (text) => {
    const at = Instant.read(text)
    return at === null
      ? Result.fail(Instant.expected)
      : yes(Filter.range([field], { until: at, untilInclusive: false }))
  })

interface Moment {
  /** A day, and the time of it, which is midnight where it is not known. */
  readonly day: string
  readonly time: string
}

/** Records that begin on a day, at a time of it if that is known, which is an instant or later. */
export const startsSince = ({ day, time }: Moment, description: string): Narrowing =>
  one(description, (text) => {
    const at = Instant.read(text)
    if (at === null) return Result.fail(Instant.expected)
    const [date, clock] = [at.slice(0, 10), at.slice(11, 19)]
    const onTheDay = clock === "00:00:00" ? Filter.all([]) : Filter.from([time], clock)
    return yes(
      Filter.any([
        Filter.range([day], { from: date, fromInclusive: false }),
        Filter.all([Filter.oneOf([day], [date]), onTheDay])
      ])
    )
  })

/** Records that end on a day, at a time of it if that is known, which is before an instant. */
export const endsBefore = ({ day, time }: Moment, description: string): Narrowing =>
  one(description, (text) => {
    const at = Instant.read(text)
    if (at === null) return Result.fail(Instant.expected)
    const [date, clock] = [at.slice(0, 10), at.slice(11, 19)]
    const atMidnight = clock === "00:00:00" ? Filter.any([]) : Filter.oneOf([time], [null])
    const earlier = Filter.range([time], { until: clock, untilInclusive: false })
    return yes(
      Filter.any([
        Filter.range([day], { until: date, untilInclusive: false }),
        Filter.all([Filter.oneOf([day], [date]), Filter.any([atMidnight, earlier])])
      ])
    )
  })
