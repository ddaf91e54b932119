/** Other programs that a command runs to their end. */
import { Effect, Stream } from "effect"
import * as ChildProcess from "effect/process/ChildProcess"
import { ChildProcessSpawner } from "effect/process/ChildProcessSpawner"
import * as Failure from "./Failure.ts"

/** How a program ended, and what it said. */
export interface Ended {
  readonly isDone: boolean
  readonly stdout: string
  readonly stderr: string
}

// Where these are set, as in a hook, git would take another repository for the one that its arguments name.
const environment = { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined }

const text = <E>(bytes: Stream.Stream<Uint8Array, E>) => Stream.mkString(Stream.decodeText(bytes))

/** Runs a program. Fails when it cannot be started. */
export const run = Effect.fnUntraced(
  function* (program: string, args: ReadonlyArray<string>, folder: string) {
    const { spawn } = yield* ChildProcessSpawner
    const options = { cwd: folder, env: environment, extendEnv: true }
    const child = yield* spawn(ChildProcess.make(program, args, options))
    const [stdout, stderr, code] = yield* Effect.all([text(child.stdout), text(child.stderr), child.exitCode], {
      concurrency: "unbounded"
    })
    return { isDone: code === 0, stdout, stderr } satisfies Ended
  },
  Effect.scoped,
  (effect, program) =>
    Effect.mapError(effect, () => Failure.make(`${program} cannot be run. Install it, or put it on the PATH.`))
)

/** The last line that a program said, of its failure as a rule. */
export const reason = ({ stderr, stdout }: Ended): string =>
  `${stdout}\n${stderr}`.split("\n").findLast((line) => line.trim() !== "") ?? "it did not say why"
