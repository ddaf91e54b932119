import { Connections } from "@crosswalk/engine/Connections"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import * as Watchdog from "@crosswalk/engine/Watchdog"
import { Effect } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as DataFolder from "../DataFolder.ts"
import * as Engine from "../Engine.ts"
import * as Failure from "../Failure.ts"
import * as Output from "../Output.ts"
import * as Sunset from "../Sunset.ts"
import * as Switch from "../Switch.ts"
import * as Syncing from "../Syncing.ts"
import * as Table from "../Table.ts"
import * as Tries from "../Tries.ts"

/** `crosswalk sync <connector>`: one run to its end. Exit code 0: all was read; 2: in part; 1: nothing. */
export const sync = Command.make(
  "sync",
  {
    connector: Argument.String("connector"),
    full: Switch.make("full", "Read everything again, not only what changed"),
    tries: Tries.flag,
    data: DataFolder.flag,
    json: Switch.json
  },
  Effect.fn("crosswalk.sync")(
    function* ({ connector: id, full, json, tries }) {
      const { connection, connector } = yield* Connections.use((connections) => connections.get(id))
      yield* Sunset.warn([connection.provider])
      const summary = yield* Syncing.run({ connector, connection, full, client: Tries.client(tries) })
      if (json) yield* Output.json(summary)
      else yield* Table.print(Syncing.head, Syncing.rows(summary))
      yield* Syncing.conclude(summary)
    },
    Effect.provide(Engine.layer),
    Effect.provide([VendorClient.layerHttp, Watchdog.layer()]),
    DataFolder.provideAlone,
    Failure.logged
  )
).pipe(Command.withDescription("Read what changed at a vendor; goes on where an earlier run was cut off"))
