/**
 * Builds what a mapping gets of one record and its joins, as one object literal. Assigning a key for each join costs more
 * than most of the fields that are made of it.
 */
import { Result } from "effect"
import type { Group, Joins } from "../Source.ts"

type Build = (remote: unknown, joined: Group["joined"]) => Readonly<Record<string, unknown>>

const looped =
  (joins: Joins): Build =>
  (remote, joined) => {
    const input: Record<string, unknown> = { remote }
    for (const name in joins) input[name] = joins[name]?.read(joined[name] ?? null)
    return input
  }

/** The record under `remote`, and what each join found under its name. */
export const joinedInput = (joins: Joins): Build => {
  const all = Object.entries(joins)
  const entries = all.map(
    ([name], index) => `${JSON.stringify(name)}: read${index}(joined[${JSON.stringify(name)}] ?? null)`
  )
  const source = `return (remote, joined) => ({ ${["remote", ...entries].join(", ")} })`
  return Result.getOrElse(
    Result.try(() =>
      new Function(...all.map((_, index) => `read${index}`), source)(...all.map(([, join]) => join.read))
    ),
    () => looped(joins)
  )
}
