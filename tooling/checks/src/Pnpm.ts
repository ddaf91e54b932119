import { findPnpm } from "@crosswalk/setup/pnpm"
import path from "node:path"
import { command, type Options, type Result } from "./Command.ts"
import { root } from "./Repository.ts"

/** Runs pnpm, the installed one or the one that npm fetched for the set-up; what it starts finds it on PATH. */
export const pnpm = async (args: ReadonlyArray<string>, options: Options = {}): Promise<Result> => {
  const found = await findPnpm(root)
  if (!found.ok) return found
  const { folder } = found
  const env = folder === null ? {} : { PATH: `${folder}${path.delimiter}${process.env["PATH"] ?? ""}` }
  return command(found.command, args, { ...options, env: { ...options.env, ...env } })
}
