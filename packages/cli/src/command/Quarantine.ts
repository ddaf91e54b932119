import * as Registry from "@crosswalk/core/Registry"
import * as Replay from "@crosswalk/engine/Replay"
import * as Connectors from "@crosswalk/store/Connectors"
import * as Store from "@crosswalk/store/Quarantine"
import { Effect, Option } from "effect"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as DataFolder from "../DataFolder.ts"
import * as Failure from "../Failure.ts"
import * as Output from "../Output.ts"
import { members } from "../Providers.ts"
import * as Switch from "../Switch.ts"
import * as Table from "../Table.ts"

const atOnce = 500

const flags = {
  connector: Flag.String("connector").pipe(
    Flag.withMetavar("ID"),
    Flag.withDescription("One connector alone. Default: all"),
    Flag.optional
  ),
  data: DataFolder.flag,
  json: Switch.json
}

/** The connectors that are meant. */
const meant = Effect.fnUntraced(function* (id: Option.Option<string>) {
  const connectors = yield* Connectors.Connectors
  return Option.isNone(id) ? yield* connectors.list() : [yield* connectors.get(id.value)]
})

const listed = Effect.fn("crosswalk.quarantine")(
  function* ({
    connector,
    json
  }: {
    readonly connector: Option.Option<string>
    readonly data: Option.Option<string>
    readonly json: boolean
  }) {
    const quarantine = yield* Store.Quarantine
    const rows: Array<ReadonlyArray<string>> = []
    for (const { id } of yield* meant(connector)) {
      let after: Store.Place | undefined
      for (;;) {
        const cases = yield* quarantine.list(id, { limit: atOnce, after })
        after = cases.at(-1)
        if (json) {
          yield* Output.lines(
            cases.map(({ data, firstSeenAt, issues, key, lastSeenAt, mapper, remoteId, resource }) =>
              JSON.stringify({
                connector: id,
                resource,
                key,
                mapper,
                remote_id: remoteId,
                issues,
                first_seen_at: firstSeenAt,
                last_seen_at: lastSeenAt,
                raw: data
              })
            )
          )
        } else {
          for (const { issues, key, mapper, resource } of cases) {
            for (const { path, reason } of issues) rows.push([id, resource, key, mapper ?? "", path, reason])
          }
        }
        if (cases.length < atOnce) break
      }
    }
    if (json) return
    if (rows.length === 0) return yield* Output.note("Nothing is in quarantine.")
    yield* Table.print(["connector", "resource", "key", "mapper", "path", "reason"], rows)
  },
  DataFolder.provide,
  Failure.logged
)

const list = Command.make("list", flags, listed).pipe(Command.withDescription("List what could not be mapped, and why"))

const replay = Command.make(
  "replay",
  flags,
  Effect.fn("crosswalk.quarantine.replay")(
    function* ({ connector, json }) {
      const outcomes = yield* Effect.forEach(yield* meant(connector), ({ id }) => Replay.replay(id))
      if (json) return yield* Output.json(outcomes)
      yield* Table.print(
        ["connector", "tried", "left"],
        outcomes.map(({ connector, left, tried }) => [connector, String(tried), String(left)])
      )
    },
    Effect.provide(Registry.layer(members.map(({ provider }) => provider))),
    DataFolder.provideAlone,
    Failure.logged
  )
).pipe(Command.withDescription("Map again what is in quarantine, without asking the vendor"))

/** `crosswalk quarantine`: records that could not be mapped; `quarantine replay` maps them again. */
export const quarantine = Command.make("quarantine", flags, listed).pipe(
  Command.withDescription("Show, and map again, what could not be mapped"),
  Command.withSubcommands([list, replay])
)
