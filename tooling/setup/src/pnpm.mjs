// Which pnpm to use: the one on PATH if it is of the right major version, else npm fetches one.

import os from "node:os"
import { watch } from "./process.mjs"

const major = "12"

/**
 * The command that runs pnpm, as a program and its first arguments.
 *
 * @returns {Promise<{ command: string, args: ReadonlyArray<string> }>}
 */
export const findPnpm = async () => {
  // Asked outside the repository: an older pnpm would first try to replace itself by the one named in package.json.
  const { ok, output } = await watch("pnpm", ["--version"], { cwd: os.tmpdir(), quiet: true })
  const installed = ok && output.trim().startsWith(`${major}.`)
  return installed
    ? { command: "pnpm", args: [] }
    : { command: "npx", args: ["--yes", "--prefer-offline", `pnpm@${major}`] }
}
