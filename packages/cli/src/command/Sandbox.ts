import * as Faults from "@crosswalk/sandbox/Faults"
import { Effect, Option, Schema } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Failure from "../Failure.ts"
import * as Interruption from "../Interruption.ts"
import * as Named from "../Named.ts"
import * as Output from "../Output.ts"
import * as Port from "../Port.ts"

/** `crosswalk sandbox <provider>`: a vendor's simulator until it is stopped. Its first line tells how to reach it. */
export const sandbox = Command.make(
  "sandbox",
  {
    provider: Argument.String("provider"),
    port: Port.flag("Port of the loopback interface. Default: a free one"),
    seed: Flag.Int("seed").pipe(
      Flag.withDescription("Makes the account; the same seed makes the same one"),
      Flag.withDefault(1)
    ),
    records: Flag.Int("records").pipe(
      Flag.withSchema(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000 }))),
      Flag.withDescription("Number of the account's main records"),
      Flag.withDefault(1000)
    ),
    faults: Flag.String("faults").pipe(
      Flag.withMetavar("SPEC"),
      Flag.withDescription(
        `What goes wrong at random, as in rate-limit=0.05,html=0.01; of: ${Faults.names.join(", ")}`
      ),
      Flag.optional
    )
  },
  Effect.fn("crosswalk.sandbox")(
    function* ({ faults, port, provider: id, records, seed }) {
      const { sandbox } = yield* Named.simulated(id)
      const spec = yield* Effect.fromResult(Faults.parse(Option.getOrElse(faults, () => "")))
      const { baseUrl, credentials, provider } = yield* sandbox({
        port: Option.getOrElse(port, () => 0),
        seed,
        records,
        faults: spec
      })
      yield* Output.json({ provider, baseUrl, credentials })
      yield* Output.note(`Serving ${records} records at ${baseUrl}. Stop with Ctrl-C.`)
      yield* Interruption.expected
      return yield* Effect.never
    },
    Effect.scoped,
    Failure.logged
  )
).pipe(
  Command.withDescription("Run the simulator of a vendor"),
  Command.withExamples([
    { command: "crosswalk sandbox lever --records 5000", description: "A larger account on a free port" },
    {
      command: "crosswalk sandbox lever --faults rate-limit=0.1,unavailable=0.05",
      description: "A vendor with bad days"
    }
  ])
)
