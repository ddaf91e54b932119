/** The command as a person runs it: a process of its own. */
import { Effect } from "effect"
import * as Command from "effect/cli/Command"
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import * as Crosswalk from "../src/Crosswalk.ts"
import * as Failure from "../src/Failure.ts"
import * as Named from "../src/Named.ts"

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url))

/** How a process ended and what it said. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Options {
  readonly input?: string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Called with every piece of standard output. */
  readonly onOutput?: (child: ChildProcess, sofar: string) => void
  /** The same for standard error. */
  readonly onError?: (child: ChildProcess, sofar: string) => void
}

/** Runs `crosswalk` with arguments to its end. */
export const crosswalk = (args: ReadonlyArray<string>, options: Options = {}): Effect.Effect<Ended> =>
  Effect.callback((resume) => {
    const child = spawn(process.execPath, [main, ...args], {
      cwd: options.cwd ?? tmpdir(),
      env: { PATH: process.env["PATH"] ?? "", ...options.env }
    })
    let stdout = ""
    let stderr = ""
    child.stdout.setEncoding("utf8").on("data", (piece: string) => {
      stdout += piece
      options.onOutput?.(child, stdout)
    })
    child.stderr.setEncoding("utf8").on("data", (piece: string) => {
      stderr += piece
      options.onError?.(child, stderr)
    })
    child.stdin.on("error", () => undefined)
    child.stdin.end(options.input ?? "")
    child.on("close", (code) => resume(Effect.succeed({ code, stdout, stderr })))
    return Effect.sync(() => child.kill("SIGKILL"))
  })

/** Why `crosswalk`, in this process, refuses some arguments. */
export const refusal = (args: ReadonlyArray<string>): Effect.Effect<string> =>
  Command.runWith(Crosswalk.crosswalk, { version: "0.0.0" })(args).pipe(
    Effect.flip,
    Effect.map(Failure.describe),
    Effect.provide(Crosswalk.layer),
    Effect.orDie
  )

/** Lever's simulator with some records, as the command is composed with it. */
export const lever = (records: number) =>
  Effect.flatMap(Effect.orDie(Named.simulated("lever")), ({ sandbox }) => sandbox({ records, rate: "unlimited" }))

/** A folder of its own, gone at the end of the scope. */
export const folder = Effect.acquireRelease(
  Effect.promise(() => mkdtemp(join(tmpdir(), "crosswalk-cli-"))),
  (path) => Effect.promise(() => rm(path, { recursive: true, force: true }))
)

/** The values in lines of JSON. */
export const jsonLines = (text: string): ReadonlyArray<Readonly<Record<string, unknown>>> =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line))
