/** The smallest vendor there can be: one list of 25 numbers, ten to a page, and an echo. */
import { Context, Effect, Layer } from "effect"
import * as Action from "@crosswalk/sandbox/Action"
import * as Answer from "@crosswalk/sandbox/Answer"
import * as Control from "@crosswalk/sandbox/Control"
import * as Epoch from "@crosswalk/sandbox/Epoch"
import * as Faults from "@crosswalk/sandbox/Faults"
import * as RateBucket from "@crosswalk/sandbox/RateBucket"
import * as Request from "@crosswalk/sandbox/Request"
import * as SandboxServer from "@crosswalk/sandbox/SandboxServer"
import * as Stats from "@crosswalk/sandbox/Stats"
import type { Vendor } from "@crosswalk/sandbox/Vendor"

const problem = (status: number, message: string) => Answer.json({ message }, status)

const vendor: Vendor = {
  provider: "toy",
  basePath: "/api",
  routes: [
    {
      method: "GET",
      path: "/api/numbers",
      right: "numbers",
      answer: (request) => {
        const from = Number(request.query.get("from") ?? 0)
        const data = Array.from({ length: Math.min(10, 25 - from) }, (_, at) => ({ id: from + at }))
        return from + 10 < 25
          ? { ...Answer.json({ data, more: true, next: String(from + 10) }), continues: true }
          : Answer.json({ data, more: false })
      }
    },
    {
      method: "POST",
      path: "/api/echo/:word",
      right: undefined,
      answer: (request) => Answer.json({ word: Request.parameter(request, "word"), body: request.body })
    }
  ],
  refuse: (request) => (Request.bearer(request) === "good" ? undefined : problem(401, "who are you?")),
  problems: {
    notFound: problem(404, "nothing here"),
    rateLimited: problem(429, "slow down"),
    expiredCursor: problem(400, "too old")
  },
  cursorParameters: ["from"],
  endMarkers: ["more"],
  headers: { server: "toy" }
}

/** A running toy. */
export class Toy extends Context.Service<
  Toy,
  {
    readonly origin: string
    readonly control: Control.ServerControl
  }
>()("@crosswalk/sandbox/test/Toy") {
  static readonly make = (options: { readonly rate?: RateBucket.RateLimit; readonly port?: number } = {}) =>
    Effect.gen(function* () {
      const stats = Stats.make()
      const faults = Faults.make(1, Faults.none)
      const control = Control.server(stats, faults)
      const unsupported = (action: string) => Effect.fail(new Action.ActionError({ action, reason: "not in a toy" }))
      const origin = yield* SandboxServer.serve({
        port: options.port ?? 0,
        vendor,
        stats,
        faults,
        now: yield* Epoch.clock(Epoch.standard),
        bucket: options.rate === undefined ? undefined : RateBucket.make(options.rate),
        actions: Control.actions({
          ...control,
          revoke: () => unsupported("revoke"),
          grant: () => unsupported("grant"),
          create: () => unsupported("create"),
          edit: () => unsupported("edit"),
          remove: () => unsupported("remove")
        })
      })
      return Toy.of({ origin, control })
    })

  static readonly layer = Layer.effect(Toy, Toy.make())
}
