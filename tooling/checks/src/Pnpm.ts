import { findPnpm } from "@crosswalk/setup/pnpm"
import { command, type Options, type Result } from "./Command.ts"

/** Runs pnpm: the installed one, or the one that npm fetched for the set-up. */
export const pnpm = async (args: ReadonlyArray<string>, options?: Options): Promise<Result> => {
  const found = await findPnpm()
  return command(found.command, [...found.args, ...args], options)
}
