/**
 * Notes what was asked, off the requests' path: entries of the log and the last use of each key, written a second later
 * and many at once. When the database cannot keep up, entries are dropped and no request waits.
 */
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import type { ApiKey } from "@crosswalk/store/ApiKeys"
import { Requests } from "@crosswalk/store/Requests"
import { Array, Context, DateTime, Effect, Layer, Queue } from "effect"
import { randomUUID } from "node:crypto"
import type { Labels } from "./Measures.ts"

const waiting = 10_000
const atOnce = 500
const minute = 60_000

/** An answered request. */
export interface Noted {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly key: Pick<ApiKey, "id" | "prefix" | "workspace">
  readonly connector: string | null
  readonly labels: Labels
  /** The query as it may be logged; worked out when it is written. */
  readonly query: () => string
  readonly status: number
  /** Milliseconds. */
  readonly duration: number
}

const iso = (millis: number): string => DateTime.formatIso(DateTime.makeUnsafe(millis))

/** Takes notes. */
export class RequestLog extends Context.Service<
  RequestLog,
  {
    /** Notes a request, at once and without fail. */
    readonly note: (noted: Noted) => void
  }
>()("@crosswalk/server/RequestLog") {
  /** Into the store in place; what was noted is written before the layer is released. */
  static readonly layer: Layer.Layer<RequestLog, never, ApiKeys | Requests> = Layer.effect(
    RequestLog,
    Effect.gen(function* () {
      const keys = yield* ApiKeys
      const requests = yield* Requests
      const queue = yield* Queue.dropping<Noted>(waiting)
      let dropped = 0
      let uses = { minute: 0, keys: new Set<string>() }

      /** Notes the use of keys that were not used before in this minute. */
      const use = Effect.fnUntraced(function* (batch: ReadonlyArray<Noted>) {
        for (const { at, key } of batch) {
          const now = Math.floor(at / minute)
          if (now > uses.minute) uses = { minute: now, keys: new Set() }
          if (now < uses.minute || uses.keys.has(key.id)) continue
          uses.keys.add(key.id)
          yield* keys.used(key.id, iso(now * minute))
        }
      })

      const write = Effect.fnUntraced(
        function* (batch: ReadonlyArray<Noted>) {
          yield* use(batch)
          yield* requests.add(
            batch.map(({ at, connector, duration, key, labels: { dialect, method, route }, query, status }) => ({
              workspace: key.workspace,
              at: iso(at),
              id: randomUUID(),
              connectorId: connector,
              keyPrefix: key.prefix,
              dialect,
              method,
              route,
              query: query(),
              status,
              durationMs: duration
            }))
          )
          if (dropped > 0) yield* Effect.logWarning(`${dropped} requests were not logged: the database is too slow.`)
          dropped = 0
        },
        Effect.catchCause((cause) => Effect.logWarning("Requests were not logged.", cause)),
        Effect.uninterruptible
      )

      const rest = Effect.flatMap(Queue.clear(queue), (all) =>
        Effect.forEach(Array.chunksOf(all, atOnce), write, { discard: true })
      )
      yield* Effect.addFinalizer(() => rest)
      yield* Effect.forkScoped(
        Effect.forever(Effect.andThen(Effect.andThen(Queue.peek(queue), Effect.sleep("1 second")), rest))
      )
      return RequestLog.of({
        note: (noted) => {
          if (!Queue.offerUnsafe(queue, noted)) dropped += 1
        }
      })
    })
  )
}
