// Which pnpm to use: the one on PATH if it is of the right major version, else one that npm fetches.

import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { watch } from "./process.mjs"

const major = "12"

/** @param {string} root */
const record = (root) => path.join(root, "node_modules", ".crosswalk-pnpm")

/**
 * A pnpm to run: the program, and the folder to put on PATH for those that look for pnpm there (null: it is there).
 *
 * @typedef {{ ok: true, command: string, folder: string | null } | { ok: false, output: string }} Pnpm
 */

/**
 * Finds pnpm, on PATH or where npm put it the last time; else has npm fetch it.
 *
 * @param {string} root
 * @returns {Promise<Pnpm>}
 */
export const findPnpm = async (root) => {
  // Asked outside the repository: an older pnpm would first try to replace itself by the one named in package.json.
  const { ok, output } = await watch("pnpm", ["--version"], { cwd: os.tmpdir(), quiet: true })
  if (ok && output.trim().startsWith(`${major}.`)) return { ok: true, command: "pnpm", folder: null }

  // npx asks the registry each time, even for what it has; a repository that is set up works without a network.
  const known = fs.existsSync(record(root)) ? fs.readFileSync(record(root), "utf8") : ""
  return holdsPnpm(known) ? at(known) : fetchPnpm()
}

/**
 * Keeps in mind where npm put pnpm. After an installation, which may begin by emptying node_modules.
 *
 * @param {string} root
 * @param {string | null} folder
 */
export const remember = (root, folder) => {
  if (folder !== null) fs.writeFileSync(record(root), folder)
}

/** @returns {Promise<Pnpm>} */
const fetchPnpm = async () => {
  process.stderr.write(`Fetching pnpm ${major} with npx\n`)
  const args = ["--yes", `--package=pnpm@${major}`, "--", "node", "-p", "process.env.PATH"]
  const { ok, output } = await watch("npx", args, { cwd: os.tmpdir(), quiet: true })
  if (!ok) return { ok, output }
  const folder = (output.trim().split("\n").at(-1) ?? "").split(path.delimiter).find(holdsPnpm)
  return folder === undefined ? { ok: false, output: `npx fetched no pnpm:\n${output}` } : at(folder)
}

const program = process.platform === "win32" ? "pnpm.cmd" : "pnpm"

/** @param {string} folder */
const holdsPnpm = (folder) => folder.includes("_npx") && fs.existsSync(path.join(folder, program))

/**
 * @param {string} folder
 * @returns {Pnpm}
 */
const at = (folder) => ({ ok: true, command: path.join(folder, program), folder })
