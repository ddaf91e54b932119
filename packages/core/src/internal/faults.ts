/** The precise report of what is wrong with a value, made by effect's ordinary decoder; the slow path only. */
import { Option, Result, Schema, SchemaIssue } from "effect"

/** One fault: the keys that lead to it, and why. */
export interface Fault {
  readonly keys: ReadonlyArray<PropertyKey>
  readonly reason: string
}

const format = SchemaIssue.makeFormatterStandardSchemaV1()

/** Every fault of a value against a schema; none when it fits. */
export const faultsOf = (schema: Schema.ConstraintDecoder<unknown>, value: unknown): ReadonlyArray<Fault> =>
  Option.match(Result.getFailure(Schema.decodeUnknownResult(schema, { errors: "all" })(value)), {
    onNone: () => [],
    onSome: ({ issue }) =>
      format(issue).issues.map(({ message, path }) => ({
        keys: (path ?? []).map((segment) => (typeof segment === "object" ? segment.key : segment)),
        reason: message
      }))
  })
