import * as RunProgress from "@crosswalk/engine/RunProgress"
import * as SyncEngine from "@crosswalk/engine/SyncEngine"
import * as Connectors from "@crosswalk/store/Connectors"
import type * as Store from "@crosswalk/store/Runs"
import { Effect, Option } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as DataFolder from "../DataFolder.ts"
import * as Engine from "../Engine.ts"
import * as Failure from "../Failure.ts"
import * as Output from "../Output.ts"
import * as StatusLine from "../StatusLine.ts"
import * as Switch from "../Switch.ts"
import * as Table from "../Table.ts"

/** A run for programs. */
const forJson = ({ outcome, run, summary, detail }: Row) => ({
  id: run.id,
  connector: run.connectorId,
  mode: run.mode,
  status: outcome,
  priority: run.priority,
  requested_at: run.requestedAt,
  started_at: run.startedAt,
  ended_at: run.endedAt,
  cancel_requested_at: run.cancelRequestedAt,
  progress: Option.getOrNull(RunProgress.decode(run.progress)),
  summary,
  detail
})

interface Row {
  readonly run: Store.Run
  readonly outcome: Store.Run["status"]
  readonly summary: unknown
  readonly detail: string | null
}

const row = (state: SyncEngine.Following): Row =>
  state._tag === "Ended"
    ? { run: state.run, outcome: state.outcome, summary: state.summary, detail: state.detail }
    : { run: state.run, outcome: state.run.status, summary: null, detail: null }

/** How far a run at work is. */
const progressOf = ({ progress, status }: Store.Run): string =>
  status === "running"
    ? Option.match(RunProgress.decode(progress), { onNone: () => "", onSome: StatusLine.howFar })
    : ""

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
  Effect.fn("crosswalk.runs.list")(
    function* ({ connector, json }) {
      const { status } = yield* SyncEngine.SyncEngine
      const connectors = yield* Connectors.Connectors
      const meant = Option.isNone(connector) ? yield* connectors.list() : [yield* connectors.get(connector.value)]
      const rows = (yield* Effect.forEach(meant, ({ id }) => status(id))).flat().map(row)
      if (json) return yield* Output.lines(rows.map((one) => JSON.stringify(forJson(one))))
      if (rows.length === 0) return yield* Output.note("Nothing was synced yet.")
      yield* Table.print(
        ["run", "connector", "mode", "status", "requested", "started", "ended", "detail"],
        rows.map(({ detail, outcome, run }) => [
          run.id,
          run.connectorId,
          run.mode,
          run.cancelRequestedAt === null || run.endedAt !== null ? outcome : "stopping",
          run.requestedAt,
          run.startedAt ?? "",
          run.endedAt ?? "",
          detail ?? progressOf(run)
        ])
      )
    },
    Effect.provide(Engine.layer),
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("List the newest syncs of each connector, the last first"))

const cancel = Command.make(
  "cancel",
  { run: Argument.String("run"), data: DataFolder.flag },
  Effect.fn("crosswalk.runs.cancel")(
    function* ({ run: id }) {
      const state = yield* SyncEngine.SyncEngine.use(({ cancel }) => cancel(id))
      yield* Output.note(
        state._tag !== "Ended"
          ? "The sync is asked to stop. What it has stored stays, and the next one goes on from there."
          : state.outcome === "cancelled"
            ? "The sync is cancelled."
            : `The sync had ended before: ${state.outcome}.`
      )
    },
    Effect.provide(Engine.layer),
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("Stop a sync, or take back one that waits"))

/** `crosswalk runs`: what was synced when, and how it ended. */
export const runs = Command.make("runs").pipe(
  Command.withDescription("List and cancel syncs"),
  Command.withSubcommands([list, cancel])
)
