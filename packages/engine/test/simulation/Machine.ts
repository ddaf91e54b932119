/**
 * A machine room in one thread: processes whose fibers run in an order that chance decides, by a clock that moves only
 * when nobody can go on. Nothing in it waits for the real world, so a run of it is a plain function of its seed.
 *
 * effect's `TestClock` moves when it is told to; this clock also knows the next instant at which something happens, and
 * the scheduler beside it can stop a process between any two of its steps, as the operating system would.
 */
import { Clock, Duration, Effect, type Fiber, Random, type Scheduler } from "effect"
import type * as Chance from "../Random.ts"

interface Timer {
  readonly at: number
  readonly run: () => void
}

const nanosPerMilli = 1_000_000n

/** Steps after which a fiber gives way to another, at most. */
const longestTurn = 600

/** Turns after which a run counts as one that never ends. */
const mostTurns = 2_000_000

/** What the operating system keeps of a running program. */
export class Process {
  readonly name: string
  /** Tasks that could run now. */
  readonly ready: Array<() => void> = []
  state: "running" | "frozen" | "dead" = "running"
  /** Steps of its fibers so far. */
  steps = 0
  /** The step before which `strike` is called. */
  strikeAt = Number.POSITIVE_INFINITY
  /** What befalls the process then: it is killed, say. */
  strike: () => void = () => {}
  /** Called when the process is killed: what others notice of it. */
  readonly onDeath: Array<() => void> = []

  constructor(name: string) {
    this.name = name
  }

  /** Lets the process run a task, unless it is dead; a frozen one runs it when it thaws. */
  readonly give = (task: () => void): void => {
    if (this.state !== "dead") this.ready.push(task)
  }

  /** Ends it at once: none of its finalisers run. */
  kill(): void {
    if (this.state === "dead") return
    this.state = "dead"
    this.ready.length = 0
    for (const notice of this.onDeath) notice()
  }

  freeze(): void {
    if (this.state === "running") this.state = "frozen"
  }

  thaw(): void {
    if (this.state === "frozen") this.state = "running"
  }
}

/** Runs processes and what else is due. */
export class Machine {
  readonly #chance: Chance.Random
  readonly #processes: Array<Process> = []
  readonly #timers: Array<Timer> = []
  /** Milliseconds since 1970. */
  now: number

  constructor(chance: Chance.Random, now: number) {
    this.#chance = chance
    this.now = now
  }

  /** Has something happen after some milliseconds; answers how to call it off. */
  after(millis: number, run: () => void): () => void {
    if (!Number.isFinite(millis)) return () => {}
    const timer = { at: this.now + Math.max(0, millis), run }
    let place = this.#timers.length
    // Timers of one instant keep their order.
    while (place > 0 && (this.#timers[place - 1]?.at ?? 0) > timer.at) place--
    this.#timers.splice(place, 0, timer)
    return () => {
      const found = this.#timers.indexOf(timer)
      if (found !== -1) this.#timers.splice(found, 1)
    }
  }

  /** Starts a process; its program's end is told to `onEnd`, if it comes to that. */
  start<A, E>(
    process: Process,
    program: Effect.Effect<A, E>,
    onEnd: Parameters<Fiber.Fiber<A, E>["addObserver"]>[0]
  ): void {
    this.#processes.push(process)
    const own = program.pipe(
      Effect.provideService(Clock.Clock, this.#clock(process)),
      Effect.provideService(Random.Random, {
        nextIntUnsafe: () => this.#chance.integer(0, 0x7fff_ffff),
        nextDoubleUnsafe: () => this.#chance.next()
      }),
      Effect.withTracerEnabled(false)
    )
    process.give(() => Effect.runFork(own, { scheduler: this.#scheduler(process) }).addObserver(onEnd))
  }

  /** Goes on until the condition holds. Throws when nothing could make it hold any more. */
  until(condition: () => boolean): void {
    for (let turn = 0; !condition(); turn++) {
      if (turn > mostTurns) throw new Error("the run does not end")
      const runnable = this.#processes.filter(({ ready, state }) => state === "running" && ready.length > 0)
      const process = runnable[this.#chance.integer(0, Math.max(0, runnable.length - 1))]
      if (process === undefined) this.#pass()
      else {
        const [task] = process.ready.splice(this.#chance.integer(0, process.ready.length - 1), 1)
        task?.()
      }
    }
  }

  #pass(): void {
    const next = this.#timers.shift()
    if (next === undefined) throw new Error("nothing can go on: every process waits for another")
    this.now = Math.max(this.now, next.at)
    next.run()
  }

  #scheduler(process: Process): Scheduler.Scheduler {
    const dispatcher: Scheduler.SchedulerDispatcher = { scheduleTask: process.give, flush: () => {} }
    let turn = this.#chance.integer(1, longestTurn)
    return {
      executionMode: "async",
      makeDispatcher: () => dispatcher,
      shouldYield: () => {
        if (++process.steps >= process.strikeAt) {
          process.strikeAt = Number.POSITIVE_INFINITY
          process.strike()
        }
        if (process.state !== "running") return true
        if (--turn > 0) return false
        turn = this.#chance.integer(1, longestTurn)
        return true
      }
    }
  }

  #clock(process: Process): Clock.Clock {
    const millis = () => this.now
    const nanos = () => BigInt(Math.floor(this.now)) * nanosPerMilli
    return {
      currentTimeMillisUnsafe: millis,
      currentTimeMillis: Effect.sync(millis),
      currentTimeNanosUnsafe: nanos,
      currentTimeNanos: Effect.sync(nanos),
      monotonicTimeNanosUnsafe: nanos,
      monotonicTimeNanos: Effect.sync(nanos),
      sleep: (duration) =>
        Effect.callback<void>((resume) => {
          const off = this.after(Duration.toMillis(duration), () => process.give(() => resume(Effect.void)))
          return Effect.sync(off)
        })
    }
  }
}
