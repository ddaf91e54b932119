import type { Summary } from "@crosswalk/engine/Summary"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import * as Server from "@crosswalk/server/Server"
import { Effect, Layer, Option } from "effect"
import * as Command from "effect/cli/Command"
import * as DataFolder from "../DataFolder.ts"
import * as Demo from "../Demo.ts"
import * as Engine from "../Engine.ts"
import * as Failure from "../Failure.ts"
import * as Following from "../Following.ts"
import * as Interruption from "../Interruption.ts"
import * as Output from "../Output.ts"
import * as Port from "../Port.ts"
import { simulated } from "../Providers.ts"
import * as Sunset from "../Sunset.ts"
import * as Switch from "../Switch.ts"
import * as Syncing from "../Syncing.ts"
import * as Tour from "../Tour.ts"

/** One connector's line of the summary. */
const forJson = ({ connector }: Demo.Account, summary: Summary) => ({
  id: connector.id,
  provider: connector.provider,
  category: connector.category,
  status: summary.status,
  models: Object.fromEntries(Object.entries(summary.models).map(([model, { total }]) => [model, total])),
  quarantined: summary.quarantined
})

const standardPort = 8080

/** Serves the API as long as the scope lasts, and answers its address; at a free port where the usual one is taken. */
const serving = Effect.fnUntraced(function* (port: Option.Option<number>) {
  const listen = (port: number) => Layer.build(Server.layer({ host: "127.0.0.1", port }))
  const server = yield* Option.match(port, {
    onSome: listen,
    onNone: () => Effect.catch(listen(standardPort), () => listen(0))
  })
  return yield* Effect.provide(Server.address, server)
})

/** `crosswalk start`: the demo. With `--once` it ends after the first sync, with a line of JSON. */
export const start = Command.make(
  "start",
  {
    once: Switch.make("once", "Sync once, print a summary as a line of JSON and end"),
    port: Port.flag("Port of the API. Default: 8080, else a free one"),
    data: DataFolder.flag
  },
  Effect.fn("crosswalk.start")(
    function* ({ data, once, port }) {
      const say = once
        ? (lines: ReadonlyArray<string>) => Effect.forEach(lines, Output.note, { discard: true })
        : Output.lines
      const options = Option.match(data, { onNone: () => "", onSome: (folder) => ` --data ${folder}` })

      const accounts = yield* Effect.forEach(simulated, Demo.account)
      const address = yield* serving(port)
      yield* Demo.describe(data, address, accounts)
      yield* Output.note(`The API is at ${address}; the data folder's demo.json has a key and the connectors' tokens.`)
      yield* Sunset.warn(accounts.map(({ member }) => member.provider))
      const summaries: Array<{ readonly account: Demo.Account; readonly summary: Summary }> = []
      for (const account of accounts) {
        const { connector, member, sandbox } = account
        yield* Output.note(
          `${member.provider.name} is simulated at ${sandbox.baseUrl}; its connector is ${connector.id}.`
        )
        // A simulator starts from its seed each time, so what is stored may be ahead of it.
        const connection = yield* Demo.connection(account)
        const summary = yield* Syncing.run({ connector, connection, full: true, client: Demo.client })
        summaries.push({ account, summary })
        yield* say(["", ...(yield* Tour.samples(summary, once ? null : yield* Output.width)), ""])
        yield* say([once ? "Try:" : "Try in another terminal:", ...(yield* Tour.nextSteps(summary, options)), ""])
      }
      if (once) {
        yield* Output.json({ connectors: summaries.map(({ account, summary }) => forJson(account, summary)) })
        return yield* Effect.forEach(summaries, ({ summary }) => Syncing.conclude(summary), { discard: true })
      }
      yield* Output.note("Changes are shown as they come. Stop with Ctrl-C.")
      yield* Interruption.expected
      const Cluster = yield* Effect.promise(() => import("@crosswalk/engine/Cluster"))
      const engine = yield* Layer.build(
        Cluster.layerEmbedded({ client: Demo.client }).pipe(Layer.provide(Demo.connections(accounts)))
      )
      yield* Effect.forEach(accounts, Following.account, { concurrency: "unbounded", discard: true }).pipe(
        Effect.provide(engine)
      )
    },
    Effect.scoped,
    Effect.provide(Engine.layer),
    Effect.provide(VendorClient.layerHttp),
    DataFolder.provideAlone,
    Failure.logged
  )
).pipe(Command.withDescription("Run the demo: simulated vendors, their connectors, their sync, and what changes"))
