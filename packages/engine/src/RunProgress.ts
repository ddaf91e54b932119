/** How far a run is: what is stored of it while it works, and shown by all who look at it. */
import type * as Provider from "@crosswalk/core/Provider"
import * as Runs from "@crosswalk/store/Runs"
import type { StoreError } from "@crosswalk/store/StoreError"
import { Clock, DateTime, Effect, Option, Schema } from "effect"
import * as Estimate from "./Estimate.ts"
import type { Plan } from "./Plan.ts"
import type { Progress } from "./Progress.ts"
import { Summary } from "./Summary.ts"
import type { VendorClient } from "./VendorClient.ts"

const Count = Schema.Int

/** How far one list has come. */
export const List = Schema.Struct({
  pages: Count,
  records: Count,
  /** Records of the whole list: as the vendor says, or as in the last full run; null when nobody knows. */
  expected: Schema.NullOr(Count),
  /** Parents whose children have still to be read; null where that does not apply. */
  waiting: Schema.NullOr(Count)
})

/** How far a run is. Instants are ISO 8601, UTC, milliseconds. */
export const RunProgress = Schema.Struct({
  /** When this process took the run up: all that is told is since then. */
  started_at: Schema.String,
  at: Schema.String,
  /** The list that is being read. */
  resource: Schema.String,
  records: Count,
  records_per_second: Schema.Finite,
  /** Requests sent to the vendor, retries among them. */
  requests: Count,
  /** The limit that is kept to; null without one. */
  rate_limit: Schema.NullOr(
    Schema.Struct({ limit: Schema.Finite, window_seconds: Schema.Finite, burst: Schema.Finite })
  ),
  /** Those that were begun. */
  resources: Schema.Record(Schema.String, List),
  /** When the run is expected to end; null while nothing is known of it. See `Estimate`. */
  eta: Schema.NullOr(Schema.String),
  /** What the estimate leaves out, or why there is none; null when it covers all. */
  eta_detail: Schema.NullOr(Schema.String)
})

/** How far a run is. */
export type RunProgress = typeof RunProgress.Type

const Text = Schema.fromJsonString(RunProgress)

/** The text that a run's row keeps. */
export const encode: (progress: RunProgress) => string = Schema.encodeSync(Text)

/** Reads that text; none where there is none, or another version wrote it. */
export const decode = Schema.decodeUnknownOption(Text)

/** What a run works with, as far as its progress depends on it. */
export interface Options {
  readonly plan: Plan
  readonly mode: "full" | "incremental"
  /** Null for a vendor without one. */
  readonly limit: Provider.RateLimit | null
  /** Records that the last full run read, by the name of their list. */
  readonly before: ReadonlyMap<string, number>
  /** When this process took the run up, in milliseconds since 1970. */
  readonly start: number
}

/** Follows one run. */
export interface Follower {
  /** Takes a step into account; `now` is in milliseconds since 1970, `requests` are those sent so far. */
  readonly step: (progress: Progress, requests: number, now: number) => RunProgress
}

const instant = (millis: number): string => DateTime.formatIso(DateTime.makeUnsafe(Math.round(millis)))

/** A list that is read as a whole has about as many records as the last time; the first time there is nothing to go by. */
const listsOf = ({ before, mode, plan }: Options): ReadonlyArray<Estimate.List> =>
  plan.resources.map(({ resource: { name, parent, since } }) => ({
    name,
    parent: parent?.name ?? null,
    expected: mode === "full" || since === null ? (before.get(name) ?? null) : null
  }))

const detailOf = ({ remainingSeconds, unknown }: Estimate.Estimate): string | null => {
  if (unknown.length === 0) return remainingSeconds === null ? "nothing is known to be left" : null
  const lists = unknown.join(", ")
  return remainingSeconds === null
    ? `the length of ${lists} is not known`
    : `without ${lists}, whose length is not known`
}

/** Follows one run. */
export const make = (options: Options): Follower => {
  const { limit, start } = options
  const follower = Estimate.make(listsOf(options), limit, start)
  return {
    step: (progress, requests, now) => {
      const estimate = follower.step(progress, now)
      const { lists, perSecond, records, remainingSeconds, resource } = estimate
      return {
        started_at: instant(start),
        at: instant(now),
        resource,
        records,
        records_per_second: perSecond,
        requests,
        rate_limit:
          limit === null ? null : { limit: limit.limit, window_seconds: limit.windowSeconds, burst: limit.burst },
        resources: Object.fromEntries(lists),
        eta: remainingSeconds === null ? null : instant(now + remainingSeconds * 1000),
        eta_detail: detailOf(estimate)
      }
    }
  }
}

const decodeSummary = Schema.decodeUnknownOption(Schema.fromJsonString(Summary))

/** Records that the last full run read, by the name of their list. */
export const before = Effect.fnUntraced(function* (connector: string) {
  const last = yield* Runs.Runs.use((runs) => runs.lastFull(connector))
  const summary = Option.flatMap(last, (run) => decodeSummary(run.summary))
  return new Map(
    Option.match(summary, {
      onNone: () => [],
      onSome: ({ resources }) =>
        Object.entries(resources).flatMap(([name, { records, status }]) =>
          status === "failed" ? [] : [[name, records] as const]
        )
    })
  )
})

/** Writes how far a run is into its row. */
export interface Noting {
  /** Takes what is to be written next. */
  readonly set: (progress: RunProgress) => void
  /** Writes it, unless something was written less than a second ago. To be run in a transaction of the run. */
  readonly note: Effect.Effect<void, StoreError>
  /** Requests sent since this was made. */
  readonly requests: Effect.Effect<number>
}

const every = 1000

/** For a run that is at work with a client. */
export const noting = Effect.fnUntraced(function* (run: string, client: VendorClient) {
  const runs = yield* Runs.Runs
  const sent = yield* client.requests
  let next: RunProgress | null = null
  let written = Number.NEGATIVE_INFINITY
  return {
    set: (progress) => {
      next = progress
    },
    note: Effect.suspend(() => {
      if (next === null) return Effect.void
      const text = encode(next)
      return Effect.flatMap(Clock.currentTimeMillis, (now) => {
        if (now - written < every) return Effect.void
        written = now
        return runs.setProgress(run, text)
      })
    }),
    requests: Effect.map(client.requests, (all) => all - sent)
  } satisfies Noting
})
