import type { Credentials } from "@crosswalk/engine/Connection"
import * as Engine from "@crosswalk/engine/Pull"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { DateTime, Effect, Option, Result, Stream } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Access from "../Access.ts"
import * as Failure from "../Failure.ts"
import * as IssueCounts from "../IssueCounts.ts"
import * as Named from "../Named.ts"
import * as Numbers from "../Numbers.ts"
import * as Output from "../Output.ts"
import * as StatusLine from "../StatusLine.ts"
import * as Sunset from "../Sunset.ts"
import * as Switch from "../Switch.ts"
import * as Tries from "../Tries.ts"

/** Milliseconds since 1970 of a date or an instant; a date begins at midnight UTC. */
const instant = Effect.fnUntraced(function* (text: Option.Option<string>) {
  if (Option.isNone(text)) return null
  const isDate = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text.value)
  const read = isDate ? DateTime.make(text.value) : Option.none()
  return Option.isSome(read)
    ? DateTime.toEpochMillis(read.value)
    : yield* Failure.make(`"${text.value}" is no date. Write --since as in 2026-01-31 or 2026-01-31T08:00:00Z.`)
})

const printed = (one: Engine.Pulled, raw: boolean, explain: boolean): string =>
  JSON.stringify(
    raw || explain
      ? { record: one.record, ...(raw ? { raw: one.raw } : {}), ...(explain ? { explained: one.explained } : {}) }
      : one.record
  )

/** Without a database there is no place for the refresh token that some vendors put in place of a used one. */
const warnOfReplaced = (vendor: string) => (changed: Credentials) =>
  Object.hasOwn(changed, "refresh_token")
    ? Output.note(
        `${vendor} replaced the refresh_token, and the one given works no more. ` +
          "Use a connector instead, which keeps the new one: crosswalk connectors add."
      )
    : Effect.void

/** `crosswalk pull <provider> --model <model>`: a model's records straight from a vendor, one line of JSON each. */
export const pull = Command.make(
  "pull",
  {
    provider: Argument.String("provider"),
    model: Flag.String("model").pipe(Flag.withDescription("Name of the model to pull")),
    ...Access.flags,
    since: Flag.String("since").pipe(
      Flag.withMetavar("T"),
      Flag.withDescription("Only what was updated since this date or instant"),
      Flag.optional
    ),
    raw: Switch.make("raw", "Print {record, raw}, with the vendor's records that each was made of"),
    explain: Switch.make("explain", "Print {record, explained}, with the remote paths that each field came from"),
    tries: Tries.flag
  },
  Effect.fn("crosswalk.pull")(
    function* ({ explain, model, provider: id, raw, since, tries, ...given }) {
      const { provider } = yield* Named.member(id)
      yield* Named.modelOf(provider, model)
      const from = yield* instant(since)
      const access = yield* Access.read(provider, given)
      yield* Sunset.warn([provider])
      const line = yield* StatusLine.make
      const counts = IssueCounts.make()
      let records = 0
      let rejected = 0
      const batches = Engine.batches({
        connection: { provider, ...access, onCredentials: warnOfReplaced(provider.name) },
        model,
        since: from,
        explain,
        client: Tries.client(tries)
      })
      const result = yield* Stream.runForEach(batches, (batch) => {
        const lines: Array<string> = []
        for (const one of batch) {
          counts.add(one.issues)
          if (one._tag === "Pulled") lines.push(printed(one, raw, explain))
          else rejected++
        }
        records += lines.length
        return Effect.andThen(Output.lines(lines), line.show(`${provider.name}: ${Numbers.count(records)} records`))
      }).pipe(Effect.scoped, Effect.ensuring(line.clear), Effect.result)
      const status = Result.isSuccess(result) ? "succeeded" : "failed"
      if (Result.isSuccess(result) || result.failure._tag === "ProviderError") {
        const summary = { provider: provider.id, model, status, records, rejected, ...counts.summary() }
        yield* Output.note(JSON.stringify(summary))
      }
      yield* Effect.fromResult(result)
    },
    Effect.provide(VendorClient.layerHttp),
    Failure.logged
  )
).pipe(
  Command.withDescription("Print a model's records straight from a vendor, without a database"),
  Command.withExamples([
    { command: "crosswalk pull lever --model candidate --auth api_key=@lever.key", description: "All candidates" },
    {
      command: "crosswalk pull lever --model user --auth api_key=@lever.key --explain",
      description: "With the remote paths that each field came from"
    }
  ])
)
