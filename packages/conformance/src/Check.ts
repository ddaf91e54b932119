/** One named check of the suite: a function from a provider with its fixtures to what is wrong. */
import { Cause, Effect } from "effect"
import * as Finding from "./Finding.ts"
import type { Subject } from "./Subject.ts"

/** A check. */
export interface Check {
  /** Short and stable, e.g. `paging`: a report names it. */
  readonly name: string
  /** What holds when it passes; completes the sentence "The provider …". */
  readonly title: string
  /** Whether it takes a running simulator; without one the check is left out. */
  readonly needsSimulator: boolean
  /** How long it may take, in milliseconds. */
  readonly timeout: number
  /** What is wrong; nothing when the provider passes. */
  readonly run: (subject: Subject) => Effect.Effect<ReadonlyArray<Finding.Finding>>
}

/** A provider's own code runs inside the checks and may fail in any way: that is a finding, not the end of the suite. */
const guarded =
  (run: (subject: Subject) => Effect.Effect<ReadonlyArray<Finding.Finding>, unknown>): Check["run"] =>
  (subject) =>
    Effect.suspend(() => run(subject)).pipe(
      Effect.catchCause((cause) =>
        Effect.succeed([Finding.make(subject.provider.id, `the check could not be finished: ${Cause.pretty(cause)}`)])
      )
    )

/** A check that reads the declaration and the fixtures alone. It may take ten seconds. */
export const make = (
  name: string,
  title: string,
  run: (subject: Subject) => ReadonlyArray<Finding.Finding>
): Check => ({
  name,
  title,
  needsSimulator: false,
  timeout: 10_000,
  run: guarded((subject) => Effect.sync(() => run(subject)))
})

/** A check that makes calls on the loopback interface. It may take thirty seconds. */
export const calling = (
  name: string,
  title: string,
  run: (subject: Subject) => Effect.Effect<ReadonlyArray<Finding.Finding>, unknown>
): Check => ({ name, title, needsSimulator: false, timeout: 30_000, run: guarded(run) })

/** A check that drives the provider's simulator. It may take two minutes. */
export const driving = (
  name: string,
  title: string,
  run: (subject: Subject) => Effect.Effect<ReadonlyArray<Finding.Finding>, unknown>
): Check => ({ name, title, needsSimulator: true, timeout: 120_000, run: guarded(run) })
