/**
 * The `crosswalk` command: all its commands, and how a failure ends it.
 */
import * as NodeServices from "@effect/platform-node/NodeServices"
import { Cause, Effect, Exit, Layer, Logger, Option, Ref } from "effect"
import * as CliConfig from "effect/cli/CliConfig"
import * as CliError from "effect/cli/CliError"
import * as CliOutput from "effect/cli/CliOutput"
import * as Command from "effect/cli/Command"
import * as GlobalFlag from "effect/cli/GlobalFlag"
import { backup } from "./command/Backup.ts"
import { changes } from "./command/Changes.ts"
import { connectors } from "./command/Connectors.ts"
import { coverage } from "./command/Coverage.ts"
import { diff } from "./command/Diff.ts"
import { explain } from "./command/Explain.ts"
import { holds } from "./command/Holds.ts"
import { keys } from "./command/Keys.ts"
import { models } from "./command/Models.ts"
import { providers } from "./command/Providers.ts"
import { pull } from "./command/Pull.ts"
import { quarantine } from "./command/Quarantine.ts"
import { records } from "./command/Records.ts"
import { remap } from "./command/Remap.ts"
import { requests } from "./command/Requests.ts"
import { runs } from "./command/Runs.ts"
import { sandbox } from "./command/Sandbox.ts"
import { serve } from "./command/Serve.ts"
import { start } from "./command/Start.ts"
import { sync } from "./command/Sync.ts"
import { worker } from "./command/Worker.ts"
import * as Failure from "./Failure.ts"
import { Interruption } from "./Interruption.ts"
import * as Output from "./Output.ts"
import { version } from "./Version.ts"

/** The command with all its commands. */
export const crosswalk = Command.make("crosswalk").pipe(
  Command.withDescription("Unified records from the systems where people work and apply"),
  Command.withSubcommands([
    start,
    sandbox,
    pull,
    providers,
    models,
    coverage,
    diff,
    connectors,
    sync,
    runs,
    worker,
    serve,
    keys,
    requests,
    backup,
    records,
    changes,
    explain,
    holds,
    quarantine,
    remap
  ])
)

/** What is wrong with a command line, without the values on it: one of them may be a secret. */
const describe = (error: CliError.CliError): string =>
  Failure.describe(new Error(error.message.replaceAll(/=\S+/g, "=…").replaceAll(/\s*\n\s*/g, " ")))

/** Help that was asked for is a result; what is wrong with a command line is said at standard error. */
const presenter: CliOutput.Presenter = {
  present: (event) =>
    event._tag === "InvalidInvocation"
      ? Output.note(`${event.errors.map(describe).join(" ")} See: ${event.commandPath.join(" ")} --help`)
      : CliOutput.defaultPresenter.present(event)
}

/** What every command needs of the machine and of effect's command line. */
export const layer = Layer.mergeAll(
  NodeServices.layer,
  Interruption.layer,
  CliOutput.layerPresenter(presenter),
  CliConfig.layer({
    builtIns: [GlobalFlag.Help, GlobalFlag.Version, GlobalFlag.Completions, GlobalFlag.LogLevel]
  }),
  Layer.succeed(Logger.LogToStderr, true)
)

/** The exit code for how a command ended, after saying at standard error why. */
const exitCode = Effect.fnUntraced(function* (exit: Exit.Exit<void, unknown>) {
  if (Exit.isSuccess(exit)) return 0
  const { cause } = exit
  if (Cause.hasInterruptsOnly(cause)) return yield* Effect.flatMap(Interruption, Ref.get)
  const error = Option.getOrNull(Cause.findErrorOption(cause))
  if (error instanceof Output.OutputClosed) return 0
  if (CliError.isCliError(error) && error._tag === "ShowHelp") return error.errors.length === 0 ? 0 : 1
  yield* Output.note(Failure.describeCause(cause))
  return error instanceof Failure.Failure ? error.exitCode : 1
})

/**
 * Runs the command that the process was called with, and ends with its exit code: 0 done, 1 not done, 2 done in part, 130
 * cut off. An interrupt is waited out, so that everything is closed as it should be.
 */
export const run = (end: (exitCode: number) => void): Effect.Effect<void> =>
  Effect.uninterruptibleMask((restore) =>
    Effect.andThen(Output.guard, version).pipe(
      Effect.flatMap((version) => Effect.exit(restore(Command.run(crosswalk, { version })))),
      Effect.flatMap(exitCode),
      Effect.map(end),
      Effect.provide(layer)
    )
  )
