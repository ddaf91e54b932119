// Child processes: one that takes over this one's terminal, and one that is watched.

import { spawn } from "node:child_process"
import os from "node:os"

/** Windows finds `npx` and `pnpm` only through its shell. */
const shell = process.platform === "win32"

/** How much of a failed command's output is kept for its explanation, in characters. */
const kept = 100_000

/**
 * Runs a program in the place of this one: same terminal, same signals, same exit code (128 + n for signal n).
 *
 * @param {string} command
 * @param {ReadonlyArray<string>} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>}
 */
export const run = (command, args, options) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: "inherit" })
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      // A terminal sends its interrupt to the whole group, the child included.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal)
    }
    for (const signal of forwarded) process.on(signal, forward)
    // Told to end, npm ends only the shell between itself and this process: seen from here, the parent changes.
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref()
    child.on("error", (error) => {
      process.stderr.write(`${command} could not be started: ${error.message}\n`)
      resolve(1)
    })
    child.on("exit", (code, signal) => resolve(code ?? 128 + (signal === null ? 1 : os.constants.signals[signal])))
  })

/** @type {ReadonlyArray<NodeJS.Signals>} */
const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"]

/**
 * Runs a command to its end. Its output is shown on stderr (never on stdout, which belongs to the program that is
 * set up) and kept.
 *
 * @param {string} command
 * @param {ReadonlyArray<string>} args
 * @param {{ cwd: string, quiet?: boolean }} options
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export const watch = (command, args, { cwd, quiet = false }) =>
  new Promise((resolve) => {
    let output = ""
    const child = spawn(command, args, { cwd, shell, stdio: ["ignore", "pipe", "pipe"] })
    /** @param {Buffer} chunk */
    const take = (chunk) => {
      output = (output + chunk.toString()).slice(-kept)
      if (!quiet) process.stderr.write(chunk)
    }
    child.stdout.on("data", take)
    child.stderr.on("data", take)
    child.on("error", (error) => resolve({ ok: false, output: `${output}\n${error.message}` }))
    child.on("close", (code) => resolve({ ok: code === 0, output }))
  })
