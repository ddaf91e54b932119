import * as Registry from "@crosswalk/core/Registry"
import * as Hold from "@crosswalk/engine/Hold"
import * as Connectors from "@crosswalk/store/Connectors"
import * as Store from "@crosswalk/store/Holds"
import { Effect, Option } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as DataFolder from "../DataFolder.ts"
import * as Failure from "../Failure.ts"
import * as Numbers from "../Numbers.ts"
import * as Output from "../Output.ts"
import { members } from "../Providers.ts"
import * as Switch from "../Switch.ts"
import * as Table from "../Table.ts"

/** A hold for programs. */
const forJson = (hold: Store.Hold) => ({
  id: hold.id,
  connector: hold.connectorId,
  resource: hold.resource,
  kind: hold.kind,
  field: hold.field,
  records: hold.records,
  stored: hold.stored,
  reason: hold.reason,
  run: hold.runId,
  created_at: hold.createdAt,
  decision: hold.decision,
  decided_at: hold.decidedAt
})

const what = ({ field }: Store.Hold): string => (field === null ? "deletion" : `loss of ${field}`)

const list = Command.make(
  "list",
  {
    connector: Flag.String("connector").pipe(
      Flag.withMetavar("ID"),
      Flag.withDescription("One connector alone. Default: all"),
      Flag.optional
    ),
    data: DataFolder.flag,
    json: Switch.json
  },
  Effect.fn("crosswalk.holds.list")(
    function* ({ connector, json }) {
      const connectors = yield* Connectors.Connectors
      const id = Option.isNone(connector) ? undefined : (yield* connectors.get(connector.value)).id
      const holds = yield* (yield* Store.Holds).list(id)
      if (json) return yield* Output.lines(holds.map((hold) => JSON.stringify(forJson(hold))))
      if (holds.length === 0) return yield* Output.note("Nothing is held back.")
      yield* Table.print(
        ["hold", "connector", "list", "what", "records", "of", "reason", "decision"],
        holds.map((hold) => [
          hold.id,
          hold.connectorId,
          hold.resource,
          what(hold),
          Numbers.count(hold.records),
          Numbers.count(hold.stored),
          hold.reason,
          hold.decision ?? ""
        ])
      )
    },
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("List what syncs held back, and why"))

const flags = { hold: Argument.String("hold"), data: DataFolder.flag, json: Switch.json }

const shown = Effect.fnUntraced(function* ({ hold, tally }: Hold.Decided, json: boolean) {
  const done = Object.values(tally).reduce(
    (sum, { deleted, updated }) => ({ deleted: sum.deleted + deleted, changed: sum.changed + updated }),
    { deleted: 0, changed: 0 }
  )
  if (json) return yield* Output.json({ ...forJson(hold), ...done })
  const kept = `The ${Numbers.count(hold.records)} records stay as they are, and nobody is asked about them again.`
  const made = `${Numbers.count(done.deleted)} records are deleted, ${Numbers.count(done.changed)} changed.`
  yield* Output.note(hold.decision === "rejected" ? kept : made)
})

const accept = Command.make(
  "accept",
  flags,
  Effect.fn("crosswalk.holds.accept")(
    function* ({ hold, json }) {
      yield* shown(yield* Hold.accept(hold), json)
    },
    Effect.provide(Registry.layer(members.map(({ provider }) => provider))),
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("Do what was held back: delete the records, or empty the field"))

const reject = Command.make(
  "reject",
  flags,
  Effect.fn("crosswalk.holds.reject")(
    function* ({ hold, json }) {
      yield* shown(yield* Hold.reject(hold), json)
    },
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("Keep the records as they are"))

/** `crosswalk holds`: what syncs did not dare to do by themselves. */
export const holds = Command.make("holds").pipe(
  Command.withDescription("List, accept and reject what syncs held back"),
  Command.withSubcommands([list, accept, reject])
)
