/** Connectors of the tiny vendor behind a gate, on one database, and an engine that can be stopped and started anew. */
import * as Registry from "@crosswalk/core/Registry"
import { Connectors } from "@crosswalk/store/Connectors"
import { Records } from "@crosswalk/store/Records"
import { type Run, Runs } from "@crosswalk/store/Runs"
import { Schedules } from "@crosswalk/store/Schedules"
import * as Store from "@crosswalk/store/Store"
import { Effect, Exit, Layer, Option, Redacted, Scope } from "effect"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Cluster from "../../src/Cluster.ts"
import { Connections } from "../../src/Connections.ts"
import * as EngineSettings from "../../src/EngineSettings.ts"
import { type RunEvent, RunEvents } from "../../src/RunEvents.ts"
import { SyncEngine } from "../../src/SyncEngine.ts"
import * as VendorClient from "../../src/VendorClient.ts"
import * as Tiny from "../TinyVendor.ts"

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "crosswalk-cluster-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true }))
)

/** A second provider, so that limits by provider can be told from those in all. */
export const other = { ...Tiny.provider, id: "other", name: "Other" }

/** A store in a file of its own, and all that an engine needs. */
export const environment = (settings: Partial<EngineSettings.Values> = {}) =>
  Layer.unwrap(
    Effect.map(folder, (path) =>
      Connections.layer.pipe(
        Layer.provide(Registry.layer([Tiny.provider, other])),
        Layer.provideMerge(
          Layer.mergeAll(
            Store.layerSqlite({ filename: join(path, "test.db"), keyFile: join(path, "test.key") }),
            Layer.succeed(EngineSettings.EngineSettings, { ...EngineSettings.defaults, ...settings }),
            VendorClient.layerHttp
          )
        )
      )
    )
  )

/** Adds a connector whose requests the gate knows by its name; it is synced only when that is asked for. */
export const add = Effect.fnUntraced(function* (name: string, baseUrl: string, provider = "tiny") {
  const id = `00000000-0000-4000-8000-${Buffer.from(name.padStart(6)).toString("hex")}`
  yield* Connectors.use((connectors) =>
    connectors.create({ id, provider, category: "ats", baseUrl, credentials: { api_key: Redacted.make(name) } })
  )
  yield* Schedules.use((schedules) => schedules.pause(id))
  return id
})

/** An engine of its own, with what it told; it stops with the scope, or before. */
export const start = Effect.gen(function* () {
  const outer = yield* Effect.scope
  const scope = yield* Scope.fork(outer)
  const events: Array<RunEvent> = []
  const told = (event: RunEvent) => Effect.sync(() => void events.push(event))
  const context = yield* Layer.build(
    Layer.fresh(Cluster.layerEmbedded({ client: { rateLimit: null } })).pipe(
      Layer.provide(Layer.succeed(RunEvents, told))
    )
  ).pipe(Effect.provideService(Scope.Scope, scope))
  const engine = yield* SyncEngine.pipe(Effect.provide(context))
  return { engine, events, stop: Scope.close(scope, Exit.void) }
})

/** Waits until something is so. */
export const until = <E, R>(what: Effect.Effect<boolean, E, R>) =>
  Effect.suspend(() => what).pipe(
    Effect.delay(10),
    Effect.repeat({ until: (is) => is }),
    Effect.timeoutOrElse({ duration: "20 seconds", orElse: () => Effect.die(new Error("it never was so")) })
  )

/** A run as it stands. */
export const look = (id: string): Effect.Effect<Run, unknown, Runs> =>
  Effect.flatMap(
    Runs.use((runs) => runs.get(id)),
    Option.match({ onNone: () => Effect.die(new Error(`no run ${id}`)), onSome: (run) => Effect.succeed(run) })
  )

/** How many live records of a model a connector has. */
export const count = (connector: string, model: string) =>
  Effect.map(
    Records.use((records) => records.counts(connector)),
    (counts) => {
      const found = counts.find((one) => one.model === model)
      return (found?.total ?? 0) - (found?.deleted ?? 0)
    }
  )

/** An engine at work. */
export type Started = Effect.Success<typeof start>
