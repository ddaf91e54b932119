/**
 * Ends a process that has come to a standstill.
 *
 * Mapping is plain code of a provider package, and nothing in the same thread can interrupt a loop without end. A second
 * thread can: it looks whether the first one still gives a sign of life. A run that ended so is taken up again by the next
 * process, and given up when that happens to it again and again.
 */
import { Duration, Effect, Layer, Schedule } from "effect"
import { Worker } from "node:worker_threads"

/** How long a process may stand still. Statements of an embedded database on millions of rows take a part of a minute. */
export const patience = Duration.minutes(5)

const looks = 8

// Written to the descriptor: the streams of a thread pass through the one that stands still.
const source = `
  const { workerData } = require("node:worker_threads")
  const { writeSync } = require("node:fs")
  const { message, pause, sign, looks } = workerData
  let last = -1
  let same = 0
  setInterval(() => {
    const now = Atomics.load(sign, 0)
    same = now === last ? same + 1 : 0
    last = now
    if (same < looks) return
    writeSync(2, message)
    process.kill(process.pid, "SIGKILL")
  }, pause)
`

/** Watches the process while the layer is there. */
export const layer = (limit: Duration.Duration = patience): Layer.Layer<never> =>
  Layer.effectDiscard(
    Effect.gen(function* () {
      const sign = new Int32Array(new SharedArrayBuffer(4))
      const pause = Duration.toMillis(limit) / looks
      const message =
        `Crosswalk stood still for ${Duration.format(limit)}, as it does in a mapping that never ends, and was ended. ` +
        "Start it again: what was stored is kept, and a run to which this happens again and again is given up.\n"
      const worker = yield* Effect.acquireRelease(
        Effect.sync(() => new Worker(source, { eval: true, workerData: { message, pause, sign, looks } })),
        (worker) => Effect.promise(() => worker.terminate())
      )
      worker.unref()
      yield* Effect.forkScoped(
        Effect.repeat(
          Effect.sync(() => Atomics.add(sign, 0, 1)),
          Schedule.spaced(pause / 2)
        )
      )
    })
  )
