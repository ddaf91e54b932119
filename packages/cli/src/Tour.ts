/**
 * What the demo shows of a synced account: a record of every model, and what to try next.
 */
import type { Summary } from "@crosswalk/engine/Summary"
import { Records } from "@crosswalk/store/Records"
import { Effect, Schema } from "effect"
import * as Label from "./Label.ts"
import * as Numbers from "./Numbers.ts"
import * as Table from "./Table.ts"

const Text = Schema.fromJsonString(Schema.Record(Schema.String, Schema.Unknown))

/** A stored record's text as it is read for people. */
export const decode: (text: string) => Readonly<Record<string, unknown>> = Schema.decodeSync(Text)

/** A table with the number of records of every model, and the first of them. */
export const samples = Effect.fnUntraced(function* (summary: Summary, columns: number | null) {
  const records = yield* Records
  const rows = yield* Effect.forEach(Object.entries(summary.models), ([model, { total }]) =>
    Effect.map(records.page(summary.connector, model, { after: 0, limit: 1 }), ([first]) => [
      model,
      Numbers.count(total),
      first === undefined ? "" : Label.sample(decode(first.text))
    ])
  )
  return Table.format(["model", "records", "for example"], rows, columns)
})

/** The models that people look for first, where an account has them. */
const telling = ["candidate", "employee"]

/** Commands to try with what was synced; `options` stands at the end of those that need the database. */
export const nextSteps = Effect.fnUntraced(function* (summary: Summary, options: string) {
  const filled = Object.keys(summary.models).filter((model) => (summary.models[model]?.total ?? 0) > 0)
  const model = telling.find((name) => filled.includes(name)) ?? filled[0]
  const connector = `--connector ${summary.connector}${options}`
  const ofModel =
    model === undefined
      ? []
      : Array.from(
          yield* Records.use((records) => records.page(summary.connector, model, { after: 0, limit: 1 })),
          ({ id }) => [
            `pnpm crosswalk records ${model} ${connector}`,
            `pnpm crosswalk explain ${model} ${id}${options}`
          ]
        ).flat()
  return [
    ...ofModel,
    `pnpm crosswalk changes ${connector}`,
    `pnpm crosswalk coverage ${summary.provider}`,
    "pnpm crosswalk models references employee"
  ].map((command) => `  ${command}`)
})
